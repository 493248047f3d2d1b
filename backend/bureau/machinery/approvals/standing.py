"""Which pupils have a case under way, for whoever must leave them as they are until it has ended."""

from collections.abc import Mapping, Sequence

from bureau.kernel.fact import answers
from bureau.kernel.words import Words
from bureau.storage.sql import among
from bureau.storage.transaction import Transaction


@answers("open_case")
async def open_cases(tx: Transaction, students: Sequence[int]) -> Mapping[int, Words]:
    """What is under way for pupils: the procedure, with the number of the case."""
    of, values = among(tx.dialect, "c.student_id", students)
    rows = await tx.fetch(
        f"""SELECT c.student_id, e.english, e.chinese, c.number FROM procedure_case c
        JOIN code_entry e ON e.code_table = 'procedure' AND e.code = c.procedure AND e.void_reason IS NULL
        WHERE {of} AND c.state = 'OPEN' AND c.void_reason IS NULL""",
        *values,
    )
    return {student: Words(f"{en} ({number})", f"{zh}（{number}）") for student, en, zh, number in map(tuple, rows)}
