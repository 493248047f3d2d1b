"""One request over a county's schools: the first thing the product must do."""

from tests.support.api import Api
from tests.support.people import DIRECTOR, of_county, of_school
from tests.support.world import World

SCHOOLS_OF_ONE_COUNTY = """
query Schools($county: String!) {
  schools(filter: { superior: { code: { eq: $county } } }, orderBy: NAME_ASC) {
    totalCount
    nodes {
      name
      type { code label(lang: ZH) }
      principal { name }
      studentsSummary(by: [GRADE]) { totalCount nodes { key { grade { code } } count } }
    }
  }
}
"""


async def test_the_schools_of_a_county_with_their_students_by_grade(api: Api, city: World) -> None:
    found = await api.as_(DIRECTOR).data(SCHOOLS_OF_ONE_COUNTY, county="510104")
    assert found["schools"]["totalCount"] == 2
    primary, middle = found["schools"]["nodes"]
    assert primary["name"] == "东城小学"
    assert primary["type"] == {"code": "211", "label": "小学"}
    assert primary["principal"] == {"name": "周校长"}
    assert primary["studentsSummary"] == {
        "totalCount": 3,
        "nodes": [{"key": {"grade": {"code": "P1"}}, "count": 2}, {"key": {"grade": {"code": "P6"}}, "count": 1}],
    }
    assert middle["principal"] is None


async def test_the_county_itself_sees_the_same(api: Api, city: World) -> None:
    as_director = await api.as_(DIRECTOR).ask(SCHOOLS_OF_ONE_COUNTY, county="510104")
    as_county = await api.as_(of_county(city.east)).ask(SCHOOLS_OF_ONE_COUNTY, county="510104")
    assert as_county.data == as_director.data
    assert as_county.raw.split(b',"extensions"')[0] == as_director.raw.split(b',"extensions"')[0], "to the byte"


async def test_another_county_sees_nothing_whatever_the_nesting(api: Api, city: World) -> None:
    other = api.as_(of_county(city.west))
    assert (await other.data(SCHOOLS_OF_ONE_COUNTY, county="510104"))["schools"] == {"totalCount": 0, "nodes": []}
    deeper = await other.data(
        "query($id: ID!, $school: ID!, $student: ID!) { office(id: $id) { name subordinates { totalCount nodes { name } } }"
        " school(id: $school) { name } student(id: $student) { number }"
        ' divisions(filter: {code: {eq: "510104"}}) { nodes { units { totalCount nodes { name } } } }'
        " students(filter: {school: {id: {eq: $school}}}) { totalCount } }",
        id=f"Office:{city.east}",
        school=f"School:{city.schools['东城小学']}",
        student=f"Student:{city.students['王芳']}",
    )
    assert deeper["office"] == {"name": "锦江区教育局", "subordinates": {"totalCount": 0, "nodes": []}}
    assert deeper["school"] is None
    assert deeper["student"] is None
    assert deeper["students"]["totalCount"] == 0
    assert deeper["divisions"]["nodes"][0]["units"]["nodes"] == [{"name": "锦江区教育局"}]


async def test_a_school_sees_itself_alone(api: Api, city: World) -> None:
    school = api.as_(of_school(city.schools["西城小学"]))
    found = await school.data("{ schools { nodes { name students { totalCount } } } students { totalCount } }")
    assert found == {
        "schools": {"nodes": [{"name": "西城小学", "students": {"totalCount": 2}}]},
        "students": {"totalCount": 2},
    }


async def test_nobody_sees_only_what_is_public(nobody: Api, city: World) -> None:
    found = await nobody.data(
        "{ schools { totalCount } students { totalCount } persons { totalCount } units { totalCount }"
        ' divisions(filter: {code: {eq: "510104"}}) { nodes { name } } viewer { username } }'
    )
    assert found == {
        "schools": {"totalCount": 0},
        "students": {"totalCount": 0},
        "persons": {"totalCount": 0},
        "units": {"totalCount": 0},
        "divisions": {"nodes": [{"name": "锦江区"}]},
        "viewer": None,
    }
