"""What is done with a webhook: it is made, changed, paused, resumed, switched off, tried."""

from collections.abc import Iterator, Sequence
from typing import Annotated, Any

from bureau.access.session import Token
from bureau.kernel import rules
from bureau.kernel.action import action
from bureau.kernel.errors import Code, Fault, Refusal, fault, invalid, refuse
from bureau.kernel.words import Words
from bureau.machinery.delivery.hooks.egress import Egress
from bureau.machinery.delivery.hooks.webhook import Webhook, WebhookState, webhook
from bureau.machinery.delivery.hooks.webhook_delivery import TEST, DeliveryState, Told, enqueue, forget_waiting
from bureau.machinery.delivery.pauses import number
from bureau.storage.act import Act

MAKE = rules.integrator | rules.registrar
"""Who has a program told: those who keep registers, and who was made an integrator."""

_KIND = Words("Kind", "记录类型")


@action(webhook, MAKE, label=("New webhook", "新建推送"))
async def create_webhook(
    act: Act,
    *,
    name: Annotated[str, Webhook.name],
    url: Annotated[str, Webhook.url],
    kinds: Annotated[str, Webhook.kinds],
    verbs: Annotated[str | None, Webhook.verbs] = None,
    token: Annotated[Token | None, Webhook.token] = None,
) -> Webhook:
    """Have a program told of what changes from now on; it is sent once there is a secret (`renewWebhookSecret`)."""
    _refuse_programs(act)
    most = number("webhooks_of_one", act.today)
    if await Webhook.filter(owner_id=act.actor.account, void_reason__isnull=True).count() >= most:
        raise Refusal([fault(Code.OUT_OF_RANGE, least=0, most=most)])
    values = _checked(act, {"url": url, "kinds": kinds, "verbs": verbs, "token": token})
    return await act.create(
        Webhook,
        name=name,
        **values,
        **await _from_now(act),
        state=WebhookState.ACTIVE,
        failures=0,
        made_at=act.tx.now(),
    )


@action(webhook, rules.owner, label=("Change", "修改"))
async def update_webhook(
    act: Act,
    held: Webhook,
    *,
    name: Annotated[str, Webhook.name],
    url: Annotated[str, Webhook.url],
    kinds: Annotated[str, Webhook.kinds],
    verbs: Annotated[str | None, Webhook.verbs] = None,
    token: Annotated[Token | None, Webhook.token] = None,
) -> Webhook:
    """Change what a webhook is told, and where."""
    _refuse_programs(act)
    return await act.change(
        held, name=name, **_checked(act, {"url": url, "kinds": kinds, "verbs": verbs, "token": token})
    )


@action(webhook, rules.owner | rules.security_admin, label=("Pause", "暂停"))
async def pause_webhook(act: Act, held: Webhook) -> Webhook:
    """Send nothing for now; what changes meanwhile is told when it is resumed."""
    if held.state not in (WebhookState.ACTIVE, WebhookState.FAILING):
        raise _not_from(held, WebhookState.PAUSED)
    return await act.change(held, state=WebhookState.PAUSED)


@action(webhook, rules.owner, label=("Resume", "恢复"))
async def resume_webhook(act: Act, held: Webhook) -> Webhook:
    """Send again: what waited while it was paused; of one that was switched off, what changes from now on."""
    if held.state not in (WebhookState.PAUSED, WebhookState.OFF):
        raise _not_from(held, WebhookState.ACTIVE)
    start = await _from_now(act) if held.state == WebhookState.OFF else {}
    return await act.change(held, state=WebhookState.ACTIVE, why_off=None, failures=0, rests_until=None, **start)


@action(webhook, rules.owner | rules.security_admin, label=("Switch off", "停用"))
async def switch_webhook_off(act: Act, held: Webhook, *, reason: Annotated[str, Webhook.why_off]) -> Webhook:
    """Send nothing more, and keep nothing for it."""
    if held.state == WebhookState.OFF:
        raise _not_from(held, WebhookState.OFF)
    await forget_waiting(act.tx, held.id)
    return await act.change(held, state=WebhookState.OFF, why_off=reason)


@action(webhook, rules.owner, label=("Send a test", "发送测试消息"))
async def send_test_message(act: Act, held: Webhook) -> Webhook:
    """Send a message that tells of no change, to see that messages arrive and that signatures are checked."""
    if held.state not in (WebhookState.ACTIVE, WebhookState.FAILING):
        raise refuse(Code.TRANSITION, "id", before=WebhookState[held.state].words, after=DeliveryState.SENDING.words)
    position = await act.tx.position()
    subject, owner = f"{webhook.type_name}:{held.id}", held.__dict__["owner_id"]
    told = Told(f"msg_{held.id}_test_{position}", TEST, subject, held.version, position, "test")
    await enqueue(act.tx, held.id, owner, [told])
    return await act.change(held, rests_until=None)


async def _from_now(act: Act) -> dict[str, Any]:
    """How far a webhook was told that is told of nothing that is committed by now, but for what lies open."""
    place = await act.store.database.feed.closed()
    return {"told_position": place.position, "told_number": place.number}


def _refuse_programs(act: Act) -> None:
    """Raise Refusal FORBIDDEN for a program: it would have told, by all rights of its account, what its token hides."""
    if act.actor.is_program:
        raise refuse(Code.FORBIDDEN)


def _checked(act: Act, given: dict[str, Any]) -> dict[str, Any]:
    """What is given of a webhook as it is kept; raises Refusal with every fault."""
    kinds = list(dict.fromkeys(given["kinds"].replace(",", " ").split()))
    verbs = list(dict.fromkeys((given["verbs"] or "").replace(",", " ").split()))
    token = given["token"]
    faults = list(Egress(act.store.database.settings).faults(given["url"], "url"))
    faults += _unknown(act, kinds, verbs)
    if token is not None and (token.__dict__["account_id"] != act.actor.account or token.ended_at is not None):
        faults.append(fault(Code.NOT_FOUND, "token", kind=Webhook.token.words))
    if faults:
        raise Refusal(faults)
    return {"url": given["url"], "kinds": " ".join(kinds), "verbs": " ".join(verbs) or None, "token": token}


def _unknown(act: Act, kinds: Sequence[str], verbs: Sequence[str]) -> Iterator[Fault]:
    known = {kind.type_name: kind for kind in act.store.kinds if kind.rooted}
    for name in kinds:
        if name not in known or not act.actor.may_somewhere(known[name].read):
            yield fault(Code.NOT_FOUND, "kinds", kind=_KIND)
            break
    for verb in verbs:
        if not verb.isascii() or not verb.isalnum():
            yield invalid("verbs", f"{verb} is no verb.", f"{verb} 不是操作名称。")


def _not_from(held: Webhook, after: WebhookState) -> Refusal:
    return refuse(Code.TRANSITION, "id", before=WebhookState[held.state].words, after=after.words)
