"""Narrowed tokens: what lies outside of one is beyond its program, whichever way it tries."""

import asyncio
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from bureau.access.documents import shipped
from bureau.kernel.clock import SystemClock
from tests.support.files import TUS, Uploader
from tests.support.live import Live
from tests.support.signing_in import ask, client, sign_in
from tests.support.sockets import socket
from tests.support.stored import sha256, store
from tests.support.tokens import codes, issue, narrowed, program

Pair = tuple[httpx.Client, httpx.Client]
"""Somebody who is signed in, and a program with a narrowed token of theirs."""

PUPIL, PERSON, SCHOOL = "曾晓明", "曾晓明", "东城小学"


def ids(live: Live) -> dict[str, str]:
    """The ids, and the moment, that queries of these tests name."""
    return {
        "pupil": f"Student:{live.city.students[PUPIL]}",
        "person": f"Person:{live.city.persons[PERSON]}",
        "other": f"Person:{live.city.persons['孙悟']}",
        "school": f"School:{live.city.schools[SCHOOL]}",
        "now": SystemClock().now().isoformat(),
    }


def told(asking: httpx.Client, query: str, live: Live) -> Any:
    """The data and the codes of an answer to a query in which `$pupil` and its like stand for those."""
    for name, identity in ids(live).items():
        query = query.replace(f"${name}", f'"{identity}"')
    reply = asking.post("/graphql", json={"query": query}).json()
    return reply.get("data"), [error["extensions"]["code"] for error in reply.get("errors", [])]


@pytest.fixture(scope="module")
def pupils_only(live: Live) -> Iterator[Pair]:
    """A token of who keeps persons, for pupils and schools alone."""
    with narrowed(live.url, "keeper", kinds=["Student", "School"]) as found:
        yield found


# Of each way to what lies outside: what the account gets (at least not this), and what the program gets.
WAYS: dict[str, tuple[str, Any]] = {
    "an id": ("{ person(id: $person) { name } }", {"person": None}),
    "any id": ("{ node(id: $person) { id } }", {"node": None}),
    "several ids": ("{ nodes(ids: [$person]) { id } }", {"nodes": [None]}),
    "a list": ("{ persons { nodes { id } } }", {"persons": {"nodes": []}}),
    "a total": ("{ persons { totalCount } }", {"persons": {"totalCount": 0}}),
    "a summary": ("{ personsSummary { totalCount } }", {"personsSummary": {"totalCount": 0}}),
    "a relation": ("{ student(id: $pupil) { person { name } } }", {"student": {"person": None}}),
    "the id of a relation": ("{ student(id: $pupil) { person { id } } }", {"student": {"person": None}}),
    "a list that hangs on another": (
        "{ student(id: $pupil) { enrolments { totalCount nodes { id } } } }",
        {"student": {"enrolments": {"totalCount": 0, "nodes": []}}},
    ),
    "a filter by what is repeated": (
        '{ students(filter: {person: {sex: {eq: "1"}}}) { totalCount } }',
        {"students": {"totalCount": 0}},
    ),
    "a filter by a relation": (
        '{ students(filter: {person: {name: {eq: "曾晓明"}}}) { totalCount } }',
        {"students": {"totalCount": 0}},
    ),
    "a filter by an id": (
        "{ students(filter: {person: {id: {eq: $person}}}) { totalCount } }",
        {"students": {"totalCount": 0}},
    ),
    "a filter by a list": (
        "{ students(filter: {enrolments: {some: {}}}) { totalCount } }",
        {"students": {"totalCount": 0}},
    ),
    "a search of a list": ('{ students(search: "曾晓明") { totalCount } }', {"students": {"totalCount": 0}}),
    "a search by initials": ('{ students(search: "zxm") { totalCount } }', {"students": {"totalCount": 0}}),
    "a search of everything": ('{ search(text: "曾晓明") { __typename } }', {"search": []}),
    "the past": (
        "{ person(id: $person, asOf: $now) { name } }",
        {"person": None},
    ),
    "a relation in the past": (
        "{ student(id: $pupil, asOf: $now) { person { name } } }",
        {"student": {"person": None}},
    ),
    "a comparison": ("{ comparePersons(one: $person, other: $other) { fields { name } } }", {"comparePersons": None}),
    "an explanation": (
        "{ explainAccess(id: $person) { isVisible } }",
        {"explainAccess": {"isVisible": False}},
    ),
    "the verbs on a record": (
        "{ allowedActions(ids: [$person]) { actions } }",
        {"allowedActions": [{"actions": []}]},
    ),
    "the versions of a record": ("{ recordHistory(id: $person) { hasMore } }", {"recordHistory": None}),
    "the catalogue": (
        '{ catalogue(kinds: ["Person"]) { kinds { plural } } }',
        {"catalogue": {"kinds": [{"plural": None}]}},
    ),
    "what anybody may see": ("{ divisions { totalCount } }", {"divisions": {"totalCount": 0}}),
    "one's own": ("{ viewer { sessions { id } } }", {"viewer": {"sessions": []}}),
    "the unit of a grant": ("{ viewer { grants { unit { id } } } }", {"viewer": {"grants": [{"unit": None}] * 2}}),
    "the name of a grant's unit": (
        "{ viewer { grants { unitName } } }",
        {"viewer": {"grants": [{"unitName": ""}] * 2}},
    ),
    "tokens": ("{ tokens { totalCount } }", {"tokens": {"totalCount": 0}}),
}


