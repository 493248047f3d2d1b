"""A person: a pupil, a parent, a teacher, once, whatever parts they play (自然人)."""

import unicodedata
from collections.abc import Iterator
from datetime import date
from typing import Any

from bureau.kernel import rules
from bureau.kernel.errors import Code, Fault, fault, invalid
from bureau.kernel.field import Coded, CodeTable, Date, Field, One, Salt, Sealed, Text
from bureau.kernel.kind import CheckContext, Kind
from bureau.kernel.words import Words
from bureau.registry import numbers
from bureau.registry.division import Division
from bureau.storage.record import Record

SEX = CodeTable("sex", Words("Sex", "性别"), "GB/T 2261.1-2003")
ETHNICITY = CodeTable("ethnicity", Words("Ethnic group", "民族"), "GB/T 3304-1991")
DOCUMENT = CodeTable("identity_document", Words("Identity document", "身份证件类型"), "JY/T 1001-2012 SFZJLX")
COUNTRY = CodeTable("country", Words("Country or region", "国家和地区"), "ISO 3166-1 alpha-3 (GB/T 2659)")
POLITICAL = CodeTable("political_status", Words("Political status", "政治面貌"), "GB/T 4762-1984")
OVERSEAS = CodeTable("overseas_status", Words("Overseas status", "港澳台侨外"), "JY/T 1001-2012 GATQW")
HEALTH = CodeTable("health", Words("Health", "健康状况"), "GB/T 2261.3-2003")
MARITAL = CodeTable("marital_status", Words("Marital status", "婚姻状况"), "GB/T 2261.2-2003")
HOUSEHOLD = CodeTable("household_type", Words("Household type", "户口类别"), "GA 324.1-2001")
CHINA = "CHN"
RESIDENT_CARD = "1"
"""The resident identity card, whose number holds birth date and sex."""

_KEEPERS = rules.registrar | rules.identity | rules.personnel
"""Those who keep what is restricted."""
_HOME = rules.registrar | rules.identity
"""Those who keep where somebody is at home."""


class Person(Record):
    """A natural person. A person hangs nowhere in the tree: they are seen through the records that name them."""

    name = Text(60, "Name", "姓名", of_person=True)
    sex = Coded(SEX, "Sex", "性别").optional("generic")
    birth_date = Date("Date of birth", "出生日期").optional("generic")
    ethnicity = Coded(ETHNICITY, "Ethnic group", "民族").optional()
    nationality = Coded(COUNTRY, "Nationality", "国籍").optional()
    overseas_status = Coded(OVERSEAS, "Overseas status", "港澳台侨外").optional()
    political_status = Coded(POLITICAL, "Political status", "政治面貌").optional()
    marital_status = Coded(MARITAL, "Marital status", "婚姻状况", read=_KEEPERS).optional()
    health = Coded(HEALTH, "Health", "健康状况", read=_KEEPERS).optional()
    household_type = Coded(HOUSEHOLD, "Household type", "户口类别").optional()
    document_type = Coded(DOCUMENT, "Identity document", "身份证件类型").optional()
    document_number = Sealed("Document number", "身份证件号", check=numbers.document_number, unique="live").optional()
    phone = Sealed("Phone", "联系电话", check=numbers.phone).optional()
    address = Text(200, "Address", "家庭住址", read=_HOME).optional()
    household = One(Division, "Registered residence", "户籍所在地", read=_HOME).optional()
    residence = One(
        Division,
        "Lives in",
        "居住地",
        read=_HOME,
        note=("By a residence permit, for who is registered elsewhere.", "户籍在外地的，填居住证所在区划。"),
    ).optional()
    salt = Salt("Salt", "盐值")


def _document_agrees(person: Person, context: CheckContext) -> Iterator[Fault]:
    """Rules of §2.2: an identity number is real, and it is this person's birth date and sex that it holds."""
    if context.profile == "generic" or not context.touches("document_number", "document_type", "birth_date", "sex"):
        return
    if "document_number" not in context.clear:
        return
    if person.document_type is None:
        yield fault(Code.REQUIRED, "document_type")
    if person.document_type != RESIDENT_CARD:
        return
    number, problem = numbers.identity_number(context.clear["document_number"])
    if problem:
        yield problem.under("document_number" if context.touches("document_number") else "document_type")
        return
    wrong: list[Field[Any]] = []
    if person.birth_date and numbers.birth_date(number) != person.birth_date:
        wrong.append(Person.birth_date)
    if person.sex in ("1", "2") and numbers.sex(number) != person.sex:
        wrong.append(Person.sex)
    for field in wrong:
        if context.touches("document_number"):
            yield fault(Code.MISMATCH, "document_number", other=field.words)
        else:
            yield fault(Code.MISMATCH, field.name, other=Person.document_number.words)


def _was_born(person: Person, context: CheckContext) -> Iterator[Fault]:
    if person.birth_date and not date(1900, 1, 1) <= person.birth_date <= context.today:
        yield invalid("birth_date", "it lies in the future or before 1900.", "出生日期不能晚于今天或早于 1900 年。")


def _has_a_name(person: Person, context: CheckContext) -> Iterator[Fault]:
    """§2.7: digits and Latin letters are for foreigners, by document or nationality; a · is for everybody."""
    foreign = person.document_type not in (None, RESIDENT_CARD) or person.nationality not in (None, CHINA)
    if context.profile == "cn" and not foreign and any(_is_of_no_chinese_name(c) for c in person.name):
        yield invalid("name", "digits and Latin letters only for foreigners.", "非外籍人员姓名不能含数字或字母。")


def _is_of_no_chinese_name(character: str) -> bool:
    """Digits of any script and Latin letters, full-width ones too; marks like ö are letters with a LATIN name."""
    return character.isdigit() or "LATIN" in unicodedata.name(character, "")


person = Kind(
    Person,
    label=("Person", "Persons", "人员"),
    personal=True,
    merges=True,
    read=rules.identity,
    create=rules.identity,
    update=rules.identity,
    void=rules.identity,
    natural_key=("document_number",),
    agree=("name", "sex", "birth_date"),
    list=("name", "sex", "birth_date", "document_number"),
    order=("name",),
    search=("name",),
    filter=("name", "sex", "birth_date", "nationality", "document_type"),
    checks=(_has_a_name, _was_born, _document_agrees),
)
