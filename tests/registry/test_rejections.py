"""What the registry refuses, asked as a registrar asks it: the code and the field of each fault."""

from typing import Any

import pytest

from tests.support.api import Api
from tests.support.world import World

PERSON = {
    "name": "林小雨",
    "sex": "2",
    "birthDate": "2017-02-28",
    "documentType": "1",
    "documentNumber": "440305201702280029",
}
SCHOOL = {"code": "2151500001", "name": "试验小学", "type": "211", "creditCode": "91110000600037341L"}


def said(payload: dict[str, Any]) -> list[tuple[str, str]]:
    """Each fault as its code and its field."""
    return [(error["code"], ".".join(error["path"])) for error in payload["errors"]]


@pytest.mark.parametrize(
    ("given", "faults"),
    [
        ({"documentNumber": "440305201702280028"}, [("CHECK_DIGIT", "documentNumber")]),
        ({"documentNumber": "11010520250230001X"}, [("INVALID", "documentNumber")]),
        ({"documentNumber": "110105491231002"}, [("INVALID", "documentNumber")]),
        ({"documentNumber": "320106201507091319"}, [("MISMATCH", "documentNumber"), ("MISMATCH", "documentNumber")]),
        ({"documentNumber": "44030520******0029"}, [("MASKED_VALUE", "documentNumber")]),
        ({"documentType": None}, [("REQUIRED", "documentType")]),
        ({"documentType": "77"}, [("UNKNOWN_CODE", "documentType")]),
        ({"birthDate": "2026-10-13"}, [("INVALID", "birthDate"), ("MISMATCH", "documentNumber")]),
        ({"birthDate": "1899-12-31"}, [("INVALID", "birthDate"), ("MISMATCH", "documentNumber")]),
        ({"sex": None}, [("REQUIRED", "sex")]),
        ({"name": "  "}, [("REQUIRED", "name")]),
        ({"name": "Lin 2"}, [("INVALID", "name")]),
        ({"name": "雨" * 61}, [("TOO_LONG", "name")]),
        ({"name": "林\u202e雨"}, [("INVALID", "name")]),
        ({"name": "", "sex": "x", "birthDate": None}, [("UNKNOWN_CODE", "sex"), ("REQUIRED", "name"), ("REQUIRED", "birthDate")]),
        ({"phone": "12"}, [("INVALID", "phone")]),
    ],
)  # fmt: skip
async def test_a_person_is_refused(api: Api, city: World, given: dict[str, Any], faults: list[tuple[str, str]]) -> None:
    payload = await api.write("createPerson", "person { id }", **{**PERSON, **given})
    assert payload["person"] is None
    assert said(payload) == faults


@pytest.mark.parametrize(
    "given",
    [
        {"name": "王·阿依古丽", "documentNumber": "830000201601010032", "sex": "1", "birthDate": "2016-01-01"},
        {"name": "𠮷田一郎", "documentNumber": "320106201507091319", "sex": "1", "birthDate": "2015-07-09"},
        {"name": "Anna Schmidt", "documentType": "6", "documentNumber": "C01X00T47"},
    ],
)
async def test_a_rare_person_is_taken(api: Api, city: World, given: dict[str, Any]) -> None:
    payload = await api.write("createPerson", "person { name birthDate }", **{**PERSON, **given})
    assert payload == {"person": {"name": given["name"], "birthDate": given.get("birthDate", PERSON["birthDate"])}, "errors": []}  # fmt: skip


async def test_what_a_held_number_says_binds_later_changes(api: Api, city: World) -> None:
    """The sealed number is opened for the check, and nothing of it is told."""
    made = await api.write("createPerson", "person { id }", **PERSON)
    one = made["person"]["id"]
    for change, faults in (
        ({"birthDate": "2017-03-01"}, [("MISMATCH", "birthDate")]),
        ({"sex": "1"}, [("MISMATCH", "sex")]),
        ({"birthDate": "2017-03-01", "sex": "1"}, [("MISMATCH", "birthDate"), ("MISMATCH", "sex")]),
        ({"address": "新地址"}, []),
        ({"documentType": "6"}, []),
        ({"birthDate": "2017-03-01"}, []),
        ({"documentType": "1"}, [("MISMATCH", "birthDate")]),
    ):
        assert said(await api.write("updatePerson", "person { id }", id=one, **change)) == faults, change
    taken = {**PERSON, "name": "林大雨"}
    assert said(await api.write("createPerson", "person { id }", **taken)) == [("DUPLICATE", "documentNumber")]
    await api.write("voidPerson", "person { id }", id=one, reason="重复录入")
    assert said(await api.write("createPerson", "person { id }", **taken)) == []


@pytest.mark.parametrize(
    ("given", "faults"),
    [
        ({"code": "211100000"}, [("INVALID", "code")]),
        ({"code": "3111500001", "type": "211"}, [("MISMATCH", "code")]),
        ({"type": "21"}, [("UNKNOWN_CODE", "type")]),
        ({"type": "999"}, [("UNKNOWN_CODE", "type")]),
        ({"creditCode": "91110000600037341M"}, [("CHECK_DIGIT", "creditCode")]),
        ({"division": "School:1"}, [("NOT_FOUND", "division")]),
        ({"superior": "Office:999999"}, [("NOT_FOUND", "superior")]),
        ({"operation": {"from": "2026-09-01", "until": "2026-09-01"}}, [("INVALID", "operation")]),
    ],
)
async def test_a_school_is_refused(api: Api, city: World, given: dict[str, Any], faults: list[tuple[str, str]]) -> None:
    complete = {**SCHOOL, "division": f"Division:{city.division}", **given}
    payload = await api.write("createSchool", "school { id }", **complete)
    assert payload["school"] is None
    assert said(payload) == faults


async def test_a_school_code_is_never_given_again(api: Api, city: World) -> None:
    complete = {**SCHOOL, "division": f"Division:{city.division}"}
    made = await api.write("createSchool", "school { id superior { code } }", **complete)
    assert made["errors"] == []
    assert made["school"]["superior"] == {"code": "510104"}, "its county's bureau, where no superior was named"
    again = {**complete, "name": "另一所小学"}
    assert said(await api.write("createSchool", "school { id }", **again)) == [("DUPLICATE", "code")]
    await api.write("voidSchool", "school { id }", id=made["school"]["id"], reason="误建")
    assert said(await api.write("createSchool", "school { id }", **again)) == [("DUPLICATE", "code")]
