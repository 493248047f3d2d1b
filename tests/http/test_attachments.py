"""The headers of what is given out: names in any script, and the parts that are asked for."""

from hypothesis import given
from hypothesis import strategies as st

from bureau.http.downloads import disposition
from bureau.http.ranges import Unsatisfiable, asked
from bureau.machinery.files.names import clean_name


@given(st.text(max_size=100).map(clean_name))
def test_a_disposition_is_one_line_of_latin_text(name: str) -> None:
    header = disposition(name)
    assert header.startswith("attachment; filename=")
    header.encode("ascii")
    assert header.isprintable()
    assert header.count('"') == 2


@given(st.integers(1, 500), st.integers(0, 600), st.none() | st.integers(0, 600))
def test_a_range_is_what_a_slice_is(size: int, first: int, last: int | None) -> None:
    data = bytes(range(256)) * 2
    expected = data[:size][first : None if last is None else last + 1]
    try:
        found = asked(f"bytes={first}-{'' if last is None else last}", "", size, "")
    except Unsatisfiable:
        assert first >= size
        return
    if last is not None and last < first:
        assert found is None
    else:
        assert found
        assert data[slice(*found)] == expected
