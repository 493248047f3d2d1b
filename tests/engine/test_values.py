"""Every type of value comes back as it was given, byte for byte the same from both databases."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.support.api import Api

VECTORS = json.loads((Path(__file__).parent / "values" / "vectors.json").read_text("utf-8"))


@pytest.mark.parametrize("vector", VECTORS, ids=lambda v: f"{v['field'].split()[0]}-{v['given']}"[:40])
async def test_a_value_comes_back(specimens: Api, vector: dict[str, Any]) -> None:
    field = vector["field"].split()[0]
    given = {"name": "specimen", field: vector["given"]}
    written = await specimens.write("createSpecimen", "specimen { id }", **given)
    assert written["errors"] == []
    reply = await specimens.ask(
        f"query($id: ID!) {{ specimen(id: $id) {{ {vector['field']} }} }}", id=written["specimen"]["id"]
    )
    assert reply.raw.decode().startswith(f'{{"data":{{"specimen":{{"{field}":{vector["api"]}}}}},"extensions":')
    await specimens.write("voidSpecimen", id=written["specimen"]["id"], reason="done")


FILTERS = [
    ("name", {"eq": "B beta"}, ["B beta"]),
    ("name", {"contains": "ALPHA"}, ["A alpha"]),
    ("name", {"startsWith": "b B"}, ["B beta"]),
    ("name", {"contains": "%"}, ["100% 中文"]),
    ("name", {"contains": "中"}, ["100% 中文"]),
    ("name", {"contains": "É"}, []),
    ("name", {"contains": "é"}, ["C été"]),
    ("name", {"in": ["A alpha", "none"]}, ["A alpha"]),
    ("name", {"in": []}, []),
    ("sex", {"eq": "1"}, ["A alpha"]),
    ("sex", {"ne": "1"}, ["B beta", "C été", "100% 中文"]),
    ("sex", {"isNull": True}, ["C été", "100% 中文"]),
    ("sex", {"in": ["1", "2"]}, ["A alpha", "B beta"]),
    ("phase", {"eq": "FRESH"}, ["A alpha"]),
    ("phase", {"in": ["FRESH", "STALE"]}, ["A alpha", "B beta"]),
    ("count", {"gt": -5, "lte": 10}, ["A alpha", "B beta"]),
    ("count", {"isNull": False}, ["A alpha", "B beta"]),
    ("length", {"gte": "1.5"}, ["B beta"]),
    ("price", {"lt": "100.00"}, ["A alpha"]),
    ("price", {"in": ["9.99", "100.10"]}, ["A alpha", "B beta"]),
    ("flag", {"eq": True}, ["A alpha"]),
    ("day", {"lt": "2025-01-01"}, ["A alpha"]),
    ("day", {"eq": "2026-01-01"}, ["B beta"]),
    ("moment", {"gte": "2026-01-01T08:00:00+08:00"}, ["B beta"]),
    ("moment", {"lt": "2026-01-01T08:00:00+08:00"}, ["A alpha"]),
]
ROWS: list[dict[str, Any]] = [
    {
        "name": "A alpha", "code": "A", "sex": "1", "phase": "FRESH", "count": 10, "length": "1.499", "price": "9.99",
        "flag": True, "day": "2024-12-31", "moment": "2025-12-31T23:59:59.999999Z", "span": {"from": "2020-01-01"},
    },
    {
        "name": "B beta", "code": "B", "sex": "2", "phase": "STALE", "count": -4, "length": "1.500", "price": "100.10",
        "flag": False, "day": "2026-01-01", "moment": "2026-01-01T00:00:00Z", "span": {"from": "2020-01-02", "until": "2020-01-03"},
    },
    {"name": "C été", "code": "C"},
    {"name": "100% 中文", "code": "D"},
]  # fmt: skip


@pytest.fixture(scope="module")
async def rows(specimens: Api) -> Api:
    for row in ROWS:
        assert (await specimens.write("createSpecimen", **row))["errors"] == []
    return specimens


@pytest.mark.parametrize(("field", "condition", "names"), FILTERS)
async def test_filters(rows: Api, field: str, condition: dict[str, Any], names: list[str]) -> None:
    query = "query($filter: SpecimenFilter) { specimens(filter: $filter) { totalCount nodes { name } } }"
    among = {"code": {"in": ["A", "B", "C", "D"]}}
    found = (await rows.data(query, filter={"and": [among, {field: condition}]}))["specimens"]
    assert [node["name"] for node in found["nodes"]] == names
    assert found["totalCount"] == len(names)
    opposite = (await rows.data(query, filter={"and": [among, {"not": {field: condition}}]}))["specimens"]
    assert {node["name"] for node in opposite["nodes"]} == {row["name"] for row in ROWS} - set(names)


@pytest.mark.parametrize(
    ("order", "names"),
    [
        ("NAME_ASC", ["100% 中文", "A alpha", "B beta", "C été"]),
        ("NAME_DESC", ["C été", "B beta", "A alpha", "100% 中文"]),
        ("COUNT_ASC", ["B beta", "A alpha", "C été", "100% 中文"]),
        ("COUNT_DESC", ["A alpha", "B beta", "100% 中文", "C été"]),
        ("DAY_ASC", ["A alpha", "B beta", "C été", "100% 中文"]),
        ("SPAN_DESC", ["B beta", "A alpha", "100% 中文", "C été"]),
        ("ID_DESC", ["100% 中文", "C été", "B beta", "A alpha"]),
    ],
)
@pytest.mark.parametrize("size", [1, 2, 3, 10])
async def test_paging_both_ways_in_every_order(rows: Api, order: str, names: list[str], size: int) -> None:
    """What has no value comes last both ways; ties go by id in the direction of the order."""
    query = """query($first: Int, $after: String, $last: Int, $before: String, $order: SpecimenOrder) {
      specimens(first: $first, after: $after, last: $last, before: $before, orderBy: $order,
                filter: { code: { in: ["A", "B", "C", "D"] } }) {
        nodes { name } edges { cursor node { name } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      } }"""
    for forward in (True, False):
        seen: list[str] = []
        cursor = None
        while True:
            page_arguments = {"first": size, "after": cursor} if forward else {"last": size, "before": cursor}
            page = (await rows.data(query, order=order, **page_arguments))["specimens"]
            here = [node["name"] for node in page["nodes"]]
            assert here == [edge["node"]["name"] for edge in page["edges"]]
            assert page["pageInfo"]["startCursor"] == page["edges"][0]["cursor"]
            assert page["pageInfo"]["endCursor"] == page["edges"][-1]["cursor"]
            assert page["pageInfo"]["hasPreviousPage" if forward else "hasNextPage"] is (cursor is not None)
            seen = seen + here if forward else here + seen
            if not page["pageInfo"]["hasNextPage" if forward else "hasPreviousPage"]:
                break
            cursor = page["pageInfo"]["endCursor" if forward else "startCursor"]
        assert seen == names


async def test_relations_to_and_from(rows: Api) -> None:
    one = (await rows.write("createSpecimen", "specimen { id }", name="parent", code="P"))["specimen"]["id"]
    for number in range(3):
        await rows.write("createSpecimen", name=f"child {number}", code=f"K{number}", kin=one, price=f"{number}.50")
    found = await rows.data(
        """query($id: ID!) {
          specimen(id: $id) { kindred(first: 2, orderBy: NAME_DESC) { totalCount nodes { name kin { code } } }
                              kindredSummary(by: [SEX, FLAG]) { totalCount nodes { key { sex { code } flag phase } count } } }
          specimens(filter: { kin: { code: { eq: "P" } } }) { totalCount }
          none: specimens(filter: { kin: { isNull: true }, code: { startsWith: "k" } }) { totalCount }
          withKin: specimens(filter: { kin: { isNull: false } }) { totalCount }
        }""",
        id=one,
    )
    assert found["specimen"]["kindred"] == {
        "totalCount": 3,
        "nodes": [{"name": "child 2", "kin": {"code": "P"}}, {"name": "child 1", "kin": {"code": "P"}}],
    }
    assert found["specimen"]["kindredSummary"] == {
        "totalCount": 3,
        "nodes": [{"key": {"sex": None, "flag": None, "phase": None}, "count": 3}],
    }
    assert [found[key]["totalCount"] for key in ("specimens", "none", "withKin")] == [3, 0, 3]
