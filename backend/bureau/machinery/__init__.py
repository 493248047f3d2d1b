"""What many areas share: imports and exports, and the product's own reference data."""

from bureau.kernel.action import Action
from bureau.kernel.kind import Kind
from bureau.machinery.imports.remembered import import_mapping

KINDS: tuple[Kind, ...] = (import_mapping,)

ACTIONS: tuple[Action, ...] = ()
