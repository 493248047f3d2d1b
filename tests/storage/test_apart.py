"""Periods that lie apart: what a record's subject was at one time it was not twice."""

import asyncio
from typing import Any

import pytest

from tests.support.api import Api


async def write(api: Api, kin: str | None, start: str | None, until: str | None = None, **more: Any) -> list[str]:
    """Write one period of `kin`; the codes of its errors."""
    span = {"from": start, "until": until} if start else None
    verb = "updateSpecimen" if "id" in more else "createSpecimen"
    payload = await api.write(verb, "specimen { id }", **{"name": "stay", "kin": kin, "span": span, **more})
    assert all(error["path"] == ["span"] for error in payload["errors"])
    return [error["code"] for error in payload["errors"]]


@pytest.fixture
async def kin(specimens: Api) -> str:
    return str((await specimens.write("createSpecimen", "specimen { id }", name="kin"))["specimen"]["id"])


async def test_periods_of_one_subject_share_no_day(specimens: Api, kin: str) -> None:
    assert await write(specimens, kin, "2020-09-01", "2023-07-01") == []
    for start, until, codes in (
        ("2023-06-30", None, ["OVERLAP"]),
        ("2020-01-01", "2020-09-02", ["OVERLAP"]),
        ("2019-01-01", None, ["OVERLAP"]),
        ("2021-01-01", "2021-02-01", ["OVERLAP"]),
        ("2020-09-01", "2023-07-01", ["OVERLAP"]),
        ("2020-01-01", "2020-09-01", []),
        ("2023-07-01", None, []),
        ("2030-01-01", "2031-01-01", ["OVERLAP"]),
        (None, None, []),
    ):
        assert await write(specimens, kin, start, until) == codes, (start, until)
    assert await write(specimens, None, "2021-01-01") == [], "another subject, or none"


async def test_a_change_is_not_held_against_itself_and_a_void_record_against_nobody(specimens: Api, kin: str) -> None:
    for start, until in (("2020-09-01", "2023-07-01"), ("2023-07-01", None)):
        assert await write(specimens, kin, start, until) == []
    query = "query($kin: ID!) { specimen(id: $kin) { kindred(orderBy: ID_ASC) { nodes { id } } } }"
    first, second = (node["id"] for node in (await specimens.data(query, kin=kin))["specimen"]["kindred"]["nodes"])
    assert await write(specimens, kin, "2020-09-01", "2023-06-01", id=first) == []
    assert await write(specimens, kin, "2020-09-01", "2023-07-02", id=first) == ["OVERLAP"]
    await specimens.write("voidSpecimen", id=second, reason="entered by mistake")
    assert await write(specimens, kin, "2020-09-01", "2023-07-02", id=first) == []


async def test_of_two_that_write_at_once_one_is_refused(specimens: Api, kin: str) -> None:
    for year in range(2000, 2010):
        codes = await asyncio.gather(*(write(specimens, kin, f"{year}-0{n}-01", f"{year}-09-01") for n in (1, 2, 3)))
        assert sorted(codes) == [[], ["OVERLAP"], ["OVERLAP"]]
