"""The one hook into graphql-core: a value that the database has completed is returned as it is."""

from typing import Any

import orjson
from strawberry.schema.schema import StrawberryGraphQLCoreExecutionContext


class FragmentExecutor(StrawberryGraphQLCoreExecutionContext):
    """Strawberry's executor, for resolvers that return finished JSON."""

    def complete_value(
        self, return_type: Any, field_details_list: Any, info: Any, path: Any, result: Any, position_context: Any
    ) -> Any:
        if isinstance(result, orjson.Fragment):
            return result
        return super().complete_value(return_type, field_details_list, info, path, result, position_context)
