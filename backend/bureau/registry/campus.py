"""A campus: one of the sites at which a school teaches (校区)."""

from collections.abc import Iterator, Sequence

from bureau.kernel import rules
from bureau.kernel.errors import Code, Fault, fault
from bureau.kernel.field import Boolean, One, Scaled, Text
from bureau.kernel.kind import CheckContext, Kind, Stays
from bureau.kernel.rules import Level
from bureau.registry.division import Division
from bureau.registry.school import School
from bureau.storage.record import Record

_DEGREE = 10**6
"""Degrees are held in millionths, a tenth of a metre."""


class Campus(Record):
    """A site of a school, with its address and where it lies; one of them is the main one."""

    school = One(School, "School", "学校", back=("campuses", "Campuses", "校区"))
    name = Text(100, "Name", "名称")
    is_main = Boolean("Main campus", "是否主校区")
    address = Text(200, "Address", "地址").optional()
    division = One(Division, "Division", "所在区划").optional()
    longitude = Scaled(6, "Longitude", "经度", note=("Degrees east, CGCS2000.", "东经度，CGCS2000。")).optional()
    latitude = Scaled(6, "Latitude", "纬度", note=("Degrees north, CGCS2000.", "北纬度，CGCS2000。")).optional()


async def _know_main_ones(campuses: Sequence[Campus]) -> None:
    """Whether the school has another main campus already, in the database or before it in the file."""
    schools = {campus.__dict__["school_id"] for campus in campuses} - {None}
    rows = await Campus.filter(school_id__in=list(schools), is_main=True, void_reason__isnull=True)
    changed = {campus.__dict__.get("id") for campus in campuses} - {None}
    main = {row.school_id for row in rows if row.id not in changed}  # type: ignore[attr-defined]
    for campus in campuses:
        school = campus.__dict__["school_id"]
        campus.__dict__["_is_second"] = bool(campus.is_main) and school in main
        if campus.is_main:
            main.add(school)


def _is_the_only_main_one(campus: Campus, context: CheckContext) -> Iterator[Fault]:
    if campus.__dict__.get("_is_second"):
        yield fault(Code.DUPLICATE, "is_main", kind=Campus.is_main.words)


def _lies_on_earth(campus: Campus, context: CheckContext) -> Iterator[Fault]:
    """Both or neither, and within the bounds of degrees."""
    for name, value, most in (("longitude", campus.longitude, 180), ("latitude", campus.latitude, 90)):
        if value is not None and abs(value) > most * _DEGREE:
            yield fault(Code.OUT_OF_RANGE, name, least=-most, most=most)
    if (campus.longitude is None) != (campus.latitude is None):
        yield fault(Code.REQUIRED, "longitude" if campus.longitude is None else "latitude")


campus = Kind(
    Campus,
    label=("Campus", "Campuses", "校区"),
    scope=Stays("school"),
    read=rules.offices,
    create=rules.registrar.at(Level.CITY, Level.COUNTY),
    update=rules.registrar.at(Level.CITY, Level.COUNTY),
    void=rules.registrar.at(Level.CITY, Level.COUNTY),
    natural_key=("school", "name"),
    title=("name", "school.name"),
    list=("school.name", "name", "is_main", "address"),
    order=("name",),
    filter=("name", "is_main"),
    group=("is_main",),
    fills=(_know_main_ones,),
    checks=(_is_the_only_main_one, _lies_on_earth),
)
