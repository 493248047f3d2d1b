"""The base of every record: a Tortoise model built from the fields declared in its body.

A subclass of a record that is not abstract shares its table: a School is a Unit and has its id.
"""

import inspect
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar, cast

from tortoise import fields as orm
from tortoise.models import Model, ModelMeta

from bureau.kernel.field import Column, ColumnType, Field, One, Sealed
from bureau.kernel.kind import About, Kind
from bureau.kernel.text import camel, pascal, snake
from bureau.storage.tables import Table

R = TypeVar("R", bound="Record")

APP = "bureau"
"""The one Tortoise app all records belong to."""


def moment_text(moment: datetime) -> str:
    """A moment as SQLite holds it: UTC text of one width, so that the order of texts is the order of moments."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


class MomentField(orm.Field[datetime], datetime):
    """A moment in UTC: timestamptz on PostgreSQL, `moment_text` on SQLite.

    Tortoise's own DatetimeField keeps the offset it was given and then compares the texts on SQLite.
    """

    skip_to_python_if_native = True

    def to_db_value(self, value: Any, instance: Any) -> Any:
        if value is None or self.model._meta.db.capabilities.dialect != "sqlite":
            return value
        return moment_text(value)

    def to_python_value(self, value: Any) -> datetime | None:
        return datetime.fromisoformat(value) if isinstance(value, str) else value


_FIELDS: dict[ColumnType, Any] = {
    ColumnType.ID: orm.BigIntField,
    ColumnType.INTEGER: orm.BigIntField,
    ColumnType.TEXT: orm.TextField,
    ColumnType.PLAIN: orm.TextField,
    ColumnType.KEY: orm.TextField,
    ColumnType.BOOLEAN: orm.BooleanField,
    ColumnType.DATE: orm.DateField,
    ColumnType.MOMENT: MomentField,
    ColumnType.BYTES: orm.BinaryField,
    ColumnType.JSON: orm.TextField,
}


def model_field(column: Column) -> Any:
    """The Tortoise field of a plain column."""
    return _FIELDS[column.type](null=column.null)


def _model_fields(field: Field[Any]) -> dict[str, Any]:
    if isinstance(field, One):
        target, null = f"{APP}.{field.target_name}", cast("Any", field.null)
        return {field.name: orm.ForeignKeyField(target, related_name=False, null=null)}
    return {column.name: model_field(column) for column in field.columns}


class RecordMeta(ModelMeta):
    """Turns declared fields into the Tortoise fields of their columns and keeps what was declared."""

    def __new__(mcs, name: str, bases: tuple[type, ...], namespace: dict[str, Any]) -> "RecordMeta":
        above: list[About] = [about for base in bases if (about := getattr(base, "about", None))]
        declared: dict[str, Field[Any]] = {}
        for about in above:
            declared |= about.fields
        family = (name, *(pascal(about.name) for about in above))
        own = {key: value for key, value in namespace.items() if isinstance(value, Field)}
        for key, field in own.items():
            field.name = key
            if field.read is not None:
                field.read = field.read.of(f"{name}.{camel(key)}").on(*family)
            if isinstance(field, Sealed):
                field.reveal = field.reveal.on(*family)
        declared |= own

        abstract = getattr(namespace.get("Meta"), "abstract", False)
        table = above[0].table if above else getattr(namespace.get("Meta"), "table", snake(name))
        body = {key: value for key, value in namespace.items() if key not in own}
        for field in declared.values() if not abstract else ():
            body |= _model_fields(field)
        if not abstract:
            body.setdefault("Meta", type("Meta", (), {})).table = table
        # Tortoise looks into each class's source for comments, which takes a quarter of the start: without a module
        # there is none to be found.
        cls = cast("RecordMeta", super().__new__(mcs, name, bases, body | {"__module__": ""}))
        cls.__module__ = namespace["__module__"]
        for key, field in own.items():
            field.owner = cls
            if isinstance(field, One) and field.target_name == name:
                field.found(cls)
            type.__setattr__(cls, key, field)
        if not abstract:
            cls.about = About(snake(name), table, declared)
        return cls

    def __setattr__(self, name: str, value: Any) -> None:
        """Let Tortoise say how a record leads to its relations, and keep what was declared on the class."""
        declared = inspect.getattr_static(self, name, None)
        if isinstance(declared, One) and isinstance(value, property):
            declared.accessor = value
        else:
            super().__setattr__(name, value)

    about: About


class Record(Model, metaclass=RecordMeta):
    """What every record has besides its declared fields."""

    about: ClassVar[About]

    id = orm.BigIntField(primary_key=True, generated=False)
    version = orm.BigIntField(default=1)
    position = orm.BigIntField(default=0)
    void_reason = orm.TextField(null=True)

    class Meta:  # noqa: D106 (Tortoise reads it)
        abstract = True

    if TYPE_CHECKING:

        def __init__(self, **values: Any) -> None: ...


def blank(record: type[R], values: dict[str, Any]) -> R:
    """A record in memory that no database knows: what checks look at before anything is written."""
    draft = record.__new__(record)
    draft.__dict__.update(values)
    return draft


def complete(kind: Kind, table: Table, siblings: Iterable[Kind]) -> None:
    """Add to a kind's model the columns that storage keeps beside the declared ones: scope, sort keys, copies."""
    model: Any = kind.record
    declared = {column.name for k in (kind, *siblings) for field in k.fields.values() for column in field.columns}
    for column in table.columns:
        if column.name not in model._meta.fields_map and column.name not in declared:
            model._meta.add_field(column.name, model_field(column))
