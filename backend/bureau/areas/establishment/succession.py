"""A succession: what a school came of, or what became of it (承接关系)."""

from collections.abc import Iterator

from bureau.kernel import rules
from bureau.kernel.errors import Fault, invalid
from bureau.kernel.field import Choice, Date, One, State, Text
from bureau.kernel.kind import CheckContext, Kind, Stays
from bureau.registry.school import School
from bureau.storage.record import Record


class SuccessionSort(State):
    """How a school follows another, or itself (承接方式)."""

    MERGED_INTO = "MERGED_INTO", "Merged into", "并入"
    SPLIT_FROM = "SPLIT_FROM", "Split from", "分立自"
    RENAMED = "RENAMED", "Renamed", "更名"
    MOVED = "MOVED", "Moved", "迁址"


class SchoolSuccession(Record):
    """That a school follows another from a day on: it took it over, or was part of it. A school that was renamed or
    moved follows itself, with the name or the address that it had.

    Statistics of a school reach back over those that it took over; who asks for a school that is no more finds the one
    that follows it.
    """

    school = One(School, "School", "学校", back=("predecessions", "What it follows", "承接自"))
    predecessor = One(School, "Predecessor", "原学校", back=("successions", "What follows it", "由其承接"))
    sort = Choice(SuccessionSort, "How", "承接方式")
    effective_on = Date("Takes effect on", "生效日期")
    predecessor_name = Text(200, "Name of the predecessor then", "原学校当时名称")
    predecessor_code = Text(32, "Code of the predecessor then", "原学校当时标识码", form="code")
    predecessor_address = Text(200, "Address of the predecessor then", "原学校当时地址").optional()
    document = Text(100, "Decision", "批准文号").optional()


def _follows_another_or_itself(one: SchoolSuccession, context: CheckContext) -> Iterator[Fault]:
    is_itself = one.school.id == one.predecessor.id
    if is_itself != (one.sort in (SuccessionSort.RENAMED, SuccessionSort.MOVED)):
        yield invalid("predecessor", "renamed and moved schools follow themselves alone.", "仅更名、迁址承接自身。")


school_succession = Kind(
    SchoolSuccession,
    label=("School succession", "School successions", "承接关系"),
    scope=Stays("school"),
    read=rules.offices,
    title=("predecessor_name", "sort", "effective_on"),
    list=("school.name", "sort", "predecessor_name", "predecessor_code", "effective_on", "document"),
    order=("effective_on",),
    filter=("sort", "effective_on", "predecessor_code", "predecessor_name"),
    group=("sort",),
    checks=(_follows_another_or_itself,),
)
