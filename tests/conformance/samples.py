"""One sample for each kind that can be written by hand: a new record, and one change to it."""

from dataclasses import dataclass
from typing import Any

from bureau.registry.numbers import credit_check
from tests.support.world import World

SAMPLE_CREDIT_CODE = "52510104MJ777001A" + credit_check("52510104MJ777001A")


@dataclass(frozen=True)
class Sample:
    """What a record of a kind is made from, what is then changed, and what would be refused."""

    given: dict[str, Any]
    change: dict[str, Any]
    refused: dict[str, Any]


def samples(city: World) -> dict[str, Sample]:
    """The samples by kind."""
    school = f"School:{city.schools['东城小学']}"
    pupil = f"Student:{city.students['曾晓明']}"
    return {
        "calendar_day": Sample(
            {
                "day": "2031-05-02",
                "isWorking": False,
                "englishName": "Labour Day",
                "chineseName": "劳动节",
                "source": "国办发明电〔2030〕1号",
            },
            {"isWorking": True, "chineseName": "劳动节调休上班"},
            {"chineseName": ""},
        ),
        "organ_code": Sample(
            {"unit": f"Office:{city.bureau}", "code": "蓉教函", "usedFor": "函"},
            {"usedFor": "函件"},
            {"code": "蓉〔函"},
        ),
        "inspection_scheme": Sample(
            {
                "code": "SAMPLE-777001",
                "name": "样本方案",
                "category": "SPECIAL",
                "valid": {"from": "2026-01-01"},
                "schoolTypes": "211 31",
                "hasSelfReport": True,
                "hasSiteCheck": True,
                "leastTeam": 3,
                "defenceDays": 5,
                "passedFrom": "80.00",
                "basicFrom": "60.00",
                "barsEnrolment": False,
                "basis": "内部规定",
                "isVerified": False,
            },
            {"name": "样本方案改", "schoolTypes": None, "leastTeam": 5},
            {"basicFrom": "90.00"},
        ),
        "inspection_item": Sample(
            {
                "scheme": f"InspectionScheme:{city.scheme}",
                "place": 7,
                "heading": "样本",
                "name": "样本指标",
                "demand": "样本要求",
                "method": "DOCUMENT",
                "weight": "1.00",
                "isVeto": False,
                "basis": "内部规定",
                "isVerified": False,
            },
            {"weight": "2.00", "isVeto": True},
            {"weight": "0.00"},
        ),
        "saved_view": Sample(
            {"recordKind": "Student", "name": "样本视图", "search": '{"search":"zx"}'},
            {"name": "样本视图改", "search": '{"order":"NAME_ASC"}'},
            {"search": "[]"},
        ),
        "role": Sample(
            {
                "code": "sample_777001",
                "englishName": "Sample",
                "chineseName": "样本角色",
                "atCity": False,
                "atCounty": True,
                "atUnit": True,
                "isSeparated": False,
                "secondFactor": False,
                "valid": {"from": "2026-01-01"},
                "basis": "内部规定",
            },
            {"secondFactor": True, "chineseName": "样本角色改"},
            {"chineseName": ""},
        ),
        "role_permission": Sample(
            {
                "role": f"Role:{city.role}",
                "target": "Teacher.read",
                "atCity": False,
                "atCounty": False,
                "atUnit": True,
                "valid": {"from": "2026-01-01"},
                "basis": "内部规定",
            },
            {"atCounty": True, "valid": {"from": "2026-01-01", "until": "2027-01-01"}},
            {"target": "Teacher.teach"},
        ),
        "processing_purpose": Sample(
            {
                "code": "sample_777001",
                "number": 1,
                "englishName": "Sample",
                "chineseName": "样本目的",
                "text": "用于样本。",
                "legalBasis": "CONSENT",
                "isSensitive": False,
                "valid": {"from": "2026-01-01"},
                "basis": "内部规定",
            },
            {"isSensitive": True, "keepMonths": 36, "recipients": "样本单位"},
            {"number": 0},
        ),
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
        "school_year": Sample(
            {"name": "2030-2031", "period": {"from": "2030-09-01", "until": "2031-09-01"}},
            {"period": {"from": "2030-08-30", "until": "2031-08-30"}},
            {"name": "2030-2032"},
        ),
        "term": Sample(
            {
                "schoolYear": f"SchoolYear:{city.school_year}",
                "season": "2",
                "period": {"from": "2027-02-20", "until": "2027-07-10"},
                "status": "OPEN",
            },
            {"period": {"from": "2027-02-20", "until": "2027-07-11"}},
            {"period": {"from": "2027-02-20", "until": "2027-10-01"}},
        ),
        "campus": Sample(
            {"school": school, "name": "样本校区", "isMain": False, "longitude": "104.0621", "latitude": "30.6571"},
            {"address": "样本路 2 号", "longitude": None, "latitude": None},
            {"latitude": "91"},
        ),
        "school_stage": Sample(
            {
                "school": f"School:{city.schools['东城中学']}",
                "schoolYear": f"SchoolYear:{city.school_year}",
                "stage": "J",
                "places": 600,
                "classes": 12,
            },
            {"places": 650},
            {"stage": "K"},
        ),
        "school_class": Sample(
            {"school": school, "stage": "P", "entryYear": 2025, "number": 7, "name": "样本班", "grade": "P2"},
            {"capacity": 40, "name": "样本班改"},
            {"grade": "J1"},
        ),
        "guardianship": Sample(
            {
                "student": f"Student:{city.students['赵强']}",
                "guardian": f"Person:{city.persons['周校长']}",
                "relation": "81",
                "isLegalGuardian": False,
                "mayDecide": False,
                "maySee": True,
                "mayCollect": True,
                "contactOrder": 1,
            },
            {"contactOrder": 2, "mayCollect": False},
            {"guardian": f"Person:{city.persons['赵强']}"},
        ),
        "teacher_study": Sample(
            {
                "teacher": f"Teacher:{city.teacher}",
                "institution": "样本大学",
                "education": "14",
                "degree": "3",
                "period": {"from": "2001-09-01", "until": "2004-07-01"},
            },
            {"major": "教育管理"},
            {"education": "99"},
        ),
        "record_check": Sample(
            {"teacher": f"Teacher:{city.teacher}", "checkedOn": "2025-08-20", "result": "PENDING"},
            {"result": "CLEAR", "reference": "样本回执"},
            {"checkedOn": "2027-01-01"},
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
        **_of_areas(city, pupil),
        **_of_zones(city),
        **_of_trades(city),
    }


def _of_areas(city: World, pupil: str) -> dict[str, Sample]:
    school = f"School:{city.schools['东城小学']}"
    foreigner = f"ForeignTeacher:{city.areas.foreigners['Emma Brown']}"
    return {
        "organiser": Sample(
            {
                "office": f"Office:{city.east}",
                "name": "样本教育基金会",
                "sort": "SOCIETY",
                "creditCode": "91110000600037341L",
                "hasStateAssets": False,
            },
            {"sort": "STATE_OWNED", "hasStateAssets": True},
            {"creditCode": "91110000600037341M"},
        ),
        "filed_account": Sample(
            {
                "licence": f"Licence:{city.licence}",
                "representative": f"Person:{city.persons['周校长']}",
                "bank": "样本银行",
                "account": "62220000000007770",
                "held": {"from": "2020-09-01", "until": "2021-09-01"},
            },
            {"bank": "样本银行改"},
            {"account": "6222"},
        ),
        "fund_source": Sample(
            {
                "code": "777001",
                "name": "样本来源",
                "type": "06",
                "isEarmarked": True,
                "validity": {"from": "2020-01-01"},
            },
            {"name": "样本来源改", "isEarmarked": False},
            {"type": "77"},
        ),
        "appropriation": Sample(
            {
                "school": school,
                "fiscalYear": 2026,
                "source": f"FundSource:{city.areas.source}",
                "function": "2050202",
                "purpose": "样本用途",
                "amount": "12.34",
                "grantedOn": "2026-03-01",
                "documentNumber": "样本〔2026〕777号",
            },
            {"amount": "12.35", "purpose": "样本用途改"},
            {"amount": "0.00"},
        ),
        "aid_programme": Sample(
            {
                "code": "777001",
                "name": "样本项目",
                "stages": "PJ",
                "standard": "living_day",
                "exclusiveGroup": "sample",
            },
            {"name": "样本项目改", "stages": "PJS"},
            {"stages": "Q"},
        ),
        "aid_award": Sample(
            {
                "student": pupil,
                "programme": f"AidProgramme:{city.areas.programmes['LD']}",
                "schoolYear": 2027,
                "semester": "SPRING",
                "tier": "1",
                "hardship": "05",
            },
            {"hardship": "02", "overrideAmount": "100.00", "overrideReason": "突发困难"},
            {"tier": "3"},
        ),
        "school_age_population": Sample(
            {
                "division": f"Division:{city.division}",
                "schoolYear": f"SchoolYear:{city.school_year}",
                "stage": "PRIMARY",
                "people": 3000,
                "source": "公安户籍统计",
                "countedOn": "2026-08-31",
            },
            {"people": 3100, "source": "公安户籍统计（修订）"},
            {"people": 0},
        ),
        "special_need": Sample(
            {
                "student": pupil,
                "type": "7",
                "grade": "2",
                "certificate": "51010420200301001772",
                "placement": "1",
                "assessedOn": "2026-06-01",
                "period": {"from": "2026-09-01"},
            },
            {"placement": "2", "plan": "每周两次"},
            {"placement": "3"},
        ),
        "care_record": Sample(
            {
                "student": pupil,
                "sort": "MIGRANT",
                "home": f"Division:{city.division}",
                "inPublicPlace": True,
                "period": {"from": "2026-09-01"},
            },
            {"inPublicPlace": False, "note": "已建档"},
            {"sort": "LEFT_BEHIND"},
        ),
        "work_permit": Sample(
            {
                "teacher": foreigner,
                "school": school,
                "number": "777001",
                "permitClass": "B",
                "basis": "POINTS",
                "points": 60,
                "valid": {"from": "2020-09-01", "until": "2021-07-31"},
            },
            {"permitClass": "A", "points": 85, "valid": {"from": "2020-09-01", "until": "2021-08-31"}},
            {"points": 59},
        ),
        "residence_permit": Sample(
            {"teacher": foreigner, "number": "777001", "valid": {"from": "2020-09-01", "until": "2021-07-31"}},
            {"valid": {"from": "2020-09-01", "until": "2021-08-31"}},
            {"valid": {"from": "2020-09-01"}},
        ),
        "test_session": Sample(
            {"code": "777001", "site": school, "heldOn": "2026-05-01", "form": "FIVE_PARTS", "seats": 20},
            {"seats": 30, "form": "FOUR_PARTS"},
            {"seats": 0},
        ),
        "test_result": Sample(
            {
                "session": f"TestSession:{city.areas.sessions['PSC-3']}",
                "teacher": f"Teacher:{city.teacher}",
                "syllables": "9.00",
                "words": "18.00",
                "reading": "27.00",
                "talk": "35.00",
            },
            {"talk": "36.00", "certificate": "5126001000001"},
            {"talk": "40.01"},
        ),
        "training_body": Sample(
            {
                "office": f"Office:{city.east}",
                "name": "样本培训学校",
                "creditCode": SAMPLE_CREDIT_CODE,
                "division": f"Division:{city.division}",
                "address": "样本路1号",
                "category": "SPORTS",
                "mode": "OFFLINE",
                "isForProfit": False,
                "licenceNumber": "教民777001号",
                "licence": {"from": "2026-01-01", "until": "2029-01-01"},
                "usesModelContract": True,
            },
            {"custodyBank": "示例银行", "custodyAccount": "6200000000777001"},
            {"licence": {"from": "2026-01-01"}},
        ),
        "training_staff": Sample(
            {
                "body": f"TrainingBody:{city.areas.training['body']}",
                "name": "样本教师",
                "duty": "TEACHER",
                "engaged": {"from": "2026-01-01"},
            },
            {"otherCertificate": "社会体育指导员"},
            {"name": ""},
        ),
        "training_course": Sample(
            {
                "body": f"TrainingBody:{city.areas.training['body']}",
                "name": "样本课程",
                "audience": "PRIMARY",
                "period": {"from": "2026-10-01", "until": "2027-01-01"},
                "classHours": 20,
                "price": "1000.00",
            },
            {"price": "900.00", "name": "样本课程改"},
            {"period": {"from": "2026-10-01"}},
        ),
    }


def _of_zones(city: World) -> dict[str, Sample]:
    zone, street = f"SchoolZone:{city.zones.zone}", f"Division:{city.zones.street}"
    return {
        "school_zone": Sample(
            {"plan": f"ZonePlan:{city.zones.plan}", "number": 7, "name": "样本学区", "isShared": False},
            {"name": "样本学区改", "isShared": True, "forecast": 90},
            {"number": 0},
        ),
        "zone_school": Sample(
            {"zone": zone, "school": f"School:{city.schools['西城小学']}", "places": 45},
            {"places": 90},
            {"school": f"School:{city.schools['东城中学']}"},
        ),
        "zone_address": Sample(
            {"zone": zone, "street": street, "road": "样本路", "side": "EVEN", "firstNumber": 2, "lastNumber": 48},
            {"lastNumber": None},
            {"firstNumber": 3},
        ),
        "known_address": Sample(
            {"unit": f"Office:{city.east}", "street": street, "road": "样本路", "number": 12},
            {"source": "样本地址库"},
            {"street": f"Division:{city.division}"},
        ),
    }


def _of_trades(city: World) -> dict[str, Sample]:
    school, trades = f"School:{city.schools['东城职业学校']}", city.trades
    major = f"SchoolMajor:{trades.majors['710201']}"
    class_, unit = f"SchoolClass:{trades.school_class}", f"Enterprise:{trades.enterprise}"
    return {
        "major_class": Sample(
            {"schoolClass": f"SchoolClass:{trades.other_class}", "schoolMajor": major},
            {"since": "2026-09-01"},
            {"schoolClass": f"SchoolClass:{city.school_class}"},
        ),
        "major_intake": Sample(
            {"schoolMajor": major, "schoolYear": f"SchoolYear:{city.school_year}", "places": 40},
            {"places": 45},
            {"places": 0},
        ),
        "enterprise": Sample(
            {"creditCode": "91510100777001000Y", "name": "样本企业", "staff": 50, "listing": "NONE"},
            {"listing": "BLACK", "staff": 60},
            {"creditCode": "915101007770010000"},
        ),
        "cooperation": Sample(
            {
                "school": school,
                "enterprise": unit,
                "number": "777001",
                "form": "ORDER_CLASS",
                "valid": {"from": "2026-09-01", "until": "2028-09-01"},
                "contribution": "120000.00",
            },
            {"form": "APPRENTICESHIP", "contribution": "130000.00"},
            {"valid": {"from": "2026-09-01"}},
        ),
        "internship_plan": Sample(
            {
                "school": school,
                "schoolClass": class_,
                "schoolMajor": major,
                "sort": "VISIT",
                "period": {"from": "2027-03-01", "until": "2027-03-15"},
            },
            {"sort": "POST", "period": {"from": "2027-03-01", "until": "2027-07-01"}},
            {"period": {"from": "2027-03-01"}},
        ),
        "internship_placement": Sample(
            {
                "student": f"Student:{city.students['薛工']}",
                "plan": f"InternshipPlan:{trades.plan}",
                "enterprise": unit,
                "post": "样本岗位",
                "matchesMajor": True,
                "period": {"from": "2026-11-01", "until": "2027-01-15"},
                "hours": "8.0",
            },
            {"pay": "2100.00", "mentor": "样本教师"},
            {"hours": "24.1"},
        ),
        "graduate_outcome": Sample(
            {"student": f"Student:{city.students['骆成']}", "graduatedIn": 2026, "destination": "STUDY"},
            {"employer": "样本学院"},
            {"graduatedIn": 2025},
        ),
    }
