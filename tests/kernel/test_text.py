"""Text from outside is made uniform; what is uniform already is known at a glance."""

import re
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from bureau.kernel.text import clean, clean_code, half_width, is_masked

FROM_FILES = st.one_of(
    st.text(), st.text("0123456789ABCXabcx １２Ａ-\t"), st.text("王é\u0301欧阳娜娜 ·\n\r\u3000", max_size=8)
)


_SPACES = re.compile(r"[^\S\n]+")


@given(FROM_FILES)
def test_clean_text_is_composed_and_has_single_spaces(text: str) -> None:
    composed = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n")
    assert clean(text) == "\n".join(_SPACES.sub(" ", line).strip() for line in composed.strip().split("\n"))


@given(FROM_FILES)
def test_a_code_has_no_white_space_no_wide_and_no_small_letters(text: str) -> None:
    assert clean_code(text) == "".join(half_width(clean(text)).split()).upper()


@given(st.text("王芳1*＊●•×", max_size=6))
def test_a_mask_is_known_by_any_of_its_signs(text: str) -> None:
    assert is_masked(text) == any(sign in text for sign in "*＊●•×")
