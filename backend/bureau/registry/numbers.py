"""The numbers people and institutions are known by, and how each is checked.

Every function makes the text uniform first and returns it with the fault that it has, or None.
"""

import re
from datetime import date

from bureau.kernel.errors import Code, Fault, fault, invalid
from bureau.kernel.text import clean_code

Checked = tuple[str, Fault | None]

_ID_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_ID_CHECKS = "10X98765432"
_CREDIT_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_CREDIT_WEIGHTS = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)
_CATEGORIES = "11|21|22|31|32|33|34|35|36|37|41|42|51|91|92|93"
_PROVINCES = r"1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|81|82"
SCHOOL_CODE = re.compile(rf"({_CATEGORIES})({_PROVINCES})[0-9]{{6}}")
STUDENT_NUMBER = re.compile(r"[GLJ][0-9]{17}[0-9X]")


def identity_number(text: str) -> Checked:
    """A resident identity number, GB 11643-1999: 18 characters, a date that existed, the right check character.

    Division codes are not looked up: they change, and a number keeps the code it was given.
    """
    number = clean_code(text)
    if not re.fullmatch(r"[0-9]{17}[0-9X]", number):
        return number, _invalid("18 digits, of which the last may be X.", "应为 18 位，末位可为 X。")
    born = birth_date(number)
    if born is None or not born.year >= 1900:
        return number, _invalid("its digits 7 to 14 are no date of birth.", "第 7 至 14 位不是有效的出生日期。")
    return number, None if number[17] == identity_check(number[:17]) else fault(Code.CHECK_DIGIT)


def identity_check(digits: str) -> str:
    """The check character of the first 17 digits of an identity number (ISO 7064 MOD 11-2)."""
    return _ID_CHECKS[sum(int(digit) * weight for digit, weight in zip(digits, _ID_WEIGHTS, strict=True)) % 11]


def birth_date(number: str) -> date | None:
    """The date of birth that an identity number holds; None if it is no date."""
    try:
        return date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return None


def sex(number: str) -> str:
    """The sex an identity number holds, as in GB/T 2261.1: 1 male, 2 female."""
    return "1" if int(number[16]) % 2 else "2"


def document_number(text: str) -> Checked:
    """The number of any identity document; what its type asks of it is checked beside the type."""
    number = clean_code(text)
    if not re.fullmatch(r"[0-9A-Z()/-]{5,30}", number):
        return number, _invalid("5 to 30 letters and digits.", "应为 5 至 30 位字母或数字。")
    return number, None


def phone(text: str) -> Checked:
    """A telephone number: digits, with a leading + abroad; blanks and hyphens are left out."""
    number = clean_code(text).replace("-", "")
    if not re.fullmatch(r"\+?[0-9]{7,15}", number):
        return number, _invalid("7 to 15 digits.", "应为 7 至 15 位数字。")
    return number, None


def student_number(text: str) -> Checked:
    """A national student number 学籍号: G, L or J and 18 characters; L and J hold no birth date."""
    number = clean_code(text)
    if not STUDENT_NUMBER.fullmatch(number):
        return number, _invalid("G, L or J and 18 characters.", "应为 G、L 或 J 加 18 位。")
    return number, None


def disability_certificate(text: str) -> Checked:
    """The number of a disability certificate 残疾人证: an identity number, the type (1 to 7) and the grade (1 to 4)."""
    number = clean_code(text)
    if not re.fullmatch(r"[0-9]{17}[0-9X][1-7][1-4]", number):
        return number, _invalid("an identity number, type and grade.", "应为 18 位身份证号加类别、等级各 1 位。")
    return number, identity_number(number[:18])[1]


def bank_account(text: str) -> Checked:
    """A bank account number: 8 to 30 digits; banks have no check digit in common."""
    number = clean_code(text).replace("-", "")
    if not re.fullmatch(r"[0-9]{8,30}", number):
        return number, _invalid("8 to 30 digits.", "应为 8 至 30 位数字。")
    return number, None


def credit_code(text: str) -> Checked:
    """A unified social credit code, GB 32100-2015: 18 characters and the right check character."""
    code = clean_code(text)
    if len(code) != 18 or any(character not in _CREDIT_ALPHABET for character in code):
        return code, _invalid(
            "18 digits and capital letters without I, O, S, V, Z.", "应为 18 位数字或大写字母，不含 I、O、S、V、Z。"
        )
    return code, None if code[17] == credit_check(code[:17]) else fault(Code.CHECK_DIGIT)


def credit_check(characters: str) -> str:
    """The check character of the first 17 characters of a unified social credit code."""
    total = sum(_CREDIT_ALPHABET.index(c) * weight for c, weight in zip(characters, _CREDIT_WEIGHTS, strict=True))
    return _CREDIT_ALPHABET[-total % 31]


def _invalid(en: str, zh: str) -> Fault:
    reason = invalid("", en, zh)
    return Fault(reason.code, (), reason.params)
