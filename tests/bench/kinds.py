"""What kinds cost when the process starts: `python -m tests.bench.kinds [--kinds N] [--rounds N]`.

As many kinds as are asked for are made up beside the product's own, each with eleven fields, two relations and all
that follows from them, and the schema is built from them in a process of its own. The second way builds, for the same
types, fields and arguments, Strawberry's types and then its schema; relations are plain text there, so it is a
lower bound.
"""

import argparse
import json
import resource
import statistics
import subprocess
import sys
import time
from typing import Any

from graphql import GraphQLInputObjectType, GraphQLObjectType, GraphQLSchema

WAYS = ("none", "graphql-core", "strawberry")


def made_up(count: int) -> tuple[Any, ...]:
    """Kinds with a field of most types, each related to the one before and to persons."""
    from bureau.kernel import rules
    from bureau.kernel.field import Boolean, Coded, Date, Integer, Moment, One, Scaled, Span, Text
    from bureau.kernel.kind import Kind
    from bureau.registry.person import SEX, Person
    from bureau.storage.record import Record

    kinds: list[Any] = []
    before: Any = Person
    for number in range(count):
        name = f"Sample{number}"
        back = (f"of_{number}", f"Of {number}", f"所属{number}")
        namespace = {
            "__module__": __name__,
            "__qualname__": name,
            "__doc__": f"A made-up kind, the {number}th.",
            "name": Text(60, "Name", "名称"),
            "code": Text(20, "Code", "代码", unique="live").optional(),
            "sex": Coded(SEX, "Sex", "性别").optional(),
            "count": Integer(0, 100, "Count", "数量").optional(),
            "price": Scaled(2, "Price", "价格", money=True).optional(),
            "flag": Boolean("Flag", "标志").optional(),
            "day": Date("Day", "日期").optional(),
            "moment": Moment("Moment", "时间").optional(),
            "span": Span("Span", "期间").optional(),
            "person": One(Person, "Person", "人员", back=(f"samples_{number}", f"Samples {number}", f"样本{number}")),
            "previous": One(before, "Previous", "前一个", back=back).optional(),
        }
        record = type(Record)(name, (Record,), namespace)
        kinds.append(
            Kind(
                record,
                label=(f"Sample {number}", f"Samples {number}", f"样本{number}"),
                read=rules.everyone,
                create=rules.registrar,
                update=rules.registrar,
                void=rules.registrar,
                natural_key=("code",),
                list=("name", "code"),
                order=("name", "day"),
                filter=("name", "code", "sex", "count", "price", "flag", "day", "moment"),
                group=("sex", "flag"),
            )
        )
        before = record
    return tuple(kinds)


def in_strawberry(schema: GraphQLSchema) -> Any:
    """Strawberry's types with as many fields and arguments as the schema has, and its schema of them."""
    import strawberry
    from strawberry.tools import create_type

    made: list[type] = []
    roots: dict[str, list[Any]] = {"Query": [], "Mutation": []}
    for type_ in schema.type_map.values():
        if type_.name.startswith("__") or not isinstance(type_, GraphQLObjectType | GraphQLInputObjectType):
            continue
        fields = roots.get(type_.name, [])
        for number, (name, field) in enumerate(type_.fields.items()):
            arguments = field.args if isinstance(type_, GraphQLObjectType) else {}  # type: ignore[union-attr]
            fields.append(_field(f"{name}_{number}", [f"a{n}" for n in range(len(arguments))], field.description or ""))
        if type_.name not in roots:
            is_input = isinstance(type_, GraphQLInputObjectType)
            made.append(create_type(type_.name, fields, is_input=is_input, description=type_.description))
    query, mutation = (create_type(name, fields) for name, fields in roots.items())
    return strawberry.Schema(query=query, mutation=mutation, types=made)


def _field(name: str, arguments: list[str], description: str) -> Any:
    import strawberry

    if not arguments:
        return strawberry.field(name=name, description=description, graphql_type=str | None)  # type: ignore[call-overload]
    scope: dict[str, Any] = {"__name__": __name__}
    given = ", ".join(f"{argument}: str | None = None" for argument in arguments)
    exec(f"def resolver({given}) -> str | None: ...", scope)
    return strawberry.field(resolver=scope["resolver"], name=name, description=description)


def child(count: int, way: str) -> None:
    """Build once and print what it took."""
    from bureau.catalogue import catalogue
    from bureau.engine.kinds import Kinds
    from bureau.graph.schema import BureauSchema

    begun = time.perf_counter()
    parts = catalogue(made_up(count))
    tables = time.perf_counter() - begun
    schema = BureauSchema(Kinds(parts.kinds, parts.tables), parts.actions)
    ours = time.perf_counter() - begun - tables
    before = _memory()
    types = len(schema.graphql.type_map)
    begun = time.perf_counter()
    if way == "strawberry":
        in_strawberry(schema.graphql)
        seconds = time.perf_counter() - begun
        found = {"types": types, "seconds": seconds, "MiB more": _memory() - before}
    else:
        found = {"kinds": len(parts.kinds), "types": types, "tables s": tables, "seconds": ours, "MiB": before}
    print(json.dumps(found))


def _memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Build both ways several times and print medians."""
    parser = argparse.ArgumentParser(description="What kinds cost when the process starts.")
    parser.add_argument("--kinds", type=int, default=90)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--child", choices=WAYS)
    options = parser.parse_args()
    if options.child:
        child(options.kinds, options.child)
        return
    for count, way in ((0, "graphql-core"), (options.kinds, "graphql-core"), (options.kinds, "strawberry")):
        command = [sys.executable, "-m", "tests.bench.kinds", "--child", way, "--kinds", str(count)]
        runs = [
            json.loads(subprocess.run(command, capture_output=True, check=True).stdout) for _ in range(options.rounds)
        ]
        print(way, {key: round(statistics.median(run[key] for run in runs), 2) for key in runs[0]})


if __name__ == "__main__":
    main()
