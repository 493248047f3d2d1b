"""A shape: some typed values that belong together and are no record: a row of a list that a verb is given (`Rows`), or
of an answer (`Question`).

    class Absence(Shape):
        \"\"\"Who of a class is not there, and why.\"\"\"

        student = One(Student, "Student", "学生")
        code = Coded(ATTENDANCE_CODE, "Attendance", "考勤情况")
"""

import inspect
from collections.abc import Mapping
from typing import Any, ClassVar

from bureau.kernel.field import Choices, Field, Numbered, Sealed, Span

_IN_RECORDS_ALONE = (Choices, Numbered, Sealed, Span)


class Shape:
    """The base of every shape; its docstring is API text, and its fields say their words and limits as records' do."""

    fields: ClassVar[Mapping[str, Field[Any]]] = {}

    def __init_subclass__(cls) -> None:
        cls.fields = {name: value for name, value in vars(cls).items() if isinstance(value, Field)}
        if wrong := [name for name, value in cls.fields.items() if isinstance(value, _IN_RECORDS_ALONE)]:
            raise TypeError(f"{cls.__name__}: a shape cannot have {', '.join(wrong)}")
        if not inspect.getdoc(cls) or cls.__doc__ is None:
            raise TypeError(f"{cls.__name__} needs a docstring: it is the API's description")

    def __init__(self, **values: Any) -> None:
        self.__dict__ |= dict.fromkeys(self.fields) | values
