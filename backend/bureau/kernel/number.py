"""The ten-digit numbers of our own, for lists, cards and addresses: nine digits and a check digit."""


def check_digit(digits: str) -> str:
    """ISO 7064 MOD 11,10 over a string of digits: catches every single wrong digit and nearly all swaps."""
    product = 10
    for digit in digits:
        total = (product + int(digit)) % 10 or 10
        product = total * 2 % 11
    return str((11 - product) % 10)


def own_number(serial: int) -> str:
    """The number that belongs to a running number; raises ValueError beyond nine digits."""
    digits = f"{serial:09d}"
    if len(digits) > 9:
        raise ValueError("the series of nine-digit numbers is used up")
    return digits + check_digit(digits)


def is_own_number(text: str) -> bool:
    """Whether text is a ten-digit number with its right check digit."""
    return len(text) == 10 and text.isascii() and text.isdigit() and check_digit(text[:9]) == text[9]
