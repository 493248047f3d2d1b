"""Whole deliveries as an operator commands them: in, out, into another bureau, and against a national register."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.commands import bureau

PUPILS = "LocalId,FamilyName,GivenName,BirthDate,Sex,YearLevel,ASLSchoolId\na1,Black,Tommy,2007-03-04,1,3,40451\n"
SCHOOLS = "学校（机构）标识码,学校（机构）名称\n40451,Hill School\n40452,Dale School\n"
Told = Callable[..., list[str]]


@pytest.fixture(scope="module")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A bureau that holds nothing yet, to be copied."""
    folder = tmp_path_factory.mktemp("migrated")
    assert bureau("migrate", cwd=folder, BUREAU_DATABASE_URL=f"sqlite://{folder}/empty.sqlite3").returncode == 0
    return folder / "empty.sqlite3"


def operator(folder: Path, name: str, migrated: Path) -> Told:
    """An operator of a bureau of its own, who is told what each command says."""
    shutil.copy(migrated, folder / f"{name}.sqlite3")
    environment = {
        "BUREAU_DATABASE_URL": f"sqlite://{folder}/{name}.sqlite3",
        "BUREAU_PROFILE": "generic",
        "BUREAU_SECRET_KEY": f"the secret key of {name}, long enough",
    }

    def told(*arguments: str) -> list[str]:
        ended = bureau(*arguments, cwd=folder, **environment)
        assert (ended.returncode, ended.stderr) == (0, "")
        return ended.stdout.splitlines()

    return told


def test_a_delivery_goes_from_bureau_to_bureau(tmp_path: Path, migrated: Path) -> None:
    (tmp_path / "pupils.csv").write_text(PUPILS)
    (tmp_path / "schools.csv").write_text(SCHOOLS)
    here, there = operator(tmp_path, "here", migrated), operator(tmp_path, "there", migrated)
    tried = here("import", "nias2", "pupils.csv", "--dry-run")
    assert tried[-1] == "Dry run: nothing was written. 未写入任何内容。"
    assert here("import", "nias2", "pupils.csv") == [
        "school: 1 rows: 1 created, 0 updated, 0 unchanged, 0 rejected",
        "student: 1 rows: 1 created, 0 updated, 0 unchanged, 0 rejected",
        "`bureau undo 1` takes all of it back. 可用 bureau undo 1 整批撤销。",
    ]
    assert here("undo", "1", "--reason", "wrong file")[-1].startswith("All that it wrote was undone.")
    assert here("import", "nias2", "pupils.csv")[:2] == tried[:2]
    here("export", "registry", "-o", "all.zip", "--clear", "move")
    assert "student: 1 rows: 1 created, 0 updated, 0 unchanged, 0 rejected" in there("import", "registry", "all.zip")
    here("export", "oneroster", "-o", "roster.zip")
    assert any(line.startswith("student: 1 rows: 0 created") for line in there("import", "oneroster", "roster.zip"))
    assert here("reconcile", "school", "schools.csv", "--as-of", "2020-01-01")[-1] == (
        "school: 2 rows: 1 matched, 0 only here, 1 only there, 0 ambiguous, 1 fields differ, 1 lag"
    )


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("import", "registry", "pupils.csv"), "pupils.csv is no archive"),
        (("import", "oneroster", "pupils.csv"), "pupils.csv is no archive"),
        (("import", "edfi", "pupils.csv"), "pupils.csv is broken"),
        (("import", "nias2", "pupils.csv", "--map", "a=b"), "A whole delivery is read as its format says"),
        (("export", "school", "--clear", "why"), "--clear is for a whole registry"),
        (("export", "oneroster", "-o", "x.zip", "--clear", "why"), "A roster holds no sealed values"),
        (("reconcile", "pupils", "pupils.csv"), "No register “pupils”; there are school, student, teacher."),
        (
            ("reconcile", "student", "pupils.csv"),
            "The file lacks the columns by which rows are found: 学籍号、身份证件号.",
        ),
    ],
)
def test_what_cannot_be_done_is_told_in_a_line(
    tmp_path: Path, migrated: Path, arguments: tuple[str, ...], said: str
) -> None:
    (tmp_path / "pupils.csv").write_text(PUPILS)
    operator(tmp_path, "here", migrated)
    ended = bureau(
        *arguments, cwd=tmp_path, BUREAU_DATABASE_URL=f"sqlite://{tmp_path}/here.sqlite3", BUREAU_PROFILE="generic"
    )
    assert ended.returncode == 1
    assert said in ended.stderr
    assert "Traceback" not in ended.stderr
