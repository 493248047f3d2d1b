"""What must hold of any database after anything was done to it."""

from bureau.graph.context import Services
from bureau.kernel.kind import Tree


async def assert_carried(services: Services) -> None:
    """Every column that repeats one of a related record says what that record says."""
    store = services.store
    trees = {kind.table: kind.scope for kind in store.kinds if isinstance(kind.scope, Tree)}
    checked = 0
    for table in store.tables.values():
        for carried in table.carried:
            expected = (
                f"(SELECT s.{carried.source_column} FROM {carried.source_table} s WHERE s.id = d.{carried.relation})"
            )
            tree = trees.get(table.name)
            if tree:
                expected = f"CASE WHEN d.{tree.field} = '{tree.county}' THEN d.id ELSE {expected} END"
            distinct = "IS DISTINCT FROM" if store.database.dialect == "postgres" else "IS NOT"
            sql = f"SELECT d.id FROM {table.name} d WHERE d.{carried.column.name} {distinct} {expected}"
            wrong = await store.database.readers.fetch(sql)
            assert not wrong, f"{table.name}.{carried.column.name} is stale in {[row[0] for row in wrong][:5]}"
            checked += 1
    assert checked > 3