@pytest.mark.parametrize("way", WAYS)
def test_what_is_of_another_kind_is_not_there(live: Live, pupils_only: Pair, way: str) -> None:
    (query, expected), (person, asking) = WAYS[way], pupils_only
    assert told(asking, query, live) == (expected, [])
    data, errors = told(person, query, live)
    assert errors == []
    assert data != expected, "and the account sees it"


@pytest.mark.parametrize(
    "query",
    [
        "{ students(orderBy: PERSON_NAME_ASC) { nodes { id } } }",
        "{ studentsSummary(by: [PERSON_SEX]) { nodes { count } } }",
    ],
)
def test_it_orders_and_groups_by_nothing_of_another_kind(live: Live, pupils_only: Pair, query: str) -> None:
    person, asking = pupils_only
    assert told(asking, query, live)[1] == ["FORBIDDEN"]
    assert told(person, query, live)[1] == []


def test_it_groups_by_no_relation_to_another_kind(live: Live) -> None:
    query = "{ studentsSummary(by: [SCHOOL]) { nodes { count } } }"
    with narrowed(live.url, "keeper", kinds=["Student"]) as (person, asking):
        assert (told(asking, query, live)[1], told(person, query, live)[1]) == (["FORBIDDEN"], [])


def test_what_is_of_its_kinds_is_there(live: Live, pupils_only: Pair) -> None:
    for query in (
        "{ student(id: $pupil) { number grade { code } school { name } } }",
        '{ students(search: "9", orderBy: ID_DESC) { totalCount nodes { id } } }',
        '{ students(filter: {school: {name: {contains: "东城"}}}) { totalCount } }',
        "{ studentsSummary(by: [GRADE, SCHOOL]) { totalCount nodes { count key { school { name } } } } }",
        "{ nodes(ids: [$pupil, $school]) { id } }",
        '{ search(text: "东城", kinds: [SCHOOL]) { ... on School { name } } }',
    ):
        person, asking = pupils_only
        assert told(asking, query, live) == told(person, query, live), query
        assert told(asking, query, live)[1] == []


def test_a_search_finds_what_stands_in_kinds_that_are_named(live: Live) -> None:
    with narrowed(live.url, "keeper", kinds=["Student", "Person"]) as (person, asking):
        query = '{ students(search: "zxm", orderBy: PERSON_NAME_ASC) { nodes { person { name } } } }'
        assert told(asking, query, live) == told(person, query, live)
        assert told(asking, query, live)[0]["students"]["nodes"]


def test_a_kind_that_others_build_on_stands_for_them(live: Live) -> None:
    with narrowed(live.url, "registrar", kinds=["Unit"]) as (_, asking):
        found = told(asking, "{ schools { totalCount } offices { totalCount } students { totalCount } }", live)
        assert found == (
            {"schools": {"totalCount": 5}, "offices": {"totalCount": 3}, "students": {"totalCount": 0}},
            [],
        )
    with narrowed(live.url, "registrar", kinds=["School"]) as (_, asking):
        found = told(asking, "{ units { totalCount nodes { __typename } } offices { totalCount } }", live)
        schools = {"totalCount": 5, "nodes": [{"__typename": "School"}] * 5}
        assert found == ({"units": schools, "offices": {"totalCount": 0}}, [])


