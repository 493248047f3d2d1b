"""One sample for each kind that can be written by hand: a new record, and one change to it."""

from dataclasses import dataclass
from typing import Any

from tests.support.world import World


@dataclass(frozen=True)
class Sample:
    """What a record of a kind is made from, what is then changed, and what would be refused."""

    given: dict[str, Any]
    change: dict[str, Any]
    refused: dict[str, Any]


def samples(city: World) -> dict[str, Sample]:
    """The samples by kind."""
    pupil = f"Student:{city.students['曾晓明']}"
    return {
        "office": Sample(
            {"code": "510104-X1", "name": "样本科室", "category": "SECTION", "superior": f"Office:{city.east}"},
            {"name": "样本科室改"},
            {"name": ""},
        ),
        "school": Sample(
            {
                "code": "2151777001",
                "name": "样本小学",
                "type": "211",
                "superior": f"Office:{city.east}",
                "division": f"Division:{city.division}",
                "creditCode": "91110000600037341L",
                "operation": {"from": "2001-09-01"},
            },
            {"name": "样本小学改", "creditCode": None, "operation": {"from": "2001-09-01", "until": "2030-09-01"}},
            {"name": ""},
        ),
        "person": Sample(
            {
                "name": "样本人",
                "sex": "1",
                "birthDate": "1949-12-31",
                "documentType": "1",
                "documentNumber": "110105194912310011",
                "phone": "13800138000",
                "address": "样本路 1 号",
            },
            {"name": "样本人改", "phone": None, "address": None},
            {"name": ""},
        ),
        "enrolment": Sample(
            {
                "student": pupil,
                "school": f"School:{city.schools['西城幼儿园']}",
                "period": {"from": "2023-09-01", "until": "2026-07-10"},
                "entryGrade": "K1",
                "entryWay": "01",
                "endedBy": "99",
            },
            {"endedBy": "21", "period": {"from": "2023-09-01", "until": "2026-07-11"}},
            {"endedBy": "00"},
        ),
        "post": Sample(
            {
                "teacher": f"Teacher:{city.teacher}",
                "unit": f"School:{city.schools['西城小学']}",
                "category": "1",
                "subject": "13",
                "stage": "P",
                "isMain": False,
                "weeklyHours": 6,
                "period": {"from": "2024-09-01", "until": "2025-07-01"},
            },
            {"weeklyHours": 8, "subject": "14"},
            {"stage": "J"},
        ),
    }
