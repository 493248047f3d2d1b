"""What summaries can group by."""

from bureau.engine.tree import Col
from bureau.kernel.field import One
from bureau.kernel.kind import Kind
from bureau.storage.tables import path_column


def groupings(kind: Kind) -> tuple[str, ...]:
    """What summaries of a kind can group by: what it declares, and its relations."""
    relations = (name for name, f in kind.fields.items() if isinstance(f, One) and not (f.unique or f.internal))
    return tuple(dict.fromkeys((*kind.group, *relations)))


def group_name(path: str) -> str:
    """A grouping as the API's enum names it: `person.sex` is PERSON_SEX."""
    return path.replace(".", "_").upper()


def group_column(kind: Kind, alias: str, path: str) -> Col:
    """The column by which a grouping groups."""
    column = path_column(kind, path) if "." in path else kind.fields[path].column
    return Col(alias, column.name, column.type)