SEALED = {
    "matchPerson": 'mutation { matchPerson(input: {id: $person, field: DOCUMENT_NUMBER, value: "51010420200301101X"})'
    " { isSame errors { code } } }",
    "lookupPerson": 'mutation { lookupPerson(input: {field: DOCUMENT_NUMBER, value: "510104202003011010",'
    ' purpose: "1"}) { outcome records { id } errors { code } } }',
    "revealPerson": 'mutation { revealPerson(input: {id: $person, field: DOCUMENT_NUMBER, purpose: "1", reason: "x"})'
    " { value errors { code } } }",
}


@pytest.mark.parametrize(
    ("verb", "code"), [("matchPerson", "NOT_FOUND"), ("lookupPerson", "FORBIDDEN"), ("revealPerson", "NOT_FOUND")]
)
def test_sealed_values_of_another_kind_are_beyond_it(live: Live, pupils_only: Pair, verb: str, code: str) -> None:
    person, asking = pupils_only
    data, errors = told(asking, SEALED[verb], live)
    assert errors == []
    assert [error["code"] for error in data[verb]["errors"]] == [code]
    data, errors = told(person, SEALED[verb], live)
    assert errors == []
    assert [error["code"] for error in data[verb]["errors"]] != [code]


RENAME = 'mutation {{ updateSchool(input: {{id: $school, shortName: "{name}"}}) {{ school {{ shortName }} errors {{ code }} }} }}'
CHANGE = (
    'mutation { updateStudent(input: {id: $pupil, boarding: "1"}) { student { person { name } } errors { code } } }'
)
UNDER_A_KEY = """mutation { updateStudent(input: {id: $pupil, boarding: "1", idempotencyKey: "k1"})
  { student { id person { name } } errors { code } } }"""


def test_it_writes_what_is_of_its_kinds_and_nothing_else(live: Live) -> None:
    with narrowed(live.url, "keeper", kinds=["Student"]) as (person, asking):
        assert told(asking, CHANGE, live) == ({"updateStudent": {"student": {"person": None}, "errors": []}}, [])
        data, _ = told(asking, RENAME.format(name="甲"), live)
        assert data == {"updateSchool": {"school": None, "errors": [{"code": "NOT_FOUND"}]}}
        data, _ = told(asking, 'mutation { voidPerson(input: {id: $other, reason: "x"}) { errors { code } } }', live)
        assert data["voidPerson"]["errors"] in ([{"code": "NOT_FOUND"}], [{"code": "FORBIDDEN"}])
        assert told(person, UNDER_A_KEY, live)[0]["updateStudent"]["student"]["person"] == {"name": PUPIL}
        repeated = told(asking, UNDER_A_KEY, live)[0]["updateStudent"]
        assert repeated["student"] == {"id": ids(live)["pupil"], "person": None}, "answered again under its own rights"


def test_one_that_reads_alone_writes_nothing(live: Live) -> None:
    with narrowed(live.url, "keeper", readsOnly=True) as (person, asking):
        query = "{ student(id: $pupil) { person { name } } persons { totalCount } }"
        assert told(asking, query, live) == told(person, query, live)
        for mutation in (
            CHANGE,
            RENAME.format(name="乙"),
            *SEALED.values(),
            'mutation { linkFile(input: {id: "File:1"}) { errors { code } } }',
            "mutation { inviteGuardians(input: {student: $pupil}) { code } }",
            'mutation { markNoticeRead(input: {id: "Notice:1"}) { errors { code } } }',
        ):
            assert told(asking, mutation, live) == (None, ["FORBIDDEN"]), mutation
        begun = Uploader(asking).begin(10)
        assert (begun.status_code, begun.json()["errors"][0]["extensions"]["code"]) == (403, "FORBIDDEN")
        with narrowed(live.url, "keeper") as (_, whole):
            assert Uploader(whole).begin(10).status_code == 201
        shipped_mutation = shipped()["sign-out-everywhere"].id
        reply = asking.post("/graphql", json={"documentId": shipped_mutation}).json()
        assert [error["extensions"]["code"] for error in reply["errors"]] == ["FORBIDDEN"]


