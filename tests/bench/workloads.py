"""What is measured: the same question for each peer, in its own words."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Workload:
    """One question; `aims` are the least ratios to the peers that the product means to keep."""

    name: str
    what: str
    ours: str
    values: tuple[Any, ...]
    """The hand-written statement's parameters."""
    variables: dict[str, Any]
    postgraphile: str
    aims: dict[str, float]
    account: str = "city"


def workloads(student: int, county: int) -> list[Workload]:
    """The thin bench: a student in the middle of the ids, and one county's bureau."""
    page = "students(first: 50) { nodes { id number person { name } school { name } } }"
    return [
        Workload(
            "flat",
            "1,000 students × 10 fields",
            "{ students(first: 1000) { nodes { id version number grade { code } status boarding { code } enteredOn"
            " nationalNumber { mask } school { id } person { id } } } }",
            (),
            {},
            "{ allStudents(first: 1000) { nodes { rowId version number grade status boarding enteredOn"
            " nationalNumberMask schoolId personId } } }",
            {"hand-written": 0.8, "PostGraphile": 3},
        ),
        Workload(
            "nested",
            "50 schools × (1 + 10)",
            "query($county: ID!) { schools(first: 50, filter: { superior: { id: { eq: $county } } }) { nodes { id name"
            " superior { id name } students(first: 10) { nodes { id number status } } } } }",
            (county,),
            {"county": f"Office:{county}"},
            f'{{ allUnits(first: 50, condition: {{ superiorId: "{county}" }}) {{ nodes {{ rowId name'
            " unitBySuperiorId { rowId name } studentsBySchoolId(first: 10) { nodes { rowId number status } } } } }",
            {"hand-written": 0.8, "PostGraphile": 3},
        ),
        Workload(
            "point",
            "one student, 3 fields",
            "query($id: ID!) { student(id: $id) { id number person { name } } }",
            (student,),
            {"id": f"Student:{student}"},
            f'{{ studentByRowId(rowId: "{student}") {{ rowId number personByPersonId {{ name }} }} }}',
            {"hand-written": 0.7, "PostGraphile": 1.1},
        ),
        Workload(
            "page",
            "a county's page of 50",
            f"{{ {page} }}",
            (county,),
            {},
            f'{{ allStudents(first: 50, condition: {{ countyId: "{county}" }}) {{ nodes {{ rowId number'
            " personByPersonId { name } unitBySchoolId { name } } } }",
            {"hand-written": 0.7, "PostGraphile": 1.1},
            account="county",
        ),
    ]


CITY_PAGE = "{ students(first: 50) { nodes { id number person { name } school { name } } } }"
