"""An action that does not say what it is fails the build."""

from typing import Annotated, Any

import pytest

from bureau.kernel.action import action
from bureau.kernel.field import Date
from bureau.kernel.rules import registrar
from bureau.registry.person import Person
from bureau.registry.school import School
from bureau.registry.student import Student, student


def test_what_an_action_declares_is_its_signature() -> None:
    @action(student, registrar, label=("Suspend", "休学"))
    async def suspend(
        act: Any,
        pupil: Student,
        *,
        reason: Annotated[str, Person.name],
        until: Annotated[str, Date("Until", "至")] = "",
    ) -> Student:
        """Suspend a pupil."""
        return pupil

    assert suspend.field_name == "suspend"
    assert suspend.input_name == "SuspendInput"
    assert suspend.subject == "pupil"
    assert list(suspend.arguments) == ["reason", "until"]
    assert suspend.required == {"reason"}


def test_an_argument_without_words_fails() -> None:
    async def suspend(act: Any, pupil: Student, *, reason: str) -> Student:
        """Suspend a pupil."""
        return pupil

    with pytest.raises(TypeError, match="reason carries no field"):
        action(student, registrar, label=("Suspend", "休学"))(suspend)


def test_an_action_without_a_description_fails() -> None:
    async def suspend(act: Any, pupil: Student) -> Student:
        return pupil

    with pytest.raises(TypeError, match="docstring"):
        action(student, registrar, label=("Suspend", "休学"))(suspend)


def test_an_action_without_subject_or_place_fails() -> None:
    async def found(act: Any, *, name: Annotated[str, School.name]) -> School:
        """Found a school."""
        raise NotImplementedError

    with pytest.raises(TypeError, match="place"):
        action(student, registrar, label=("Found", "设立"))(found)
