"""What a school offers in one stage in one school year: places and classes (学段与办学规模)."""

from collections.abc import Iterator

from bureau.kernel import rules
from bureau.kernel.errors import Code, Fault, fault
from bureau.kernel.field import Coded, Integer, One
from bureau.kernel.kind import CheckContext, Kind, Stays
from bureau.kernel.rules import Level
from bureau.registry.school import School
from bureau.registry.school_year import SchoolYear
from bureau.registry.stages import STAGE, stages
from bureau.storage.record import Record


class SchoolStage(Record):
    """The places and classes that a school has in one stage in one school year."""

    school = One(School, "School", "学校", back=("stages", "Stages", "学段"))
    school_year = One(SchoolYear, "School year", "学年")
    stage = Coded(STAGE, "Stage", "学段")
    places = Integer(0, 20000, "Places", "学位数")
    classes = Integer(0, 500, "Classes", "班级数").optional()


def _is_offered(stage: SchoolStage, context: CheckContext) -> Iterator[Fault]:
    """§1.2: the stages a school may have follow from its type."""
    type_ = stage.school.type
    if context.profile == "cn" and type_ and stage.stage not in stages(type_):
        yield fault(Code.NOT_OFFERED, "stage")


school_stage = Kind(
    SchoolStage,
    label=("School stage", "School stages", "学校学段"),
    scope=Stays("school"),
    read=rules.offices,
    create=rules.registrar.at(Level.CITY, Level.COUNTY),
    update=rules.registrar.at(Level.CITY, Level.COUNTY),
    void=rules.registrar.at(Level.CITY, Level.COUNTY),
    natural_key=("school", "school_year", "stage"),
    list=("school.name", "school_year.name", "stage", "places", "classes"),
    order=("places",),
    filter=("stage", "places"),
    group=("stage",),
    checks=(_is_offered,),
)
