"""Tests of Putonghua: scores and levels, the review of the first, and who is below what the post asks for."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, strategies

from bureau.areas.language import levels
from bureau.areas.language.settling import standing
from bureau.areas.language.standing import Standing
from bureau.catalogue import Catalogue
from bureau.kernel.clock import FixedClock
from tests.support.api import Api
from tests.support.faults import said
from tests.support.jobs import finish, worker
from tests.support.people import of_city, of_county, of_school
from tests.support.world import NOW, World

DAY = date(2026, 4, 15)


@pytest.mark.parametrize(
    ("hundredths", "level"),
    [
        (97_00, "1"), (96_95, "1"), (96_94, "2"), (96_90, "2"), (92_00, "2"), (91_90, "3"), (87_00, "3"), (86_90, "4"),
        (80_00, "4"), (79_95, "4"), (79_94, "5"), (79_90, "5"), (70_00, "5"), (69_90, "6"), (60_00, "6"),
        (59_95, "6"), (59_90, None), (0, None), (100_00, "1"),
    ],
)  # fmt: skip
def test_the_level_is_that_of_the_rounded_total(hundredths: int, level: str | None) -> None:
    found = levels.level_of(levels.rounded(hundredths), DAY)
    assert (found and found.code) == level


def test_the_first_level_is_reviewed() -> None:
    reviews = [levels.level_of(tenths, DAY) for tenths in (970, 969, 919)]
    assert [level and level.review for level in reviews] == ["NATIONAL", "PROVINCIAL", ""]


@given(strategies.integers(0, 100_00))
def test_rounding_is_off_by_half_a_tenth_at_the_most_and_never_down_from_a_half(hundredths: int) -> None:
    tenths = levels.rounded(hundredths)
    assert -5 < hundredths - tenths * 10 < 5 or hundredths - tenths * 10 == -5


@given(strategies.integers(0, 999), strategies.integers(0, 1000))
def test_a_better_score_never_reaches_a_lower_level(tenths: int, other: int) -> None:
    low, high = sorted((tenths, other))
    worse, better = levels.level_of(low, DAY), levels.level_of(high, DAY)
    assert worse is None or (better is not None and better.code <= worse.code)


@pytest.mark.parametrize("form", ["FIVE_PARTS", "FOUR_PARTS"])
def test_the_parts_of_a_form_make_a_hundred(form: str) -> None:
    parts = ("syllables", "words", "judgement", "reading", "talk")
    assert sum(levels.most(form, part, DAY) or 0 for part in parts) == 100_00


@pytest.mark.parametrize(
    ("category", "subject", "level"),
    [("1", "13", "3"), ("1", "14", "4"), ("1", None, "4"), ("4", None, None), ("2", None, None)],
)
def test_what_a_post_asks_for(category: str, subject: str | None, level: str | None) -> None:
    assert levels.required(category, subject, DAY) == level
    assert levels.required(category, subject, date(1999, 1, 1)) is None


@pytest.mark.parametrize(
    ("asked", "reached", "state"),
    [
        ("3", "3", Standing.REACHED),
        ("3", "2", Standing.REACHED),
        ("3", "4", Standing.BELOW),
        ("3", None, Standing.BELOW),
        (None, None, Standing.NOT_ASKED),
        (None, "1", Standing.NOT_ASKED),
    ],
)
def test_the_better_level_has_the_smaller_code(asked: str | None, reached: str | None, state: Standing) -> None:
    assert standing(asked, reached) == state


def result(city: World, session: str = "PSC-3", **given: Any) -> dict[str, Any]:
    return {
        "session": f"TestSession:{city.areas.sessions[session]}",
        "teacher": f"Teacher:{city.teacher}",
        "syllables": "9.00",
        "words": "18.00",
        "reading": "27.00",
        "talk": "35.00",
        **given,
    }


@pytest.mark.parametrize(
    ("session", "given", "faults"),
    [
        ("PSC-3", {"judgement": "5.00"}, [("INVALID", "judgement")]),
        ("PSC-2", {}, [("REQUIRED", "judgement"), ("OUT_OF_RANGE", "talk")]),
        ("PSC-3", {"talk": "40.01"}, [("OUT_OF_RANGE", "talk")]),
        ("PSC-3", {"syllables": "-0.01"}, [("OUT_OF_RANGE", "syllables")]),
        ("PSC-3", {"syllables": "10.01"}, [("OUT_OF_RANGE", "syllables")]),
        ("PSC-3", {"talk": "40", "certificate": "5126001000009", "reading": "30", "words": "20"}, [("INVALID", "certificate")]),
        ("PSC-3", {"talk": "0", "certificate": "5126001000009"}, [("INVALID", "certificate")]),
        ("PSC-1", {}, [("DUPLICATE", "session")]),
    ],
)  # fmt: skip
async def test_a_result_is_refused(
    api: Api, city: World, session: str, given: dict[str, Any], faults: list[tuple[str, str]]
) -> None:
    assert said(await api.write("createTestResult", **result(city, session, **given))) == faults


async def test_a_session_to_come_has_no_results(api: Api, city: World) -> None:
    site = f"Office:{city.bureau}"
    later = await api.write(
        "createTestSession", "testSession { id }", code="PSC-9", site=site, heldOn="2026-12-01", form="FOUR_PARTS"
    )
    given = {**result(city), "session": later["testSession"]["id"]}
    assert said(await api.write("createTestResult", **given)) == [("INVALID", "session")]


STANDING = "query($id: ID!) { putonghuaStandings(filter: { teacher: { id: { eq: $id } } }) { nodes { state required { code } reached { code } unit { name } } } }"  # fmt: skip


async def stands(api: Api, teacher: str) -> list[tuple[str, str | None, str | None]]:
    nodes = (await api.data(STANDING, id=teacher))["putonghuaStandings"]["nodes"]
    codes = [tuple(node[name] and node[name]["code"] for name in ("required", "reached")) for node in nodes]
    return [(node["state"], *pair) for node, pair in zip(nodes, codes, strict=True)]


async def test_where_a_teacher_stands_follows_posts_results_and_reviews(api: Api, city: World) -> None:
    person = {"name": "林老师", "sex": "2", "birthDate": "1990-01-01", "staffing": "1", "enteredOn": "2020-09-01"}
    school = f"School:{city.schools['西城小学']}"
    made = await api.write("registerTeacher", "teacher { id }", unit=school, **person)
    teacher = made["teacher"]["id"]
    assert await stands(api, teacher) == [], "nothing is known of posts or results"
    post = {"teacher": teacher, "unit": school, "category": "1", "isMain": True, "period": {"from": "2020-09-01"}}
    taught = await api.write("createPost", "post { id }", **post, subject="14", stage="P")
    assert taught["errors"] == []
    assert await stands(api, teacher) == [("BELOW", "4", None)]
    tested = await api.write(
        "createTestResult", "testResult { id total level { code } review }", **result(city, teacher=teacher)
    )
    assert tested["testResult"] | {"id": ""} == {
        "id": "",
        "total": "89.0",
        "level": {"code": "3"},
        "review": "NOT_NEEDED",
    }
    assert await stands(api, teacher) == [("REACHED", "4", "3")]
    one = tested["testResult"]["id"]
    assert said(await api.write("updateTestResult", id=one, talk="29.90")) == []
    assert await stands(api, teacher) == [("REACHED", "4", "4")], "83.9"
    assert said(await api.write("updatePost", id=taught["post"]["id"], subject="13")) == []
    assert await stands(api, teacher) == [("BELOW", "3", "4")], "Chinese asks for more"

    scores = {"words": "20.00", "reading": "29.00", "talk": "39.00"}
    best = await api.write("updateTestResult", "testResult { level { code } review }", id=one, **scores)
    assert best["testResult"] == {"level": {"code": "1"}, "review": "NATIONAL"}
    assert await stands(api, teacher) == [("BELOW", "3", None)], "what waits for a review does not count"
    early = await api.as_(of_county(city.west, "language")).write("reviewTestResult", id=one, confirmed=True)
    assert said(early) == [("FORBIDDEN", "")]
    reviewed = await api.write(
        "reviewTestResult", "testResult { review certificate }", id=one, confirmed=True, certificate="5126001000009"
    )
    assert reviewed["testResult"] == {"review": "CONFIRMED", "certificate": "5126001000009"}
    assert await stands(api, teacher) == [("REACHED", "3", "1")]
    assert said(await api.write("reviewTestResult", id=one, confirmed=False)) == [("ENDED", "id")]

    ended = {"from": "2020-09-01", "until": "2026-01-01"}
    assert said(await api.write("updatePost", id=taught["post"]["id"], period=ended)) == []
    assert await stands(api, teacher) == [("NOT_ASKED", None, "1")]
    assert said(await api.write("updatePost", id=taught["post"]["id"], period={"from": "2020-09-01"})) == []
    assert said(await api.write("voidTestResult", id=one, reason="成绩作废")) == []
    assert await stands(api, teacher) == [("BELOW", "3", None)]
    moved = f"School:{city.schools['东城小学']}"
    assert said(await api.write("updateTeacher", id=teacher, unit=moved)) == []
    (node,) = (await api.data(STANDING, id=teacher))["putonghuaStandings"]["nodes"]
    assert node["unit"] == {"name": "东城小学"}
    assert said(await api.write("updateTeacher", id=teacher, status="RETIRED")) == []
    assert await stands(api, teacher) == [("NOT_ASKED", None, None)]
    assert said(await api.write("voidPost", id=taught["post"]["id"], reason="误录")) == []
    assert said(await api.write("voidTeacher", id=teacher, reason="误录")) == [], "a standing is in nobody's way"
    assert await stands(api, teacher) == []


async def test_an_odd_certificate_number_is_taken_and_told(api: Api, city: World) -> None:
    given = result(city, certificate="512600100")
    text = "mutation($input: CreateTestResultInput!) { createTestResult(input: $input) { testResult { id } errors { code } warnings { code path } } }"
    made = (await api.data(text, input=given))["createTestResult"]
    assert made["errors"] == []
    assert made["warnings"] == [{"code": "INVALID", "path": ["certificate"]}]
    assert said(await api.write("voidTestResult", id=made["testResult"]["id"], reason="样本")) == []


async def test_the_personnel_office_reads_standings_and_the_registrar_does_not(api: Api, city: World) -> None:
    asked = "{ putonghuaStandings { totalCount } testResults { totalCount } testSessions { totalCount } }"
    school = city.schools["东城小学"]
    seen = await api.as_(of_school(school, "personnel")).data(asked)
    assert (seen["putonghuaStandings"]["totalCount"], seen["testSessions"]["totalCount"]) == (1, 0)
    seen = await api.as_(of_school(school, "language")).data(asked)
    assert seen["testSessions"]["totalCount"] >= 3, "sessions are the whole city's"
    for actor in (of_school(school), of_city("integrator"), of_county(city.west, "language")):
        seen = await api.as_(actor).data(asked)
        assert (seen["putonghuaStandings"]["totalCount"], seen["testResults"]["totalCount"]) == (0, 0)


async def test_the_day_on_which_a_post_begins_changes_where_its_holder_stands(
    api: Api, city: World, clock: FixedClock, parts: Catalogue
) -> None:
    async def morning(days: int) -> Any:
        clock.moment = NOW + timedelta(days=days)
        doing = worker(api.services, *parts.tasks)
        await doing.plan()
        await finish(doing)
        standing = "query($f: PutonghuaStandingFilter) { putonghuaStandings(filter: $f) { nodes { required { code } state } } }"
        (found,) = (await api.data(standing, f={"teacher": {"id": {"eq": teacher}}}))["putonghuaStandings"]["nodes"]
        clock.moment = NOW
        return found["required"] and found["required"]["code"], found["state"]

    teacher, school = f"Teacher:{city.teacher}", f"School:{city.schools['东城小学']}"
    post = {"teacher": teacher, "unit": school, "category": "1", "subject": "13", "stage": "P", "isMain": False}
    begun = await api.write("createPost", **post, period={"from": "2026-10-20", "until": "2026-11-01"})
    assert begun["errors"] == []
    assert (await morning(1))[0] == "4"
    assert (await morning(8))[0] == "3", "the post, of a language teacher, has begun"
    assert (await morning(30))[0] == "4", "and is over"
