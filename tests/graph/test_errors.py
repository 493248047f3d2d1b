"""Bad input: each a clear coded error in the caller's language, and the process lives."""

from typing import Any

import pytest

from bureau.http.logs import configure_logs
from bureau.kernel.errors import Unavailable
from tests.support.api import Api
from tests.support.people import DIRECTOR, of_county
from tests.support.world import World


async def codes(api: Api, query: str, **variables: Any) -> list[str]:
    reply = await api.ask(query, **variables)
    for error in reply.body["errors"]:
        assert error["message"]
        assert error["extensions"]["requestId"] == "test"
    return reply.codes


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("{", "GRAPHQL_INVALID"),
        ("{ nothing }", "GRAPHQL_INVALID"),
        ("{ schools(first: \"two\") { totalCount } }", "GRAPHQL_INVALID"),
        ("{ schools(orderBy: NO_SUCH) { totalCount } }", "GRAPHQL_INVALID"),
        ("{ schools(filter: {documentNumber: {eq: \"1\"}}) { totalCount } }", "GRAPHQL_INVALID"),
        ("query A { viewer { username } } query B { viewer { username } }", "BAD_REQUEST"),
        ("{ schools(first: 100000) { totalCount } }", "ARGUMENT_INVALID"),
        ("{ schools(first: -1) { totalCount } }", "ARGUMENT_INVALID"),
        ("{ schools(first: 1, last: 1) { totalCount } }", "ARGUMENT_INVALID"),
        ("{ schools(last: 1, after: \"x\") { totalCount } }", "ARGUMENT_INVALID"),
        ("{ schools(after: \"garbage\") { nodes { id } } }", "CURSOR_INVALID"),
        ("{ schools(after: \"\") { nodes { id } } }", "CURSOR_INVALID"),
        ("{ schools(after: \"0e74ad09-99999999999999999999999\") { nodes { id } } }", "CURSOR_INVALID"),
        ("{ schools(after: \"\\u0000\") { nodes { id } } }", "CURSOR_INVALID"),
        ("{ students(first: 1000) { nodes { school { students(first: 1000) { nodes { school { students(first: 1000) { nodes { id } } } } } } } } }", "LIMIT_EXCEEDED"),
        ("{ a" + "{ a" * 1500 + "}" * 1501, "LIMIT_EXCEEDED"),
        ("{" + " ".join(f"a{n}: viewer {{ username }}" for n in range(16_000)) + "}", "LIMIT_EXCEEDED"),
        ("{" + " ".join(f"a{n}: viewer {{ username }}" for n in range(300)) + "}", "LIMIT_EXCEEDED"),
        ("{ schools { nodes { " + "superior { " * 21 + "id" + " }" * 21 + " } } }", "LIMIT_EXCEEDED"),
        ("mutation {" + " ".join(f"s{n}: signOut {{ errors {{ code }} }}" for n in range(11)) + "}", "LIMIT_EXCEEDED"),
        (
            "mutation { a: signIn(input: {username: \"a\", password: \"b\"}) { token }"
            " b: signIn(input: {username: \"a\", password: \"c\"}) { token } }",
            "LIMIT_EXCEEDED",
        ),
        ("mutation { ...M } fragment M on Mutation {" + " ".join(f"s{n}: signOut {{ errors {{ code }} }}" for n in range(11)) + "}", "LIMIT_EXCEEDED"),
        ("{ nodes(ids: [" + ",".join(f'\"School:{n}\"' for n in range(101)) + "]) { id } }", "ARGUMENT_INVALID"),
    ],
)  # fmt: skip
async def test_refused(api: Api, city: World, query: str, code: str) -> None:
    assert set(await codes(api, query)) == {code}


