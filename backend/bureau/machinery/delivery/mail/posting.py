"""Posting: what notices bring into the box, each in the notice's own transaction, or in the morning for a whole day."""

from collections.abc import Sequence
from datetime import time
from functools import partial

from bureau.kernel.event import Written, event, reaction
from bureau.kernel.words import Words
from bureau.machinery.calendars.calendar import load_calendar
from bureau.machinery.delivery.mail.mail import MailSort, post
from bureau.machinery.delivery.mail.mail_address import AddressState, MailAddress, MailChoice
from bureau.machinery.delivery.mail.unsubscribing import target_of
from bureau.machinery.jobs.run import Run
from bureau.machinery.jobs.task import task
from bureau.machinery.notices.notice import Notice, NoticeState, notice
from bureau.storage.act import Act
from bureau.storage.transaction import Transaction

AT_ONCE = 500
"""Addresses whose mails are written in one step."""


@event(notice)
def notice_sent(write: Written[Notice]) -> bool:
    """Somebody is told something."""
    return write.before is None and not write.is_void


@reaction(notice_sent)
async def post_notices(act: Act, writes: Sequence[Written[Notice]]) -> None:
    """Put a mail into the box for each notice whose holder wants one at once."""
    if not act.store.database.settings.smtp_url:
        return
    of = {write.record.__dict__["owner_id"] for write in writes}
    wanting = MailAddress.filter(owner_id__in=of, state=AddressState.VERIFIED, wanted=MailChoice.EACH)
    held = {one.__dict__["owner_id"]: one for one in await wanting}
    to, about = [], []
    for write in writes:
        if (one := held.get(write.record.__dict__["owner_id"])) and one.address:
            to.append((one.__dict__["owner_id"], one.id, target_of(act.store.keyring, one.address)))
            about.append((write.record.id, f"notice.{write.record.id}"))
    if to:
        await post(act.tx, MailSort.NOTICE, to, about=about)


@task(daily=time(8))
async def send_digests(run: Run) -> Words:
    """Write to those who want one mail a day of what came since the last, where this is a working day."""
    if not run.settings.smtp_url or not (await load_calendar(run.store.database.readers)).is_working(run.day):
        return Words("No digest is due.", "今日无需发送汇总邮件。")
    while await run.step(partial(_digest_some, run)):
        pass
    return Words(f"{run.done} digests posted.", f"已生成 {run.done} 封汇总邮件。")


async def _digest_some(run: Run, tx: Transaction) -> int:
    """Put the digests of the next addresses into the box; how many addresses were looked at."""
    until = run.due_at
    wanting = MailAddress.filter(state=AddressState.VERIFIED, wanted=MailChoice.DAILY, told_until__lt=until)
    held = await wanting.order_by("id").limit(AT_ONCE)
    having = {row[0] for row in await tx.fetch(_NEWS, until)}
    for one in held:
        if one.address and one.told_until and one.id in having:
            to = (one.__dict__["owner_id"], one.id, target_of(run.store.keyring, one.address))
            run.done += await post(tx, MailSort.DIGEST, [to], covers=(one.told_until, until))
    changes = [(one, {"told_until": until}) for one in held]
    await run.store.change_all(tx, run.store.kind_of(MailAddress), changes, verb="digest_mails")
    return len(held)


_NEWS = f"""
SELECT a.id FROM mail_address a
WHERE a.state = '{AddressState.VERIFIED}' AND a.wanted = '{MailChoice.DAILY}' AND a.told_until < $1 AND EXISTS (
    SELECT 1 FROM notice n WHERE n.owner_id = a.owner_id AND n.state = '{NoticeState.UNREAD}'
        AND n.sent_at > a.told_until AND n.sent_at <= $1)"""
