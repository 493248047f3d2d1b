"""What a new password must be: long enough, hard to guess, and nothing that stands beside it."""

from zxcvbn import zxcvbn

from bureau.kernel.errors import Fault, Refusal, invalid
from bureau.settings import Settings

_ESTIMATED = 72
"""As many characters are estimated, which takes milliseconds; whatever follows makes nothing easier to guess."""
_LONGEST = 1000


def check_password(password: str, username: str, display_name: str, settings: Settings, path: str) -> None:
    """Raise Refusal, with its fault at `path`, for a password that the policy does not allow."""
    if found := _fault(password, username, display_name, settings, path):
        raise Refusal([found])


def _fault(password: str, username: str, display_name: str, settings: Settings, path: str) -> Fault | None:
    least = settings.password_length
    if not least <= len(password) <= _LONGEST:
        return invalid(
            path, f"a password has {least} to {_LONGEST} characters.", f"口令长度应为 {least} 至 {_LONGEST} 个字符。"
        )
    if username.casefold() in password.casefold():
        return invalid(path, "a password does not contain the user name.", "口令不得包含用户名。")
    estimate = zxcvbn(password[:_ESTIMATED], [username, display_name])
    if estimate["score"] < settings.password_strength:
        return invalid(path, "such a password is easy to guess.", "口令过于简单，容易被猜中。")
    return None
