"""The whole catalogue, as one who asks has it."""

from typing import Any

from tests.support.api import Api

VALUE = """name label { en zh } note { en zh } type required sealed isList codeTable target states { name label { en zh } }
    size isMultiline least most scale isMoney"""
WHOLE = f"""query Whole($kinds: [String!]) {{ catalogue(kinds: $kinds) {{
  version
  areas {{ name label {{ en zh }} }}
  roles {{ name label {{ en zh }} }}
  kinds {{
    __typename name label {{ en zh }} labelPlural {{ en zh }} description area singular plural title columns variants
    isPersonal hasHistory canImport isSearched searchedBy {{ en zh }} filterType filters sums
    orders {{ name path }} groupings {{ name path key }} lists {{ name label {{ en zh }} target summary }}
    fields {{ ...Value restricted choices source byVerbs canRead }}
    actions {{ name label {{ en zh }} description verb allowed input record subject hasExpectedVersion
      arguments {{ ...Value path }} }}
  }}
}} }}
fragment Value on CatalogueValue {{ {VALUE} }}"""


async def whole(api: Api, *kinds: str) -> Any:
    """Everything that the catalogue says, of all kinds or of these."""
    return (await api.data(WHOLE, kinds=list(kinds) or None))["catalogue"]


async def kind_of(api: Api, name: str) -> Any:
    """What it says of one kind."""
    (found,) = (await whole(api, name))["kinds"]
    return found


def named(entries: Any, name: str) -> Any:
    """The entry of a name."""
    return next(entry for entry in entries if entry["name"] == name)
