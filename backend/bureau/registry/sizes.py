"""How large schools and classes are to be at the most: where they are larger, it is said (学校规模、班额; §1.7)."""

from datetime import date

from bureau.kernel.words import Words
from bureau.registry.standards import standard


def school_size(school_type: str, day: date, division: str = "") -> int | None:
    """How many pupils a school of a type has at the most; None where nothing is set."""
    found = standard(f"school_size_most.{school_type}", day, division)
    return int(found.value) if found else None


def class_size(grade: str, day: date, division: str = "") -> int | None:
    """How many pupils a class of a grade has at the most, by what is set for the grade or its stage; else None."""
    found = standard(f"class_size_usual.{grade}", day, division) or standard(
        f"class_size_usual.{grade[:1]}", day, division
    )
    return int(found.value) if found else None


def too_large(name: str, pupils: int, most: int) -> Words:
    """What is said of a school or a class that is larger."""
    return Words(f"{name}: {pupils} pupils, and {most} are the most.", f"{name}：{pupils} 人，超过规定的 {most} 人。")
