"""What is looked at before cases are decided: the rules of what each asks for, for many of them at once (核查)."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from bureau.kernel.checklist import Finding, Verdict
from bureau.kernel.words import Words
from bureau.machinery.approvals.case import Case
from bureau.machinery.approvals.form import arguments_of
from bureau.storage.act import Act
from bureau.storage.rights import load_parties, may_act

_GONE = Finding(
    "records_there",
    Verdict.BLOCKED,
    Words("A record that the form names is there no more.", "表单所指的记录已不存在。"),
    "",
)


async def looked_at(act: Act, ids: Sequence[int]) -> Mapping[int, Sequence[Finding]]:
    """By case, what its outcome's checks find today; nothing of cases that the actor does not see."""
    seen = await seen_cases(act, ids)
    by_outcome: dict[str, list[Case]] = defaultdict(list)
    for one in seen:
        by_outcome[one.outcome].append(one)
    found: dict[int, Sequence[Finding]] = {}
    for name, cases in by_outcome.items():
        verb = act.store.verbs[name]
        given = dict(zip(cases, await arguments_of(act, verb, cases), strict=True))
        found |= {one.id: [_GONE] for one, arguments in given.items() if arguments is None}
        there = {one: arguments for one, arguments in given.items() if arguments is not None}
        told = await verb.checks(act, list(there.values())) if verb.checks and there else [()] * len(there)
        found |= {one.id: list(findings) for one, findings in zip(there, told, strict=True)}
    return found


async def seen_cases(act: Act, ids: Sequence[int]) -> list[Case]:
    """Those of some cases that the actor sees."""
    kinds = {kind.name: kind for kind in act.store.kinds if kind.base and kind.base.record is Case}
    seen = []
    cases = await Case.filter(id__in=list(ids), void_reason__isnull=True)
    for name, kind in kinds.items():
        of_kind = [one for one in cases if one.kind == name]
        await load_parties(act.tx.fetch, act.tx.dialect, kind, of_kind)
        seen += [one for one in of_kind if may_act(act.actor, kind, kind.read, one)]
    return seen
