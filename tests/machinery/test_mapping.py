"""Which column fills which field: said, remembered, known by many names, and never merely guessed."""

import pytest

from bureau.catalogue import catalogue
from bureau.kernel.kind import Kind
from bureau.machinery.imports.aliases import aliases
from bureau.machinery.imports.beside import places
from bureau.machinery.imports.columns import all_columns, heads
from bureau.machinery.imports.layout import plain
from bureau.machinery.imports.mapping import all_paths, known_headers, match, paths
from bureau.machinery.imports.remembered import digest_of
from bureau.registry.person import person
from bureau.registry.school import school
from bureau.registry.student import student

PARTS = catalogue()


def test_the_short_names_of_national_forms_are_known() -> None:
    found = match(student, ["xm", "xb", "csrq", "mz", "sfzjlx", "sfzjh", "lxdh", "jdfs"], {})
    assert found.paths == {
        "person.name": "xm",
        "person.sex": "xb",
        "person.birth_date": "csrq",
        "person.ethnicity": "mz",
        "person.document_type": "sfzjlx",
        "person.document_number": "sfzjh",
        "person.phone": "lxdh",
        "boarding": "jdfs",
    }
    assert set(found.ways.values()) == {"words"}


@pytest.mark.parametrize("kind", [school, student, person], ids=lambda kind: kind.name)
def test_no_two_fields_of_a_kind_go_by_one_alias(kind: Kind) -> None:
    known = {alias for several in aliases().values() for alias in several}
    names = [name for _, names in paths(kind) for name in set(names) & known]
    assert names
    assert len(names) == len(set(names))


@pytest.mark.parametrize("kind", [school, student, person], ids=lambda kind: kind.name)
@pytest.mark.parametrize("form", ["api", "zh", "en", "both"])
def test_every_header_of_an_export_is_known_again(kind: object, form: str) -> None:
    columns = all_columns(kind)  # type: ignore[arg-type]
    above = heads(kind, columns, form)  # type: ignore[arg-type]
    found = match(kind, above, {})  # type: ignore[arg-type]
    assert [found.paths[".".join(path)] for path in columns] == above
    assert found.unused == []


def test_stars_notes_and_width_of_headers_do_not_matter() -> None:
    found = match(person, ["姓 名*", "性别（必填）", "出生＿日期", "【选填】民族"], {})
    assert list(found.paths) == ["name", "sex", "birth_date", "ethnicity"]


def test_a_field_is_known_with_the_kind_before_it_and_by_the_standards_own_name() -> None:
    found = match(school, ["学校标识码", "学校名称", "School type"], {})
    assert found.paths == {"code": "学校标识码", "name": "学校名称", "type": "School type"}
    pupils = match(student, ["学生姓名", "学校标识码"], {})
    assert pupils.paths == {"person.name": "学生姓名", "school": "学校标识码"}


def test_what_only_comes_near_is_offered_with_its_score_and_never_taken() -> None:
    found = match(person, ["姓名", "出生年月日期", "家长 / 性别", "xyz"], {})
    assert found.paths == {"name": "姓名"}
    assert found.unused == ["出生年月日期", "家长 / 性别", "xyz"]
    assert {(near.header, near.path) for near in found.near} == {("出生年月日期", "birth_date"), ("家长 / 性别", "sex")}
    assert all(60 <= near.score < 100 for near in found.near)


def test_what_no_column_fills_is_listed_and_what_is_missing_for_new_records() -> None:
    found = match(school, ["code", "type"], {})
    assert found.missing == ["name"], "the category is that of every school"
    assert "address" in found.unfilled
    pupil = match(student, ["姓名", "年级"], {})
    assert "person" not in pupil.missing
    assert {"person.sex", "person.birth_date", "school", "status"} <= set(pupil.missing)
    assert "number" not in pupil.missing, "it is given"
    assert "person.address" not in pupil.missing
    assert "person" in match(student, ["年级"], {}).missing


def test_what_is_said_goes_before_what_is_remembered_and_that_before_words() -> None:
    headers = ["名称", "全称", "简称", "代号"]
    remembered = {"name": "全称", "short_name": "名称", "english_name": "没有了", "code": "代号"}
    found = match(school, headers, {"code": "简称"}, remembered)
    assert found.paths == {"code": "简称", "name": "全称", "short_name": "名称"}
    assert found.ways == {"code": "said", "name": "remembered", "short_name": "remembered"}
    assert found.unused == ["代号"]


def test_columns_that_we_added_fill_nothing() -> None:
    found = match(person, ["姓名", "※原因", "※建议 suggestion"], {})
    assert (found.paths, found.unused, found.near) == ({"name": "姓名"}, [], [])
    assert digest_of(["姓名", "", "※原因"]) == digest_of(["姓名"])
    assert digest_of(["a", "b"]) == digest_of(["b", "a"]) != digest_of(["a"])


def test_headers_that_make_sense_are_those_of_the_mapping() -> None:
    assert {"姓名", "xm", "birthdate", "人员姓名", "personname"} <= known_headers(student)


BESIDE = places(PARTS.kinds, student)


def test_no_two_columns_of_a_row_with_guardians_go_by_one_name() -> None:
    names = [
        plain(name)
        for path, names in all_paths(student, BESIDE).items()
        for name in set(map(plain, names))
        if path not in dict(paths(student))
    ]
    assert names
    assert len(names) == len(set(names))
    own = {plain(name) for _, names in paths(student) for name in names}
    assert own.isdisjoint(names)


@pytest.mark.parametrize(
    ("header", "path"),
    [
        ("监护人1姓名", "guardians.1.guardian.name"),
        ("家长2电话", "guardians.2.guardian.phone"),
        ("家长姓名", "guardians.1.guardian.name"),
        ("家长2 / 身份证号", "guardians.2.guardian.document_number"),
        ("成员1关系", "guardians.1.relation"),
        ("成员1是否监护人", "guardians.1.is_legal_guardian"),
        ("Guardian 2 Name", "guardians.2.guardian.name"),
        ("guardians.1.mayCollect", "guardians.1.may_collect"),
        ("rxfs", "enrolments.entry_way"),
        ("就读期间起", "enrolments.period.from"),
        ("姓名", "person.name"),
        ("学校", "school"),
    ],
)
def test_what_stands_beside_a_pupil_is_known_by_its_header(header: str, path: str) -> None:
    assert match(student, [header], {}, beside=BESIDE).paths == {path: header}
    assert plain(header) in known_headers(student, BESIDE)
