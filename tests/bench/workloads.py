"""What is measured: the same question for each peer, in its own words."""

import base64
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
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
    """Empty for what PostGraphile has no words for."""
    aims: dict[str, float]
    account: str = "city"
    beside: Mapping[str, float] = field(default_factory=dict)
    """Other questions of ours, and the least ratio of this one's rate to theirs."""


def workloads(student: int, county: int, moment: str, mark: str = "") -> list[Workload]:
    """A student in the middle of the ids, one county's bureau, a moment before the last changes, PostGraphile's mark."""
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
        Workload(
            "first page",
            "the city's first 50",
            f"{{ {page} }}",
            (0,),
            {},
            "{ allStudents(first: 50) { nodes { rowId number personByPersonId { name } unitBySchoolId { name } } } }",
            {"hand-written": 0.7, "PostGraphile": 1.1},
        ),
        Workload(
            "page 20,000",
            "50 after a cursor in the middle of a million",
            "query($after: String) { students(first: 50, after: $after)"
            " { nodes { id number person { name } school { name } } } }",
            (student,),
            {"after": f"{ID_ORDER}-{student}"},
            f"{{ allStudents(first: 50, after: {json.dumps(_cursor(mark, student))})"
            " { nodes { rowId number personByPersonId { name } unitBySchoolId { name } } } }",
            {"hand-written": 0.7, "PostGraphile": 1.1},
            beside={"first page": 1 / 1.2},
        ),
        Workload(
            "as of",
            "the city's first 50, as of a moment before 100,000 changes",
            "query($then: DateTime) { students(first: 50, asOf: $then)"
            " { nodes { id number person { name } school { name } } } }",
            (),
            {"then": moment},
            "",
            {},
            beside={"first page": 1 / 3},
        ),
        Workload(
            "as of, county",
            "a county's first 50, as of that moment",
            "query($then: DateTime) { students(first: 50, asOf: $then)"
            " { nodes { id number person { name } school { name } } } }",
            (),
            {"then": moment},
            "",
            {},
            account="county",
            beside={"page": 1 / 3},
        ),
        Workload(
            "search",
            "50 of those whose names have 子轩 in them",
            '{ students(first: 50, search: "子轩") { nodes { id number person { name } school { name } } } }',
            ("子轩",),
            {},
            "",
            {"hand-written": 3},
        ),
        Workload(
            "filter × order",
            "50 of a rare grade, by name",
            '{ students(first: 50, filter: { grade: { eq: "E9" } }, orderBy: PERSON_NAME_ASC)'
            " { nodes { id number person { name } school { name } } } }",
            ("E9",),
            {},
            '{ allStudents(first: 50, condition: { grade: "E9" }, orderBy: [PERSON_NAME_SORT_ASC])'
            " { nodes { rowId number personByPersonId { name } unitBySchoolId { name } } } }",
            {"hand-written": 0.7, "PostGraphile": 1.1},
        ),
        Workload(
            "total",
            "a county's page of 50 with its total",
            "{ students(first: 50) { totalCount nodes { id number person { name } school { name } } } }",
            (county,),
            {},
            f'{{ allStudents(first: 50, condition: {{ countyId: "{county}" }}) {{ totalCount nodes {{ rowId number'
            " personByPersonId { name } unitBySchoolId { name } } } }",
            {"hand-written": 0.7, "PostGraphile": 1.1},
            account="county",
        ),
        Workload(
            "summary",
            "a county's students by grade",
            "{ studentsSummary(by: [GRADE]) { nodes { key { grade { code } } count } } }",
            (county,),
            {},
            "",
            {"hand-written": 0.7},
            account="county",
        ),
    ]


GROWING = ("point", "nested", "page", "first page")
"""What must take as long with ten times the rows."""

ID_ORDER = hashlib.sha256(b"student:ID_ASC").hexdigest()[:8]


FIRST_CURSOR = "{ allStudents(first: 1) { edges { cursor } } }"


def mark_of(cursor: str) -> str:
    """How PostGraphile marks the cursors of lists in the order of the primary key."""
    return str(json.loads(base64.b64decode(cursor))[0])


def _cursor(mark: str, student: int) -> str:
    return base64.b64encode(json.dumps([mark, str(student)], separators=(",", ":")).encode()).decode()


CITY_PAGE = "{ students(first: 50) { nodes { id number person { name } school { name } } } }"
