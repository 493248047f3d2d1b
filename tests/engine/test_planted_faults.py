"""The tests are tested: each of these faults, planted in the engine, is caught by the random queries."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import orjson
import pytest

from bureau.engine import compile as compiler
from bureau.engine import filters, paging, plan, scope, where
from bureau.engine.dialects import postgres, sqlite
from bureau.engine.scope import Sight, every
from bureau.engine.tree import Always, AmongParam, Col, Compare, Exists, IsNull, Json, Never, Stands
from bureau.graph import selection
from bureau.graph.gateway import Gateway
from bureau.kernel.field import ColumnType
from tests.engine.test_reference import Zoo, compare
from tests.support import databases

MOST = 1500
"""Random queries asked until a fault is noticed."""

RARE = frozenset(
    {
        "a record has the former ids of all",
        "the last former id is left out",
        "rows stand until they are superseded and then too",
        "the day is ignored",
        "missing values do not meet ne",
        "ids of merged records stand for themselves",
        "scope is dropped inside some and none",
    }
)
"""Those that it takes hundreds of queries to meet: `make faults` and `make soak` plant them."""

Plant = Callable[[pytest.MonkeyPatch], None]
PLANTED: dict[str, Plant] = {}


def fault(plant: Plant) -> Plant:
    """Name a fault after its function."""
    PLANTED[plant.__name__.replace("_", " ")] = plant
    return plant


def wrap(patch: pytest.MonkeyPatch, owner: Any, name: str, change: Callable[..., Any]) -> None:
    """Let a method answer what `change` makes of the method and its arguments."""
    original = getattr(owner, name)
    patch.setattr(owner, name, lambda *args, **named: change(original, *args, **named))


@fault
def scope_is_dropped_on_nested_records(patch: pytest.MonkeyPatch) -> None:
    wrap(
        patch,
        Sight,
        "rows",
        lambda rows, me, kind, alias, reached=False: Always() if reached else rows(me, kind, alias),
    )


@fault
def scope_is_dropped_at_the_root(patch: pytest.MonkeyPatch) -> None:
    wrap(patch, Sight, "rows", lambda rows, me, kind, alias, reached=False: rows(me, kind, alias, reached=True) if reached else Always())  # fmt: skip


@fault
def the_county_of_a_grant_is_ignored(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(scope, "_units", lambda *_: Always())


@fault
def what_is_an_accounts_own_is_everybodys(patch: pytest.MonkeyPatch) -> None:
    wrap(patch, Sight, "_own", lambda own, me, kind, alias: Always() if kind.owner else own(me, kind, alias))


@fault
def masks_are_skipped(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Sight, "field", lambda *_: Always())


@fault
def variants_of_a_table_are_mixed_up(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Sight, "_of", lambda *_: Always())


@fault
def void_records_are_listed(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(plan, "alive", lambda *_: Always())


@fault
def a_page_has_one_row_too_many(patch: pytest.MonkeyPatch) -> None:
    wrap(patch, plan, "window", lambda window, *args: (w := window(*args)) and replace(w, limit=w.limit + 1))


@fault
def the_direction_of_an_order_is_ignored(patch: pytest.MonkeyPatch) -> None:
    wrap(
        patch, paging, "_order", lambda order, *args: (o := order(*args)) and (replace(o[0], descending=False), *o[1:])
    )


@fault
def ties_are_broken_the_wrong_way(patch: pytest.MonkeyPatch) -> None:
    def change(order: Any, *args: Any, **named: Any) -> str:
        head, comma, tie = order(*args, **named).rpartition(", ")
        return f"{head}{comma}{tie.removesuffix(' DESC')}" if comma else tie

    wrap(patch, where.Where, "order", change)


@fault
def missing_values_come_first(patch: pytest.MonkeyPatch) -> None:
    wrap(patch, where.Where, "order", lambda order, *args, **named: order(*args, **named).replace("NULLS LAST", "NULLS FIRST"))  # fmt: skip


@fault
def the_row_of_a_cursor_is_listed_again(patch: pytest.MonkeyPatch) -> None:
    wrap(patch, where.Where, "_beyond", lambda beyond, *args: beyond(*args).replace(" > (", " >= (").replace(" < (", " <= ("))  # fmt: skip


@fault
def cursors_are_ignored(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(plan, "beyond", lambda *_: None)


@fault
def every_page_has_a_next_one(patch: pytest.MonkeyPatch) -> None:
    wrap(patch, compiler._Writer, "_fact", lambda fact, me, f: fact(me, f).replace("> ", ">= ") if "Page" in f.of else fact(me, f))  # fmt: skip


@fault
def lists_forget_what_they_hang_on(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(plan.Planner, "_link", lambda *_: Always())


@fault
def missing_values_do_not_meet_ne(patch: pytest.MonkeyPatch) -> None:
    wrap(
        patch, where.Where, "predicate", lambda predicate, *args: predicate(*args).replace(") IS NOT TRUE", ") = FALSE")
    )


@fault
def less_means_less_or_equal(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(filters, "_OPERATORS", {**filters._OPERATORS, "lt": "<="})


@fault
def all_conditions_of_or_must_hold(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(filters, "some", every)


@fault
def percent_signs_are_wildcards(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(filters, "_escaped", filters._text)


@fault
def one_word_of_a_search_is_enough(patch: pytest.MonkeyPatch) -> None:
    for dialect in (postgres.Postgres, sqlite.Sqlite):
        wrap(patch, dialect, "found", lambda found, *args: found(*args).replace("NOT EXISTS", "EXISTS").replace(" = 0", " > 0"))  # fmt: skip


@fault
def relations_that_lead_nowhere_meet_conditions(patch: pytest.MonkeyPatch) -> None:
    wrap(patch, filters, "IsNull", lambda is_null, column, null: Always() if not null else IsNull(column, null))


class Blind(Sight):
    """Sees every row."""

    def rows(self, *_: Any, **__: Any) -> Any:
        return Always()


@fault
def scope_is_dropped_inside_some_and_none(patch: pytest.MonkeyPatch) -> None:
    def change(found: Any, me: Any, *args: Any) -> Any:
        blind = Blind(me._sight._actor, me._kinds)
        return found(filters.Filters(me._kinds, blind, me._new_alias, me._rows_of, me._in_force, me._stands), *args)

    wrap(patch, filters.Filters, "_any", change)


@fault
def void_records_count_for_some_and_none(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(filters, "alive", lambda *_: Always())


@fault
def none_means_some(patch: pytest.MonkeyPatch) -> None:
    wrap(patch, filters, "_negated", lambda negated, of: of if isinstance(of, Exists) else negated(of))


@fault
def any_record_at_all_will_do_for_some(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(filters, "Same", lambda *_: Always())


@fault
def withheld_fields_can_be_filtered_by(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Sight, "may_sift", lambda *_: True)


@fault
def quotes_are_not_escaped(patch: pytest.MonkeyPatch) -> None:
    for dialect in (postgres.Postgres, sqlite.Sqlite):
        patch.setattr(dialect, "text", lambda _, column: f"'\"'||{column}||'\"'")


@fault
def decimals_lose_their_last_digit(patch: pytest.MonkeyPatch) -> None:
    for dialect in (postgres.Postgres, sqlite.Sqlite):
        wrap(patch, dialect, "scaled", lambda scaled, *args: f"substr({scaled(*args)}, 1, 3)")


@fault
def labels_are_always_english(patch: pytest.MonkeyPatch) -> None:
    for dialect in (postgres.Postgres, sqlite.Sqlite):
        wrap(patch, dialect, "label", lambda label, me, table, column, _: label(me, table, column, "english"))


@fault
def skipped_fields_are_answered(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(selection.Reader, "_included", lambda *_: True)


@fault
def groups_without_a_value_are_left_out(patch: pytest.MonkeyPatch) -> None:
    wrap(patch, plan.Planner, "_group_value", lambda value, *args: Json('"?"') if value(*args) == Json("null") else value(*args))  # fmt: skip


@fault
def the_past_is_as_the_present(patch: pytest.MonkeyPatch) -> None:
    wrap(patch, plan.Planner, "_rows_of", lambda rows_of, *args: replace(rows_of(*args), past=None))


@fault
def what_was_superseded_is_forgotten(patch: pytest.MonkeyPatch) -> None:
    wrap(patch, where.Where, "branches", lambda branches, *args: branches(*args)[:1])


@fault
def what_came_later_is_known_before(patch: pytest.MonkeyPatch) -> None:
    wrap(
        patch,
        where.Where,
        "branches",
        lambda branches, me, rows, read: branches(me, rows, lambda c, r, s: read(c, r, s.replace(" <= ", " >= "))),
    )


@fault
def rows_stand_until_they_are_superseded_and_then_too(patch: pytest.MonkeyPatch) -> None:
    wrap(
        patch,
        where.Where,
        "branches",
        lambda branches, me, rows, read: branches(me, rows, lambda c, r, s: read(c, r, s.replace(" > ", " >= "))),
    )


@fault
def the_past_shows_what_is_not_seen_today(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(plan.Planner, "_today", lambda *_: None)


@fault
def the_day_is_ignored(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(plan, "on_day", lambda *_: Always())


@fault
def what_is_withheld_is_not_told(patch: pytest.MonkeyPatch) -> None:
    wrap(patch, Sight, "field", lambda field, me, rule, place: (f := field(me, rule, place)) and (Always() if isinstance(f, Never) else f))  # fmt: skip


@fault
def a_page_of_groups_has_one_too_many(patch: pytest.MonkeyPatch) -> None:
    wrap(patch, plan, "group_window", lambda window, *args: (w := window(*args)) and replace(w, limit=w.limit + 1))


@fault
def the_group_of_a_cursor_is_listed_again(patch: pytest.MonkeyPatch) -> None:
    wrap(patch, compiler._Writer, "_grouped", lambda grouped, *args: grouped(*args).replace("OFFSET abs(", "OFFSET -1 + abs("))  # fmt: skip


@fault
def groups_are_numbered_anew_on_every_page(patch: pytest.MonkeyPatch) -> None:
    wrap(patch, compiler._Writer, "_grouped", lambda grouped, *args: grouped(*args).replace(".id) FILTER", ".rn) FILTER"))  # fmt: skip


@fault
def cursors_of_other_groupings_are_taken(patch: pytest.MonkeyPatch) -> None:
    wrap(patch, paging, "_anchors", lambda anchors, mark: lambda cursor: anchors(mark)(f"{mark}-{cursor.partition('-')[2]}"))  # fmt: skip


@fault
def a_sum_is_of_one_record_alone(patch: pytest.MonkeyPatch) -> None:
    wrap(patch, compiler, "_sum", lambda summed, *args: summed(*args).replace("sum(", "max("))


@fault
def a_sum_is_of_another_column(patch: pytest.MonkeyPatch) -> None:
    wrap(patch, compiler, "_sum", lambda summed, *args: summed(*args).replace(".price)", ".length)"))


@fault
def members_of_a_union_come_in_another_order(patch: pytest.MonkeyPatch) -> None:
    wrap(patch, plan.Planner, "_root_search", lambda search, me, root: search(me, replace(root, shapes=root.shapes[::-1])))  # fmt: skip


@fault
def a_blank_search_finds_everything(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(plan, "something_sought", lambda *_: Always())


@fault
def a_search_shows_one_too_many_of_each_kind(patch: pytest.MonkeyPatch) -> None:
    wrap(patch, plan, "hits", lambda hits, *args: hits(*args) + 1)


@fault
def a_search_looks_among_all_kinds(patch: pytest.MonkeyPatch) -> None:
    wrap(patch, selection.Reader, "_found", lambda found, me, _, nodes: found(me, None, nodes))


@fault
def ids_of_merged_records_stand_for_themselves(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(plan.Planner, "_stands", lambda _, __, column, of: AmongParam(column, of) if of.many else Compare(column, "=", of))  # fmt: skip


@fault
def ids_stand_for_what_they_stand_for_today_in_the_past_too(patch: pytest.MonkeyPatch) -> None:
    wrap(patch, plan.Planner, "_stands", lambda stands, *args: (s := stands(*args)) and (replace(s, rows=replace(s.rows, past=None)) if isinstance(s, Stands) else s))  # fmt: skip


@fault
def a_record_has_the_former_ids_of_all(patch: pytest.MonkeyPatch) -> None:
    wrap(patch, plan.Planner, "_former_ids", lambda former, *args: (p := former(*args)) and replace(p, rows=replace(p.rows, where=IsNull(Col(p.rows.alias, "merged_into_id", ColumnType.ID), False))))  # fmt: skip


@fault
def the_last_former_id_is_left_out(patch: pytest.MonkeyPatch) -> None:
    wrap(patch, plan.Planner, "_former_ids", lambda former, *args: replace(former(*args), limit=0))


@fault
def fragments_apply_to_their_own_type_alone(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(selection, "is_abstract_type", lambda *_: False)


def test_there_are_twenty_and_more() -> None:
    assert len(PLANTED) >= 20


LONG = {*PLANTED} - {*list(PLANTED)[::3]} | {*RARE} if databases.DIALECT == "sqlite" else {*PLANTED}
"""Those for which a change does not wait: `make faults` plants all of them, on PostgreSQL too."""


@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=pytest.mark.soak) if name in LONG else name for name in PLANTED]
)
async def test_it_is_caught(zoo: Zoo, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    fresh = Gateway(zoo.api.schema, zoo.api.services.store.database.settings)  # which knows no plan yet
    planted = replace(zoo, api=replace(zoo.api, gateway=fresh))
    PLANTED[name](monkeypatch)
    for seed in range(MOST):
        try:
            await compare(planted, seed)
        except orjson.JSONDecodeError:
            return  # an answer that is no JSON
        except AssertionError as noticed:
            if "INTERNAL" in str(noticed):
                continue  # no answer at all: it must be a wrong one
            return
    pytest.fail(f"{name}: nobody noticed")
