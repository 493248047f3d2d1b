"""Money in yuan, held as whole fen, and decimals held as scaled integers."""

import re
from decimal import Decimal, InvalidOperation

LARGEST = 2**63 - 1
_DECIMAL = re.compile(r"-?[0-9]{1,18}(\.[0-9]{1,9})?")


def is_decimal(text: str) -> bool:
    """Whether text is a plain decimal number, whatever its size."""
    return _DECIMAL.fullmatch(text) is not None


def to_scaled(text: str, scale: int) -> int:
    """Turn a decimal string into an integer of 10^-scale units.

    Raises ValueError for anything but plain digits, for more than `scale` decimals, and beyond 64 bits.
    """
    if not _DECIMAL.fullmatch(text):
        raise ValueError("not a plain decimal number")
    try:
        scaled = Decimal(text).scaleb(scale)
    except InvalidOperation as error:
        raise ValueError("not a number") from error
    if scaled != scaled.to_integral_value():
        raise ValueError(f"more than {scale} decimals")
    if abs(scaled) > LARGEST:
        raise ValueError("too large")
    return int(scaled)


def from_scaled(value: int, scale: int) -> str:
    """Turn an integer of 10^-scale units into its decimal string, with all `scale` decimals."""
    if scale == 0:
        return str(value)
    digits = str(abs(value)).rjust(scale + 1, "0")
    return f"{'-' if value < 0 else ''}{digits[:-scale]}.{digits[-scale:]}"


def to_fen(text: str) -> int:
    """Turn yuan, `"12345.67"`, into fen."""
    return to_scaled(text, 2)


def from_fen(fen: int) -> str:
    """Turn fen into yuan with two decimals."""
    return from_scaled(fen, 2)
