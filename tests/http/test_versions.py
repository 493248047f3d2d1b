"""The versions of a record over HTTP, by the clocks of the machine and of the database."""

from tests.support.live import Live
from tests.support.signing_in import ask, client, sign_in

HISTORY = "query($id: ID!) { recordHistory(id: $id) { versions { at verb byName fields } } }"
THEN = "query($id: ID!, $at: DateTime!) { school(id: $id, asOf: $at) { shortName } }"
CHANGE = """mutation($input: UpdateSchoolInput!) { updateSchool(input: $input) { school { id } errors { code } } }"""


def test_each_version_is_shown_as_of_its_moment(live: Live) -> None:
    school = f"School:{live.city.schools['东城小学']}"
    with client(live.url) as asking:
        sign_in(asking, "east")
        for name in ("东一", "东二", "东三"):
            assert ask(asking, CHANGE, input={"id": school, "shortName": name})["updateSchool"]["errors"] == []
        found = ask(asking, HISTORY, id=school)["recordHistory"]["versions"]
        assert [(v["verb"], v["byName"], v["fields"]) for v in found[:3]] == [("update", "east", ["shortName"])] * 3
        shown = [ask(asking, THEN, id=school, at=version["at"])["school"]["shortName"] for version in found[:4]]
        assert shown == ["东三", "东二", "东一", None]


def test_those_of_another_county_have_none(live: Live) -> None:
    with client(live.url) as asking:
        sign_in(asking, "county")
        pupil = f"Student:{live.city.students['曾晓明']}"
        assert ask(asking, HISTORY, id=pupil) == {"recordHistory": None}
