"""Approving a reorganisation: what a case about it does in the end; it is carried out afterwards, as a whole."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Any

from bureau.areas.establishment.guards import Guard, findings, refuse_unmet
from bureau.areas.establishment.reorganisation.plan import draw
from bureau.areas.establishment.reorganisation.run import (
    Reorganisation,
    ReorganisationSort,
    ReorganisationState,
    reorganisation,
)
from bureau.kernel.action import outcome
from bureau.kernel.checklist import Finding
from bureau.kernel.errors import Code
from bureau.kernel.words import Words
from bureau.storage.act import Act

Item = Mapping[str, Any]


async def _guards(act: Act, run: Reorganisation, sort: ReorganisationSort) -> list[Guard]:
    """It is of the sort, previewed, and nothing stands in its way but what is still to be handed over."""
    is_previewed = run.state == ReorganisationState.PREVIEWED
    met = Words("It is previewed.", "已完成预演。")
    reason = Words("it is not previewed, or was approved already.", "尚未完成预演，或已批准。")
    right = Words("The procedure is for it.", "适用本事项。")
    other = {"other": Words("procedure", "办理事项")}
    return [
        Guard(Code.MISMATCH, "sort", run.sort == sort, right, other),
        Guard(Code.INVALID, "state", is_previewed, met, {"reason": reason}),
        *(guard for _, guard in await (await draw(act, run)).guards() if guard.code is not Code.HANDOVER_OPEN),
    ]


async def look_at_mergers(act: Act, items: Sequence[Item]) -> list[list[Finding]]:
    """What stands in the way of mergers."""
    return [findings(await _guards(act, item["run"], ReorganisationSort.MERGER)) for item in items]


async def look_at_splits(act: Act, items: Sequence[Item]) -> list[list[Finding]]:
    """What stands in the way of splits."""
    return [findings(await _guards(act, item["run"], ReorganisationSort.SPLIT)) for item in items]


@outcome(reorganisation, label=("Approve merger", "批准合并"), checks=look_at_mergers)
async def approve_merger(
    act: Act, run: Reorganisation, *, document: Annotated[str | None, Reorganisation.document] = None
) -> Reorganisation:
    """Approve that schools merge; it is carried out once it takes effect and all is handed over."""
    return await _approve(act, run, ReorganisationSort.MERGER, document)


@outcome(reorganisation, label=("Approve split", "批准分立"), checks=look_at_splits)
async def approve_split(
    act: Act, run: Reorganisation, *, document: Annotated[str | None, Reorganisation.document] = None
) -> Reorganisation:
    """Approve that a school is split; it is carried out once it takes effect."""
    return await _approve(act, run, ReorganisationSort.SPLIT, document)


async def _approve(act: Act, run: Reorganisation, sort: ReorganisationSort, document: str | None) -> Reorganisation:
    refuse_unmet(await _guards(act, run, sort))
    return await act.change(run, state=ReorganisationState.APPROVED, document=document, approved_on=act.today)
