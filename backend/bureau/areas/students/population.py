"""The population of school age: how many children of a stage's official ages live in a division (学龄人口)."""

from collections.abc import Iterator

from bureau.kernel import rules
from bureau.kernel.errors import Fault, invalid
from bureau.kernel.field import Choice, Date, Integer, One, State, Text
from bureau.kernel.kind import CheckContext, Distinct, Kind
from bureau.kernel.rules import Level
from bureau.registry.division import Division, DivisionLevel
from bureau.registry.school_year import SchoolYear
from bureau.storage.record import Record


class AgeStage(State):
    """A stage of education as rates of entry have it; the official ages of each are dated data (学段)."""

    PRESCHOOL = "PRESCHOOL", "Three preschool years", "学前三年"
    PRIMARY = "PRIMARY", "Primary", "小学"
    JUNIOR = "JUNIOR", "Junior", "初中"
    SENIOR = "SENIOR", "Senior, general and vocational", "高中阶段"


class SchoolAgePopulation(Record):
    """How many children of the official ages of a stage live in a county or in the city at the start of a school year.

    They are counted by others, from the census or the register of residents, and entered with their source. Where
    nothing is entered for the city, the sum of its counties holds, once all of them are known.
    """

    division = One(
        Division, "Division", "区划", back=("school_age_populations", "Population of school age", "学龄人口")
    )
    school_year = One(SchoolYear, "School year", "学年")
    stage = Choice(AgeStage, "Stage", "学段")
    people = Integer(1, 2**31 - 1, "People", "人数")
    source = Text(
        200,
        "Source",
        "数据来源",
        note=("Who counted them, and in which document.", "统计部门及文件，如公安户籍统计、人口普查公报。"),
    )
    counted_on = Date("As of", "统计时点")


def _is_of_a_city_or_county(population: SchoolAgePopulation, context: CheckContext) -> Iterator[Fault]:
    if population.division.level == DivisionLevel.STREET:
        yield invalid("division", "it is counted for counties and the city.", "学龄人口按区县或全市统计。")


def _was_counted_by_now(population: SchoolAgePopulation, context: CheckContext) -> Iterator[Fault]:
    if population.counted_on > context.today:
        yield invalid("counted_on", "it lies in the future.", "统计时点不能晚于今天。")


school_age_population = Kind(
    SchoolAgePopulation,
    label=("Population of school age", "School age populations", "学龄人口"),
    read=rules.offices,
    create=rules.registrar.at(Level.CITY),
    update=rules.registrar.at(Level.CITY),
    void=rules.registrar.at(Level.CITY),
    natural_key=("division", "school_year", "stage"),
    title=("division.name", "stage", "school_year.name"),
    list=("division.name", "school_year.name", "stage", "people", "source", "counted_on"),
    order=("counted_on",),
    filter=("stage", "counted_on"),
    group=("stage",),
    distinct=(Distinct(("division", "school_year", "stage"), "stage"),),
    checks=(_is_of_a_city_or_county, _was_counted_by_now),
)
