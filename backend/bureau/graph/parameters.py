"""Variables of a stored document as the parameters of an address, each read by its declared type."""

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import orjson
from graphql import (
    GraphQLInputType,
    GraphQLSchema,
    OperationDefinitionNode,
    get_named_type,
    get_variable_values,
    is_input_object_type,
    is_list_type,
    is_non_null_type,
    type_from_ast,
)
from graphql.utilities import value_from_ast_untyped

from bureau.kernel.errors import ArgumentInvalid

_WHOLE = re.compile(r"-?[0-9]{1,20}")


@dataclass(frozen=True, slots=True)
class Parameter:
    """One variable, as an address gives it."""

    name: str
    type: GraphQLInputType
    default: Any
    """As JSON; None where there is none."""
    description: str

    @property
    def is_required(self) -> bool:
        return is_non_null_type(self.type) and self.default is None

    @property
    def item(self) -> Any:
        """The type of one value, nullable: of an item, where it is a list and may be given several times."""
        type_ = _nullable(self.type)
        return _nullable(type_.of_type) if is_list_type(type_) else type_

    @property
    def is_several(self) -> bool:
        """Whether it may be given several times."""
        return is_list_type(_nullable(self.type))

    @property
    def is_json(self) -> bool:
        """Whether a value of it is written as JSON."""
        return is_input_object_type(self.item) or is_list_type(self.item)


def parameters(schema: GraphQLSchema, operation: OperationDefinitionNode) -> tuple[Parameter, ...]:
    """The parameters that the variables of an operation are; what describes none is described by its type."""
    found = []
    for definition in operation.variable_definitions or ():
        type_: Any = type_from_ast(schema, definition.type)
        default = value_from_ast_untyped(definition.default_value) if definition.default_value else None
        said = definition.description.value if definition.description else get_named_type(type_).description or ""
        found.append(Parameter(definition.variable.name.value, type_, default, said))
    return tuple(found)


def variables(
    schema: GraphQLSchema,
    operation: OperationDefinitionNode,
    declared: Sequence[Parameter],
    given: Mapping[str, Sequence[str]],
) -> dict[str, Any]:
    """The variables that the parameters of an address stand for; what is left blank is left out.

    Raises ArgumentInvalid, which names the parameter.
    """
    known = {parameter.name for parameter in declared}
    if strange := next((name for name in given if name not in known), None):
        name = strange[:60]
        raise ArgumentInvalid(f"There is no parameter “{name}”.", f"没有参数“{name}”。")
    found = {}
    for parameter in declared:
        texts = [text for text in given.get(parameter.name, ()) if text]
        if texts:
            found[parameter.name] = _read(parameter, texts)
        elif parameter.is_required:
            raise ArgumentInvalid(f"The parameter “{parameter.name}” is missing.", f"缺少参数“{parameter.name}”。")
    coerced = get_variable_values(schema, operation.variable_definitions or (), found, max_errors=1)
    if isinstance(coerced, list):
        said = coerced[0].message
        raise ArgumentInvalid(said, f"参数不正确：{said}")
    return found


def _read(parameter: Parameter, texts: Sequence[str]) -> Any:
    if parameter.is_several:
        return [_one(parameter, text) for text in texts]
    if len(texts) > 1:
        raise _wrong(parameter, "it is given once.", "只能给出一次。")
    return _one(parameter, texts[0])


def _one(parameter: Parameter, text: str) -> Any:
    if parameter.is_json:
        try:
            return orjson.loads(text)
        except orjson.JSONDecodeError as error:
            raise _wrong(parameter, "it is written as JSON.", "应以 JSON 书写。") from error
    match get_named_type(parameter.item).name:
        case "Int":
            if not _WHOLE.fullmatch(text):
                raise _wrong(parameter, "it is a whole number.", "应为整数。")
            return int(text)
        case "Float":
            return _number(parameter, text)
        case "Boolean":
            if text not in ("true", "false"):
                raise _wrong(parameter, "it is true or false.", "应为 true 或 false。")
            return text == "true"
    return text


def _number(parameter: Parameter, text: str) -> float:
    try:
        number = float(text)
    except ValueError:
        number = math.nan
    if not math.isfinite(number):
        raise _wrong(parameter, "it is a number.", "应为数字。")
    return number


def _wrong(parameter: Parameter, en: str, zh: str) -> ArgumentInvalid:
    return ArgumentInvalid(f"The parameter “{parameter.name}”: {en}", f"参数“{parameter.name}”：{zh}")


def _nullable(type_: Any) -> Any:
    return type_.of_type if is_non_null_type(type_) else type_