async def test_a_billion_laughs_cost_nothing(api: Api) -> None:
    laughs = "".join(f"fragment F{n} on School {{ ...F{n + 1} ...F{n + 1} }} " for n in range(40))
    query = "{ schools { nodes { ...F0 } } } " + laughs + "fragment F40 on School { id }"
    assert "errors" not in (await api.ask(query)).body
    nested = "".join(f"fragment G{n} on Unit {{ superior {{ ...G{n + 1} ...G{n + 1} }} }} " for n in range(8))
    query = "{ units { nodes { ...G0 } } } " + nested + "fragment G8 on Unit { id }"
    assert "errors" not in (await api.ask(query)).body
    apart = "".join(
        f"fragment H{n} on Unit {{ ... on School {{ superior {{ ...H{n + 1} }} }} ... on Office {{ superior {{ ...H{n + 1} }} }} }} "
        for n in range(14)
    )
    query = "{ units { nodes { ...H0 } } } " + apart + "fragment H14 on Unit { id }"
    assert await codes(api, query) == ["LIMIT_EXCEEDED"]


async def test_relations_nest_as_deep_as_both_databases_can_read(api: Api, city: World) -> None:
    """The deepest that is allowed runs; one more is refused, on both databases alike."""
    list_ = "subordinates(first: 1) { pageInfo { hasNextPage endCursor } totalCount edges { cursor node { %s } } }"
    one = "superior { name %s }"
    summary = "students(first: 1) { nodes { %s } }"
    shapes = {
        "ones": ("units { nodes { %s } }", [one] * 10),
        "lists": (
            "offices { nodes { %s } }",
            ["... on Office { " + list_ + " }"] + ["... on Office { " + list_ + " }"] * 2,
        ),
        "mixed": ("schools { nodes { %s } }", [summary, "school { %s }"] * 3),
    }
    for root, steps in shapes.values():
        query = root
        for step in steps:
            query = query % step
        assert "errors" not in (await api.ask("{ " + query % "__typename" + " }")).body, query
    deeper = "units { nodes { %s } }"
    for step in [one] * 11:
        deeper = deeper % step
    assert await codes(api, "{ " + deeper % "__typename" + " }") == ["LIMIT_EXCEEDED"]


async def test_a_cursor_of_another_order_or_kind_or_of_an_unseen_row_is_refused(api: Api, city: World) -> None:
    page = "{ schools(first: 1, orderBy: NAME_ASC) { pageInfo { endCursor } } students(first: 1) { pageInfo { endCursor } } }"
    found = await api.data(page)
    by_name, of_students = (found[key]["pageInfo"]["endCursor"] for key in ("schools", "students"))
    query = "query($after: String) { schools(after: $after, orderBy: %s) { nodes { name } } }"
    assert await codes(api, query % "CODE_ASC", after=by_name) == ["CURSOR_INVALID"]
    assert await codes(api, query % "NAME_ASC", after=of_students) == ["CURSOR_INVALID"]
    east = '{ schools(first: 1, orderBy: NAME_ASC, filter: {superior: {code: {eq: "510104"}}}) { pageInfo { endCursor } } }'
    cursor = (await api.data(east))["schools"]["pageInfo"]["endCursor"]
    assert "errors" not in (await api.ask(query % "NAME_ASC", after=cursor)).body
    assert await codes(api.as_(of_county(city.west)), query % "NAME_ASC", after=cursor) == ["CURSOR_INVALID"]


@pytest.mark.parametrize(
    "identity",
    [
        "School:0",
        "School:999999999",
        "Student:1",
        "School:",
        "",
        "School:1e3",
        "School:٣",
        "学校:1",
        "School:-1",
        "School:1;--",
        "x" * 5000,
    ],
)
async def test_an_id_of_nothing_and_of_what_is_not_seen_are_the_same_null(api: Api, city: World, identity: str) -> None:
    query = "query($id: ID!) { school(id: $id) { name } node(id: $id) { id } schools(filter: {id: {eq: $id}}) { totalCount } }"
    unseen = await api.as_(of_county(city.west)).data(query, id=f"School:{city.schools['东城小学']}")
    unknown = await api.as_(of_county(city.west)).data(query, id=identity)
    assert unknown == unseen == {"school": None, "node": None, "schools": {"totalCount": 0}}


