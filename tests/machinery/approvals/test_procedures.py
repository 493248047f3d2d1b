"""What procedures' files may say: whatever makes no sense in one is told with its name, and nothing starts."""

from collections.abc import Callable
from pathlib import Path

import pytest

from bureau.areas.students.student_case import student_case
from bureau.areas.students.transfer import transfer_student
from bureau.machinery.approvals import procedure as reading
from bureau.machinery.approvals.procedure import Procedure, ProcedureError, in_force, load_procedures

GIVEN = (Path(reading.__file__).parents[2] / "areas/students/data/procedures/transfer.toml").read_text("utf-8")

Load = Callable[[dict[str, str]], tuple[Procedure, ...]]


@pytest.fixture
def load(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Load:
    def loaded(texts: dict[str, str]) -> tuple[Procedure, ...]:
        folder = tmp_path / "data" / "procedures"
        folder.mkdir(parents=True)
        for name, text in texts.items():
            (folder / name).write_text(text, "utf-8")
        monkeypatch.setattr(reading, "files", lambda package: tmp_path)
        return load_procedures("bureau.areas.students", [student_case], [transfer_student])

    return loaded


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        (
            'roles = ["registrar"]\nat = "school.authority"',
            'roles = ["registrer"]\nat = "school.authority"',
            "no role registrer",
        ),
        ('at = "school"', 'at = "scool"', "no argument scool"),
        ('at = "school"', 'at = "reason"', "no argument reason that names a unit"),
        ('at = "school.authority"', 'at = "school.superior"', "there is authority, and nothing else"),
        ('due = "transfer_step_days"', 'due = "transfer_days"', "no standard transfer_days"),
        ('steps = ["receiving_school", ', 'steps = ["receiving", ', "no step receiving"),
        ('outcome = "transfer_student"', 'outcome = "transfer_pupil"', "no outcome transfer_pupil"),
        ('kind = "student_case"', 'kind = "pupil_case"', "no kind pupil_case"),
        ('approved_on = "day"', 'approved_at = "day"', "approved_at cannot be supplied"),
        ('code = "sending_school"', 'code = "receiving_school"', "two of one code"),
        ("verified = false", "verifed = false", "verifed, which means nothing"),
        ('form = "中小学生转学申请表"', "", "form is missing"),
        ('valid_from = "2013-09-01"', 'valid_from = "2013"', "valid_from is no day"),
        ("[open]", "[open", "Expected"),
        ('code = "transfer"', 'code = "move"', "its code is move"),
        ('due = "transfer_step_days"', 'due = "transfer_step_days"\nneed = "most"', "needs most"),
        ('due = "transfer_step_days"', 'sort = "publicity"', "cannot be without it"),
        ('chinese = "户口簿"', 'chinese = ""', "a material lacks its chinese"),
        ("required = false", "requird = false", "a material has requird"),
        ('code = "proof_of_residence"', 'code = "household_register"', "two materials of one code"),
    ],
)
def test_what_makes_no_sense_is_told_with_the_files_name(load: Load, old: str, new: str, why: str) -> None:
    assert old in GIVEN
    with pytest.raises(ProcedureError, match=r"transfer\.toml") as told:
        load({"transfer.toml": GIVEN.replace(old, new, 1)})
    assert why in str(told.value)


def test_versions_follow_one_another(load: Load) -> None:
    later = GIVEN.replace('valid_from = "2013-09-01"', 'valid_from = "2026-09-01"')
    versions = load({"transfer.toml": GIVEN, "transfer@2026.toml": later})
    assert [one.valid_from.year for one in versions] == [2013, 2026]
    begun = in_force(versions, "transfer", versions[1].valid_from)
    assert begun is versions[1]
    assert in_force(versions, "transfer", versions[0].valid_from.replace(year=2012)) is None


def test_two_versions_of_one_day_are_one_too_many(load: Load) -> None:
    with pytest.raises(ProcedureError, match="two versions begin on 2013-09-01"):
        load({"transfer.toml": GIVEN, "transfer@2014.toml": GIVEN})
