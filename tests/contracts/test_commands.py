"""The commands as an operator meets them: what can go wrong is told in a line, without a traceback."""

import contextlib
import re
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from bureau.machinery.imports.tables import open_table
from tests.support.commands import bureau


@pytest.mark.parametrize(
    ("arguments", "environment", "said"),
    [
        (("migrate",), {"BUREAU_DATABASE_URL": "mysql://there"}, "BUREAU_DATABASE_URL: must begin with"),
        (("migrate",), {"BUREAU_DATABASE_URL": "postgres://a@127.0.0.1/b?x=1"}, "BUREAU_DATABASE_URL: unknown options x"),
        (("migrate",), {"BUREAU_DATABASE_URL": "postgres://a@127.0.0.1:1/b"}, "The database cannot be reached"),
        (("serve",), {"BUREAU_DATABASE_URL": "postgres://a@127.0.0.1:1/b"}, "The database cannot be reached"),
        (("database", "roles"), {}, "SQLite has no roles"),
        (("migrate",), {"BUREAU_DATABASE_READ_URL": "sqlite://x"}, "BUREAU_DATABASE_READ_URL: must begin with postgres://"),
        (("migrate",), {"BUREAU_DATABASE_READ_URL": "postgres://a@there/b"},
         "BUREAU_DATABASE_READ_URL: must name the database of BUREAU_DATABASE_URL"),
        (("migrate",), {"BUREAU_DATABASE_URL": "sqlite:///dev/null/x"}, "The database cannot be reached"),
        (("serve",), {"BUREAU_PORT": "many"}, "BUREAU_PORT: Input should be a valid integer"),
        (("serve",), {}, "run `bureau migrate` first"),
        (("serve", "--workers", "2"), {}, "SQLite is served by one process"),
        (("export", "school"), {}, "run `bureau migrate` first"),
        (("export", "school", "--format", "pdf"), {}, "--format is one of csv, xlsx, jsonl, not “pdf”"),
        (("export", "school", "--lang", "fr"), {}, "--lang is one of api, zh, en, both, not “fr”"),
        (("migrate",), {"BUREAU_SECRET_KEY": "short"}, "BUREAU_SECRET_KEY: needs at least 32 characters"),
    ],
)  # fmt: skip
def test_what_can_go_wrong_is_told_in_a_line(
    tmp_path: Path, arguments: tuple[str, ...], environment: dict[str, str], said: str
) -> None:
    ended = bureau(*arguments, cwd=tmp_path, **environment)
    assert ended.returncode == 1
    assert said in ended.stderr
    assert "Traceback" not in ended.stderr
    assert len(ended.stderr.strip().splitlines()) <= 2


def test_an_operators_first_hour(tmp_path: Path) -> None:
    """Migrate, look at the exports, load schools, add a user and a token: each says what it did."""
    schools = tmp_path / "schools.csv"
    schools.write_text("学校标识码,名称,办学类型,所在区划\n2151000001,第一小学,小学,510104\n1,坏,小学,510104\n")
    env = {"BUREAU_DATABASE_URL": f"sqlite://{tmp_path}/city.sqlite3"}

    def told(*arguments: str) -> list[str]:
        ended = bureau(*arguments, cwd=tmp_path, **env)
        assert (ended.returncode, ended.stderr) == (0, "")
        return ended.stdout.splitlines()

    assert told("migrate")[0].startswith("Applied 0001_initial")
    assert told("migrate") == ["Nothing to apply."]
    mapped = ("import", "school", str(schools), "--map", "code=学校标识码")
    assert told(*mapped, "--dry-run")[-1].endswith(
        "1 created, 0 updated, 0 unchanged, 1 rejected (dry run: nothing was written)"
    )
    assert told(*mapped)[-1] == "school: 2 rows: 1 created, 0 updated, 0 unchanged, 1 rejected"
    assert told(*mapped)[-1] == "school: 2 rows: 0 created, 0 updated, 1 unchanged, 1 rejected"
    assert "第一小学" in told("export", "school")[1]
    assert told("export", "person")[0].startswith("name,")
    with contextlib.closing(sqlite3.connect(tmp_path / "city.sqlite3")) as file:
        read = file.execute("SELECT actor, text FROM read_log JOIN read_document ON digest = document").fetchall()
    assert [text for _, text in read] == ["bureau export school", "bureau export person"], "schools name principals"
    told("export", "school", "--out", str(tmp_path / "out.csv"))
    assert "第一小学" in (tmp_path / "out.csv").read_text("utf-8-sig")
    told("export", "school", "--format", "xlsx", "-o", str(tmp_path / "out.xlsx"), "--lang", "both")
    assert open_table(tmp_path / "out.xlsx").headers[0] == "机构代码 Code"
    assert told("export", "school", "--format", "jsonl", "--columns", "code,name") == [
        '{"code":"2151000001","name":"第一小学"}'
    ]
    assert told("export", "school", "--filter", '{"code": {"eq": "x"}}', "--columns", "code") == ["code"]
    assert told(*mapped[:2], str(tmp_path / "out.xlsx"), "--sheet", "1")[-1].startswith("school: 1 rows: 0 created")
    added = ("user", "add", "head", "--role", "registrar", "--password", "a long password")
    assert told(*added) == ["head can sign in."]
    assert told("user", "password", "head", "--password", "another long password") == [
        "head signs in with the new password and must change it."
    ]
    assert told("user", "unlock", "head") == ["head can sign in."]
    assert len(told("token", "add", "head", "--name", "a program")[0]) > 30


