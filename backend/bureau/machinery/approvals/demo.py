"""Made-up decisions: how cases of the demo city come to the step at which they wait."""

from bureau.machinery.approvals.case import Case
from bureau.machinery.approvals.case_step import CaseOpinion, Decision
from bureau.machinery.approvals.deciding import go_on
from bureau.machinery.approvals.turn import turns, waiting
from bureau.storage.act import Act


async def approve_steps(act: Act, case: Case, steps: int) -> Case:
    """Let so many steps of a case be approved, one after the other, each by its office."""
    view = {"decision": Decision.APPROVE, "opinion": "同意"}
    for _ in range(steps):
        all_ = await turns(case)
        present = waiting(all_)
        said = {"said_by": f"{present.unit_name[:40]}经办人", "said_at": act.tx.now()}
        await act.create(CaseOpinion, case_step=present, **view, **said)
        kept = {**view, "decided_by": said["said_by"], "decided_at": said["said_at"], "document_number": None}
        case = await go_on(act, case, all_, present, kept)
    return case