@pytest.mark.parametrize(
    "text", ["\x00", "\ud800", "\u2028", "'; DROP TABLE unit; --", "\\", '"', "%", "_", "😀", "\u202e"]
)
async def test_hostile_text_in_filters_finds_nothing_and_breaks_nothing(api: Api, city: World, text: str) -> None:
    query = """query($t: String!) { schools(filter: { or: [{ name: { contains: $t } }, { code: { eq: $t } },
        { name: { startsWith: $t } }, { name: { in: [$t] } }, { type: { eq: $t } }] }) { totalCount } }"""
    reply = await api.ask(query, t=text)
    if "errors" in reply.body:
        assert reply.codes == ["ARGUMENT_INVALID"]
    else:
        assert reply.data["schools"]["totalCount"] == 0


async def test_a_withheld_field_is_no_way_to_sift(api: Api, city: World) -> None:
    """No filter or order offers a sealed or restricted field."""
    for type_ in api.schema.graphql.type_map.values():
        if type_.name.endswith(("Filter", "Order", "Grouping", "GroupKey")):
            names = set(getattr(type_, "fields", getattr(type_, "values", {})))
            of_documents = type_.name.startswith(("Appropriation", "AssignedTask"))  # numbers of documents of offices
            sealed = {"phone", "address", "nationalNumber", *([] if of_documents else ["documentNumber"])}
            assert not sealed & names or type_.name == "UnitFilter", type_.name


async def test_a_director_cannot_write(api: Api, city: World) -> None:
    school = f"School:{city.schools['东城小学']}"
    payload = await api.as_(DIRECTOR).write("updateSchool", "school { id }", id=school, name="改名")
    assert payload["school"] is None
    assert [error["code"] for error in payload["errors"]] == ["FORBIDDEN"]


async def test_messages_come_in_the_callers_language(api: Api, city: World) -> None:
    query = "{ schools(first: -1) { totalCount } }"
    english = (await api.ask(query)).body["errors"][0]["message"]
    chinese = (await api.in_("zh").ask(query)).body["errors"][0]["message"]
    assert english == "first lies between 0 and 1000."
    assert chinese == "first 应在 0 与 1000 之间。"


async def test_a_defect_is_masked_and_logged_with_an_id(
    api: Api, city: World, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    secret = "the secret of the defect"

    async def breaks(*_: Any) -> Any:
        raise RuntimeError(secret)

    configure_logs()
    monkeypatch.setattr(api.services.engine, "run", breaks)
    reply = await api.ask("query($t: String!) { schools(filter: {name: {eq: $t}}) { totalCount } }", t="a private name")
    assert reply.codes == ["INTERNAL"]
    error = reply.body["errors"][0]
    assert "secret" not in str(reply.body)
    assert error["extensions"]["errorId"] in error["message"]
    logged = capsys.readouterr().out
    assert error["extensions"]["errorId"] in logged
    assert "RuntimeError" in logged
    assert secret not in logged, "texts of errors quote what they are about"
    assert "Traceback" in logged
    assert "a private name" not in logged, "variables never enter the log"


async def test_a_lost_database_is_told_as_retryable(api: Api, city: World, monkeypatch: pytest.MonkeyPatch) -> None:
    async def lost(*_: Any) -> Any:
        raise Unavailable

    monkeypatch.setattr(api.services.engine, "run", lost)
    reply = await api.ask("{ schools { totalCount } }")
    assert reply.codes == ["UNAVAILABLE"]
    assert reply.body["errors"][0]["extensions"]["retryable"] is True


async def test_an_error_in_one_nullable_root_leaves_the_spec_its_say(api: Api, city: World) -> None:
    """A non-null root that fails takes the whole data with it; a nullable one is null; both paths say the same."""
    broken = await api.ask("{ schools(first: -1) { totalCount } viewer { username } }")
    assert broken.body["data"] is None
    assert broken.body["errors"][0]["path"] == ["schools"]
    lean = await api.ask("{ schools(first: -1) { totalCount } }")
    assert lean.body["data"] is None
    assert lean.body["errors"][0]["path"] == ["schools"]