def test_one_that_acts_under_some_roles_has_nothing_of_the_others(live: Live) -> None:
    query = "{ persons { totalCount } students { totalCount } viewer { grants { role } } }"
    with narrowed(live.url, "keeper", roles=["registrar"]) as (person, asking):
        assert told(person, query, live)[0]["persons"]["totalCount"] > 0
        assert told(asking, query, live) == (
            {
                "persons": {"totalCount": 0},
                "students": {"totalCount": len(live.city.students)},
                "viewer": {"grants": [{"role": "registrar"}]},
            },
            [],
        )
        assert (
            told(asking, "{ student(id: $pupil) { person { name } } }", live)[0]["student"]["person"]["name"] == PUPIL
        )
    with narrowed(live.url, "keeper", roles=["identity"]) as (_, asking):
        assert told(asking, query, live)[0]["students"] == {"totalCount": 0}
        assert told(asking, CHANGE, live)[0]["updateStudent"]["errors"] == [{"code": "NOT_FOUND"}]


def test_what_an_account_has_besides_roles_is_not_of_one_narrowed_to_roles(live: Live) -> None:
    own = "{ files { totalCount } jobs { totalCount } tokens { totalCount } }"
    give = """mutation { delegateRole(input: {role: "identity", unit: "Office:%d", username: "county",
      until: "2099-01-01", basis: "x"}) { errors { code } } }"""
    with client(live.url) as person:
        sign_in(person, "keeper")
        address = Uploader(person).upload("名单\n".encode() * 9)
        with program(live.url, issue(person, roles=["registrar"])["secret"]) as asking:
            assert told(person, own, live)[0]["files"]["totalCount"] > 0
            assert told(asking, own, live)[0] == {name: {"totalCount": 0} for name in ("files", "jobs", "tokens")}
            assert (person.get(address).status_code, asking.get(address).status_code) == (200, 404)
            assert Uploader(asking).begin(10).status_code == 403
            link = f'linkFile(input: {{id: "File:{address.rpartition("/")[2]}"}})'
            assert told(asking, f"mutation {{ {link} {{ errors {{ code }} }} }}", live)[0] == {
                "linkFile": {"errors": [{"code": "NOT_FOUND"}]}
            }
            delegated = told(asking, give % live.city.bureau, live)[0]["delegateRole"]
            assert delegated["errors"] == [{"code": "FORBIDDEN"}]
        kinds = ["Delegation", "Unit", "File"]
        with program(live.url, issue(person, roles=["registrar"], kinds=kinds)["secret"]) as asking:
            assert asking.get(address).status_code == 200
            delegated = told(asking, give % live.city.bureau, live)[0]["delegateRole"]
            assert delegated["errors"] == [{"code": "FORBIDDEN"}], "or it would come back by another account"


def test_files_are_of_those_whose_kinds_name_them(live: Live) -> None:
    with client(live.url) as person:
        sign_in(person, "registrar")
        address = Uploader(person).upload("名单\n".encode() * 9)
        with (
            program(live.url, issue(person, kinds=["School"])["secret"]) as without,
            program(live.url, issue(person, kinds=["File"])["secret"]) as knowing,
        ):
            assert knowing.get(address).status_code == 200
            unseen, unknown = without.get(address), without.get("/files/99999999")
            assert (unseen.status_code, unknown.status_code) == (404, 404)
            assert unseen.json()["errors"][0]["extensions"]["code"] == unknown.json()["errors"][0]["extensions"]["code"]
            assert without.head(address, headers=TUS).status_code == 404
            assert without.delete(address, headers=TUS).status_code == 404
            assert Uploader(without).begin(10).status_code == 403
            assert knowing.head(address, headers=TUS).status_code == 200


TEXT = "query NumbersOfPupils { students(first: 2, orderBy: ID_ASC) { nodes { number person { name } } } }"
ANOTHER = "query NamesOfSchoolsHere { schools { nodes { name } } }"


@pytest.fixture(scope="module")
def stored(live: Live) -> Iterator[None]:
    with client(live.url) as operator:
        sign_in(operator, "operator")
        for name, text in (("numbers-of-pupils", TEXT), ("names-of-schools-here", ANOTHER)):
            assert store(operator, name, text)["errors"] == []
        yield


