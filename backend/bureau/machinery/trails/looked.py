"""Who looked at one pupil, as their guardians are told: when, in which role, where from, at what and why; no names."""

from collections.abc import Collection, Mapping, Sequence

import orjson

from bureau.access.actors import role_words
from bureau.kernel.kind import Kind
from bureau.kernel.text import camel
from bureau.kernel.words import Words
from bureau.machinery.sheets import Cell
from bureau.machinery.trails.listing import Listing, Span, Trails
from bureau.registry.unit import UnitCategory
from bureau.storage.journal import QUESTIONS
from bureau.storage.sql import among, moment_in
from bureau.storage.store import Store
from bureau.storage.subjects import records_about

HEADS = ("时间 At", "角色 Roles", "机构 Units", "操作 What", "记录 Record", "字段 Fields", "事由 Reason")

_READ = Words("read", "查看")
_ASKED = {
    "match": Words("compared", "比对"),
    "lookup": Words("looked for", "查找"),
    "reveal": Words("in the clear", "查看明文"),
}


async def looked(trails: Trails, student: int, span: Span) -> Listing:
    """Each read that showed a record about a pupil, and each question about what of them is sealed."""
    store = trails.store
    person, units = await _of(store, student)
    kinds = {kind.type_name: kind for kind in store.kinds}
    roles, rows, unknown = await role_words(store.database), list[Sequence[Cell]](), 0
    async for entry, found in trails.reads(span, lambda entry: _might_reach(entry[3], entry[4], units)):
        if found is None:
            unknown += 1
            continue
        about = await trails.about(one.record for one in found)
        who = _who(entry[3], roles, units)
        for one in found:
            if person in about.get(one.record, ()):
                fields = _fields(kinds[one.record.partition(":")[0]], one.fields)
                rows.append((moment_in(entry[1]), *who, _READ.both, one.record, fields, ""))
    rows += await _questions(store, person, span)
    return Listing(HEADS, sorted(rows, key=lambda row: str(row[0])), unknown)


async def _of(store: Store, student: int) -> tuple[int, Mapping[int, str]]:
    """The person whom a pupil is, and the names of the units in which the pupil is: school, county, city."""
    readers = store.database.readers
    sql = "SELECT person_id, school_id, county_id FROM student WHERE id = $1"
    ((person, school, county),) = map(tuple, await readers.fetch(sql, [student]))
    sql = f"SELECT id, name FROM unit WHERE id IN ($1, $2) OR category = '{UnitCategory.BUREAU}'"
    return person, dict(map(tuple, await readers.fetch(sql, [school, county or school])))


def _might_reach(grants: str, beyond: str | None, units: Collection[int]) -> bool:
    """Whether somebody who saw by this may have seen a pupil of these units."""
    return beyond is not None or any(unit in units for _, _, unit in orjson.loads(grants))


def _who(grants: str, roles: Mapping[str, Words], units: Mapping[int, str]) -> tuple[str, str]:
    """The roles of a reader at the pupil's units, and these."""
    held = [(role, unit) for role, _, unit in orjson.loads(grants) if unit in units]
    named = dict.fromkeys(roles[role].both if role in roles else role for role, _ in held)
    return "; ".join(named), "; ".join(dict.fromkeys(units[unit] for _, unit in held))


async def _questions(store: Store, person: int, span: Span) -> list[Sequence[Cell]]:
    """What was asked about the sealed values of a person's records."""
    database, rows = store.database, list[Sequence[Cell]]()
    for kind, ids in (await records_about(store, person)).items():
        of, values = among(database.dialect, "record_id", sorted(ids))
        places = [f"${len(values) + n}" for n in (1, 2, 3)]
        verbs = ", ".join(f"'{verb}'" for verb in QUESTIONS)
        sql = (
            f"SELECT at, verb, record_id, changes, reason FROM journal WHERE {of} AND kind = {places[0]}"
            f" AND at >= {places[1]} AND at < {places[2]} AND verb IN ({verbs}) ORDER BY id"
        )
        found = await database.readers.fetch(sql, [*values, kind.name, span.start, span.until])
        for at, verb, record, changes, reason in map(tuple, found):
            fields = _fields(kind, [camel(orjson.loads(changes)["field"])])
            rows.append((moment_in(at), "", "", _ASKED[verb].both, f"{kind.type_name}:{record}", fields, reason or ""))
    return rows


def _fields(kind: Kind, names: Sequence[str]) -> str:
    """Fields by their words, as far as they have any."""
    words: dict[str, Words] = {camel(name): declared.words for name, declared in kind.fields.items()}
    return "; ".join(words[name].both if name in words else name for name in names)
