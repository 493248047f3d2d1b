"""What the holder of an account says of their mails: to which address, when, in which language."""

import hmac
import secrets
from datetime import timedelta
from typing import Annotated, Any

from bureau.kernel import rules
from bureau.kernel.action import action
from bureau.kernel.errors import Code, Refusal, fault, refuse
from bureau.kernel.words import Words
from bureau.machinery.delivery.mail.mail import MailSort, post
from bureau.machinery.delivery.mail.mail_address import (
    ADDRESS,
    AddressState,
    MailAddress,
    MailChoice,
    MailLanguage,
    code_of,
    hidden,
    mail_address,
)
from bureau.machinery.delivery.mail.unsubscribing import target_of
from bureau.machinery.delivery.pauses import number
from bureau.storage.act import Act

_DAY = timedelta(days=1)
_A_DAY = Words("a day", "每日")
_CODE = Words("code", "验证码")
_WRONG = Words("it is not the code that was sent.", "与发送的验证码不符。")
_SENT_LATELY = (
    "SELECT count(*) FILTER (WHERE owner_id = $1), count(*) FILTER (WHERE target = $2)"
    " FROM mail WHERE sort = 'CODE' AND made_at > $3"
)


@action(mail_address, rules.owner, label=("Give a mail address", "设置通知邮箱"))
async def set_mail_address(
    act: Act,
    *,
    address: Annotated[str, ADDRESS],
    language: Annotated[MailLanguage, MailAddress.language],
) -> MailAddress:
    """Give the address to which you are told that something waits, in place of another; a code is sent there, and
    nothing else until that came back.
    """
    if act.actor.is_program:
        raise refuse(Code.FORBIDDEN)
    if not act.store.database.settings.smtp_url:
        raise refuse(Code.MAIL_UNAVAILABLE)
    known = await MailAddress.filter(owner_id=act.actor.account).first()
    values: dict[str, Any] = {
        "address": address,
        "shown": hidden(address),
        "state": AddressState.UNVERIFIED,
        "language": language,
        "verified_at": None,
        "refusals": 0,
        "refusal": None,
    }
    if known is None:
        known = await act.create(MailAddress, wanted=MailChoice.EACH, code_tries=0, **values)
    else:
        known = await act.change(known, **values)
    return await _send_code(act, known)


@action(mail_address, rules.owner, label=("Send a code again", "重新发送验证码"))
async def send_mail_code(act: Act, held: MailAddress) -> MailAddress:
    """Send another code to an address that is not verified; the one before is good no more."""
    if held.state not in (AddressState.UNVERIFIED, AddressState.SET_ASIDE):
        raise _not_from(held, AddressState.UNVERIFIED)
    if not act.store.database.settings.smtp_url:
        raise refuse(Code.MAIL_UNAVAILABLE)
    return await _send_code(act, await act.change(held, state=AddressState.UNVERIFIED))


@action(mail_address, rules.owner, label=("Choose when mails are sent", "选择提醒方式"))
async def choose_mails(
    act: Act,
    held: MailAddress,
    *,
    wanted: Annotated[MailChoice, MailAddress.wanted],
    language: Annotated[MailLanguage, MailAddress.language],
) -> MailAddress:
    """Choose when you are told by e-mail, and in which language; what waited until now is not told again."""
    return await act.change(held, wanted=wanted, language=language, told_until=act.tx.now())


@action(mail_address, rules.owner, label=("Remove the mail address", "移除通知邮箱"))
async def remove_mail_address(act: Act, held: MailAddress) -> MailAddress:
    """Remove your address: it is forgotten, and nothing more is sent there."""
    gone = {"address": None, "shown": None, "verified_at": None, "code_mark": None, "code_until": None}
    return await act.change(held, state=AddressState.REMOVED, **gone)


async def check_code(act: Act, held: MailAddress, code: str) -> Refusal | None:
    """Verify an address by a code, or count a wrong one; gives what is to be refused once that is committed."""
    until, tries = held.code_until, number("mail_code_tries", act.today)
    if not held.code_mark or until is None or until <= act.tx.now() or held.code_tries >= tries:
        return refuse(Code.ENDED, "code", kind=_CODE)
    right = code_of(act.store.keyring, held.__dict__["owner_id"], held.code_mark)
    if not hmac.compare_digest(right.encode(), "".join(code.split()).encode()):
        await act.change(held, code_tries=held.code_tries + 1)
        return Refusal([fault(Code.INVALID, "code", reason=_WRONG)])
    told = {"verified_at": act.tx.now(), "told_until": act.tx.now(), "refusals": 0, "refusal": None}
    await act.change(held, state=AddressState.VERIFIED, code_mark=None, code_until=None, code_tries=0, **told)
    return None


async def _send_code(act: Act, held: MailAddress) -> MailAddress:
    owner, target = act.actor.account, target_of(act.store.keyring, held.address or "")
    most = number("mail_codes_a_day", act.today)
    ((of_owner, of_address),) = await act.tx.fetch(_SENT_LATELY, owner, target, act.tx.now() - _DAY)
    if max(of_owner, of_address) >= most:
        raise refuse(Code.BUDGET_SPENT, "address", limit=most, period=_A_DAY)
    mark, until = secrets.token_hex(16), act.tx.now() + timedelta(minutes=number("mail_code_minutes", act.today))
    assert owner is not None
    await post(act.tx, MailSort.CODE, [(owner, held.id, target)], mark=mark)
    return await act.change(held, code_mark=mark, code_until=until, code_tries=0)


def _not_from(held: MailAddress, after: AddressState) -> Refusal:
    return refuse(Code.TRANSITION, "id", before=AddressState[held.state].words, after=after.words)
