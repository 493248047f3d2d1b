"""A county registrar's day, over HTTP, from signing in to signing out; and what the others see of it."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import httpx
import pytest

from tests.support.live import PASSWORD, Live
from tests.support.world import number_of

SIGN_IN = "mutation($i: SignInInput!) { signIn(input: $i) { viewer { username } errors { code } } }"
SCHOOLS = """query($bureau: ID!) {
  schools(filter: { superior: { id: { eq: $bureau } } }, orderBy: CODE_ASC) {
    totalCount
    nodes {
      name type { code label(lang: EN) } principal { name }
      studentsSummary(by: [GRADE]) { totalCount nodes { key { grade { code } } count } }
    }
  }
}"""
EVERYWHERE = """query($pupil: ID!, $school: ID!, $bureau: ID!) {
  student(id: $pupil) { id }
  school(id: $school) { students { totalCount } }
  node(id: $pupil) { id }
  nodes(ids: [$pupil, $school]) { id }
  office(id: $bureau) { subordinates { totalCount nodes { ... on School { students { nodes { person { name } } } } } } }
  students(filter: { school: { id: { eq: $school } } }) { totalCount nodes { id } }
  enrolments(filter: { student: { id: { eq: $pupil } } }) { totalCount }
  studentsSummary(filter: { school: { id: { eq: $school } } }, by: [GRADE]) { totalCount nodes { count } }
}"""


class Person:
    """Somebody with a browser."""

    def __init__(self, client: httpx.Client) -> None:
        self.client = client

    def ask(self, query: str, **variables: Any) -> Any:
        reply = self.client.post("/graphql", json={"query": query, "variables": variables}).json()
        assert "errors" not in reply, reply
        return reply["data"]

    def write(self, mutation: str, selection: str, **given: Any) -> Any:
        type_ = "VoidInput" if mutation.startswith("void") else f"{mutation[0].upper()}{mutation[1:]}Input"
        query = f"mutation($i: {type_}!) {{ {mutation}(input: $i) {{ {selection} errors {{ code path message }} }} }}"
        return self.ask(query, i=given)[mutation]


@pytest.fixture
def signed_in(live: Live) -> Iterator[Any]:
    """Signs people in."""
    clients: list[httpx.Client] = []

    def enter(username: str, **headers: str) -> Person:
        clients.append(live.client(**headers))
        person = Person(clients[-1])
        payload = person.ask(SIGN_IN, i={"username": username, "password": PASSWORD})["signIn"]
        assert payload == {"viewer": {"username": username}, "errors": []}
        return person

    yield enter
    for client in clients:
        client.close()


def test_one_request_answers_for_the_schools_of_a_county(live: Live, signed_in: Any) -> None:
    """As the city and as the county itself the same; as another county nothing, and as nobody nothing."""
    bureau = f"Office:{live.city.east}"
    of_city = signed_in("registrar").ask(SCHOOLS, bureau=bureau)
    assert of_city["schools"]["totalCount"] == 2
    assert of_city["schools"]["nodes"][0] == {
        "name": "东城小学",
        "type": {"code": "211", "label": "Primary school"},
        "principal": {"name": "周校长"},
        "studentsSummary": {
            "totalCount": 3,
            "nodes": [{"key": {"grade": {"code": "P1"}}, "count": 2}, {"key": {"grade": {"code": "P6"}}, "count": 1}],
        },
    }
    assert signed_in("east").ask(SCHOOLS, bureau=bureau) == of_city
    nothing = {"schools": {"totalCount": 0, "nodes": []}}
    assert signed_in("county").ask(SCHOOLS, bureau=bureau) == nothing
    with live.client() as client:
        assert Person(client).ask(SCHOOLS, bureau=bureau) == nothing


def test_a_day_at_the_county(live: Live, signed_in: Any) -> None:
    city = live.city
    registrar, colleague = signed_in("east"), signed_in("east", **{"accept-language": "zh-CN"})
    school = f"School:{city.schools['东城小学']}"

    number = number_of(date(2020, 2, 29), "2", 321)
    newcomer = {
        "school": school,
        "name": "何新",
        "sex": "2",
        "birthDate": "2020-02-29",
        "documentType": "1",
        "documentNumber": number,
        "nationalNumber": f"G{number}",
        "grade": "P1",
        "enteredOn": "2026-09-01",
        "idempotencyKey": "a form sent twice",
    }
    fields = "student { id version number boarding { code } nationalNumber { held mask } }"
    made = registrar.write("registerStudent", fields, **newcomer)
    assert made["errors"] == []
    assert registrar.write("registerStudent", fields, **newcomer) == made, "sent twice, done once"
    pupil = made["student"]
    assert pupil["nationalNumber"]["held"] is True
    assert number not in str(pupil)

    first = registrar.write("updateStudent", fields, id=pupil["id"], boarding="1", expectedVersion=pupil["version"])
    assert first["student"]["boarding"] == {"code": "1"}
    late = colleague.write("updateStudent", fields, id=pupil["id"], boarding="2", expectedVersion=pupil["version"])
    assert [e["code"] for e in late["errors"]] == ["CONFLICT"]
    assert late["errors"][0]["message"] == "该记录已被他人修改，现返回最新内容。"
    assert late["student"]["version"] == first["student"]["version"], "the record as it stands comes with the refusal"

    refused = registrar.write("voidStudent", "student { id }", id=pupil["id"], reason="录入有误")
    assert [(e["code"], e["path"]) for e in refused["errors"]] == [("IN_USE", ["id"])]
    stays = registrar.ask("query($id: ID!) { student(id: $id) { enrolments { nodes { id } } } }", id=pupil["id"])
    for stay in stays["student"]["enrolments"]["nodes"]:
        assert registrar.write("voidEnrolment", "enrolment { id }", id=stay["id"], reason="录入有误")["errors"] == []
    assert registrar.write("voidStudent", "student { id }", id=pupil["id"], reason="录入有误")["errors"] == []
    gone = registrar.write("updateStudent", "student { id }", id=pupil["id"], boarding="1")
    assert [e["code"] for e in gone["errors"]] == ["VOIDED"]
    listed = "query($n: String!, $v: Boolean) { students(filter: { number: { eq: $n }, voided: $v }) { nodes { id } } }"
    assert registrar.ask(listed, n=pupil["number"])["students"]["nodes"] == []
    assert registrar.ask(listed, n=pupil["number"], v=True)["students"]["nodes"] == [{"id": pupil["id"]}]

    registrar.ask("mutation { signOut { errors { code } } }")
    assert registrar.ask("{ viewer { username } students { totalCount } }") == {
        "viewer": None,
        "students": {"totalCount": 0},
    }


def test_another_county_sees_nothing_of_it_from_anywhere(live: Live, signed_in: Any) -> None:
    city = live.city
    where = {
        "pupil": f"Student:{city.students['李伟']}",
        "school": f"School:{city.schools['东城小学']}",
        "bureau": f"Office:{city.east}",
    }
    assert signed_in("east").ask(EVERYWHERE, **where)["students"]["totalCount"] == 3
    for other in (signed_in("county"), Person(live.client())):
        seen = other.ask(EVERYWHERE, **where)
        office = seen.pop("office")
        assert office in (None, {"subordinates": {"totalCount": 0, "nodes": []}})
        assert seen == {
            "student": None,
            "school": None,
            "node": None,
            "nodes": [None, None],
            "students": {"totalCount": 0, "nodes": []},
            "enrolments": {"totalCount": 0},
            "studentsSummary": {"totalCount": 0, "nodes": []},
        }
        change = {"id": where["pupil"], "boarding": "1"}
        payload = other.write("updateStudent", "student { id }", **change)
        assert [e["code"] for e in payload["errors"]] == ["NOT_FOUND"]
        other.client.close()