@pytest.mark.usefixtures("stored")
@pytest.mark.parametrize("named", ["numbers-of-pupils", f"sha256:{sha256(TEXT)}"])
def test_one_for_some_documents_asks_by_no_others(live: Live, named: str) -> None:
    with narrowed(live.url, "registrar", documents=[named]) as (person, asking):
        listed, other = f"sha256:{sha256(TEXT)}", f"sha256:{sha256(ANOTHER)}"
        unknown = "sha256:" + "0" * 64
        for query in (
            "{ schools { totalCount } }",
            "{ __typename }",
            TEXT,
            "mutation { signOutEverywhere { errors { code } } }",
        ):
            assert codes(asking, query) == ["STORED_ONLY"]
        assert asking.get("/graphql", params={"query": "{ schools { totalCount } }"}).json()["errors"]

        def by(client: httpx.Client, document: str) -> Any:
            reply = client.post("/graphql", json={"documentId": document}).json()
            return reply.get("data") or [(e["message"], e["extensions"]["code"]) for e in reply["errors"]]

        assert by(asking, listed) == by(person, listed)
        assert by(person, other)["schools"]["nodes"]
        assert by(asking, other) == by(asking, unknown)
        assert by(asking, other)[0][1] == "PERSISTED_QUERY_NOT_FOUND"
        for format_ in ("json", "csv", "xlsx"):
            assert asking.get(f"/q/numbers-of-pupils.{format_}").status_code == 200
            assert asking.get(f"/q/names-of-schools-here.{format_}").status_code == 404
            assert person.get(f"/q/names-of-schools-here.{format_}").status_code == 200
        assert (asking.get("/files/1").status_code, Uploader(asking).begin(10).status_code) == (403, 403)


@pytest.mark.usefixtures("stored")
def test_one_for_stored_documents_asks_by_any_of_them_within_its_kinds(live: Live) -> None:
    with narrowed(live.url, "registrar", storedOnly=True, kinds=["Student"]) as (_, asking):
        assert codes(asking, "{ students { totalCount } }") == ["STORED_ONLY"]
        assert asking.get("/q/names-of-schools-here.json").json()["data"] == {"schools": {"nodes": []}}
        pupils = asking.get("/q/numbers-of-pupils.json").json()["data"]["students"]["nodes"]
        assert [pupil["person"] for pupil in pupils] == [None, None]
        assert all(pupil["number"] for pupil in pupils)


HEARD = "subscription { studentChanged { verb id record { id person { name } } } }"
PERSONS = "subscription { personChanged { verb id record { id } } }"


async def test_a_subscription_hears_of_its_kinds_alone(live: Live) -> None:
    with client(live.url) as person:
        sign_in(person, "keeper")
        few, whole = (issue(person, **given)["secret"] for given in ({"kinds": ["Student"]}, {}))
        async with socket(live.url, few) as narrow, socket(live.url, whole) as wide:
            for one in (narrow, wide):
                await one.subscribe(HEARD, "1")
                await one.subscribe(PERSONS, "2")
            pupil, number = ids(live)["pupil"], ids(live)["person"]
            touch = 'mutation { updatePerson(input: {id: $person, address: "锦江区"}) { errors { code } } }'
            changed = await asyncio.to_thread(told, person, touch, live)
            assert changed == ({"updatePerson": {"errors": []}}, [])
            board = CHANGE.replace('"1"', '"2"')
            assert (await asyncio.to_thread(told, person, board, live))[1] == []
            both = [(await wide.receive())["payload"]["data"] for _ in range(2)]
            all_heard = {
                name: event for data in both for name, event in data.items()
            }  # of two subscriptions in any order
            assert all_heard["personChanged"]["id"] == number
            assert all_heard["studentChanged"]["record"] == {"id": pupil, "person": {"name": PUPIL}}
            heard = (await narrow.receive())["payload"]["data"]
            assert heard["studentChanged"]["record"] == {"id": pupil, "person": None}, (
                "and of the person nothing before"
            )


@pytest.mark.usefixtures("stored")
async def test_a_socket_takes_no_text_of_one_for_stored_documents(live: Live) -> None:
    with client(live.url) as person:
        sign_in(person, "registrar")
        secret = issue(person, documents=["numbers-of-pupils"])["secret"]
        async with socket(live.url, secret) as mine:
            for number, query in enumerate((HEARD, "{ students { totalCount } }")):
                await mine.send(type="subscribe", id=str(number), payload={"query": query})
                refusal = await mine.receive()
                assert (refusal["type"], refusal["payload"][0]["extensions"]["code"]) == ("error", "STORED_ONLY")


def test_a_program_finds_out_what_its_token_is_for(live: Live) -> None:
    with narrowed(live.url, "registrar", kinds=["Student", "Token"], name="that asks") as (_, asking):
        shown = ask(asking, '{ tokens(filter: {name: {eq: "that asks"}}) { nodes { kinds readsOnly } } }')
        assert shown == {"tokens": {"nodes": [{"kinds": "Student Token", "readsOnly": False}]}}