@pytest.mark.soak
def test_what_an_operator_gets_wrong_is_told_in_a_line(tmp_path: Path) -> None:
    """Each in a process of its own, which takes its time."""
    schools = tmp_path / "schools.csv"
    schools.write_text("学校标识码,名称,办学类型,所在区划\n2151000001,第一小学,小学,510104\n")
    env = {"BUREAU_DATABASE_URL": f"sqlite://{tmp_path}/city.sqlite3"}
    added = ("user", "add", "head", "--role", "registrar", "--password", "a long password")
    mapped = ("import", "school", str(schools), "--map", "code=学校标识码")
    for first in (("migrate",), mapped, added):
        assert bureau(*first, cwd=tmp_path, **env).returncode == 0
    for wrong, said in (
        (added, "username: Another Account has this value already."),
        (("user", "add", "other", "--role", "king", "--password", "a long password"), "No role “king”"),
        (("user", "add", "other", "--role", "registrar", "--password", "short"), "10 to 1000 characters"),
        (("user", "password", "nobody", "--password", "another long password"), "No account “nobody”."),
        (("user", "unlock", "nobody"), "No account “nobody”."),
        (("token", "add", "nobody", "--name", "x"), "No account “nobody”."),
        (("export", "dragon"), "No kind “dragon”"),
        (("import", "school", str(schools), "--map", "x=y"), "No field and column for “x=y”"),
        (("demo",), "There are schools already"),
        (("demo", "--city", "999999"), "There are schools already"),
    ):
        ended = bureau(*wrong, cwd=tmp_path, **env)
        assert ended.returncode == 1
        assert said in ended.stderr
        assert "Traceback" not in ended.stderr


def test_the_schema_is_printed(tmp_path: Path) -> None:
    """By the command itself, as it is installed."""
    committed = Path(__file__).parents[2] / "schema.graphql"
    printed = subprocess.run(
        [Path(sys.executable).with_name("bureau"), "schema"], cwd=tmp_path, capture_output=True, check=True
    )
    assert printed.stdout.decode() == committed.read_text("utf-8"), "run make gen"


def test_the_journal_is_sealed_and_verified(tmp_path: Path) -> None:
    def told(*arguments: str, code: int = 0) -> list[str]:
        ended = bureau("journal", *arguments, cwd=tmp_path)
        assert (ended.returncode, ended.stderr) == (code, "")
        return ended.stdout.splitlines()

    assert bureau("migrate", cwd=tmp_path).returncode == 0
    assert "is missing; set BUREAU_JOURNAL_KEY" in bureau("journal", "verify", cwd=tmp_path).stderr
    assert re.fullmatch(r"[1-9]\d+ entries sealed\. 已封存 \d+ 条。", *told("seal"))
    assert told("seal") == ["0 entries sealed. 已封存 0 条。"]
    public, lodged = tmp_path / "public.pem", tmp_path / "var" / "journal.heads"
    public.write_text("\n".join(told("key")) + "\n")
    assert told("verify")[-1] == "All is as it was sealed. 全部与封存时一致。"
    away = lodged.rename(tmp_path / "lodged")
    assert told("verify", "--heads", str(away), "--key", str(public)) == told("verify", "--heads", str(away))
    assert told("verify")[1].startswith("Not lodged yet: the newest ")
    away.rename(lodged)

    with contextlib.closing(sqlite3.connect(tmp_path / "var" / "bureau.sqlite3")) as file:
        file.execute("DROP TRIGGER refuse_update_journal")
        file.execute("UPDATE journal SET actor = 'nobody' WHERE id = 7")
        file.commit()
    assert told("verify", code=1)[0] == "Block 1, entry 7: edited since it was sealed. 第 1 块条目 7：封存后被修改。"
    refused = bureau("journal", "verify", "--key", str(lodged), cwd=tmp_path)
    assert "holds no Ed25519 public key" in refused.stderr
    assert refused.returncode == 1
