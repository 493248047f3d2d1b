"""A job: work that is done in the background, for an account or by the bureau's own calendar (后台任务)."""

from bureau.access.account import Account
from bureau.access.session import Token
from bureau.kernel import rules
from bureau.kernel.action import action
from bureau.kernel.errors import Code, refuse
from bureau.kernel.field import Choice, Coded, CodeTable, Integer, Moment, One, State, Text
from bureau.kernel.kind import Kind
from bureau.kernel.words import Words
from bureau.storage.act import Act
from bureau.storage.record import Record

TASK = CodeTable("job_task", Words("Task", "任务类型"), "Bureau: the names of its tasks, in capitals")
_LONGEST = 1_000_000


class JobState(State):
    """Where a job stands (任务状态)."""

    QUEUED = "QUEUED", "Queued", "排队中"
    RUNNING = "RUNNING", "Running", "执行中"
    SUCCEEDED = "SUCCEEDED", "Succeeded", "已完成"
    FAILED = "FAILED", "Failed", "失败"
    CANCELLED = "CANCELLED", "Cancelled", "已取消"


ENDED = frozenset({JobState.SUCCEEDED, JobState.FAILED, JobState.CANCELLED})


class Job(Record):
    """Work that is done in the background, once, also where a process that was at it is killed.

    It is done with the rights that whoever asked for it has at the time, and where a program asked, with those that its
    token leaves; it is not done once that has ended. What it has done so far stands when it is
    cancelled or fails, unless its task says otherwise.
    """

    owner = One(Account, "Account", "账户", internal=True).optional()
    task = Coded(TASK, "Task", "任务类型")
    title = Text(200, "Title", "事项").optional()
    state = Choice(JobState, "State", "状态", by_verbs=True)
    asked_at = Moment("Asked for at", "提交时间")
    due_at = Moment("Not before", "计划时间")
    started_at = Moment("Started at", "开始时间").optional()
    ended_at = Moment("Ended at", "结束时间").optional()
    done = Integer(
        0, 2**53, "Done", "已处理", note=("Of what the task counts, rows for the most part.", "按行等计数。")
    )
    total = Integer(0, 2**53, "Of", "总数").optional()
    english_outcome = Text(2000, "English outcome", "英文结果", lines=True).optional()
    chinese_outcome = Text(2000, "Chinese outcome", "中文结果", lines=True).optional()
    cancel_asked_at = Moment("Cancellation asked for at", "申请取消时间").optional()

    token = One(Token, "Token", "令牌", internal=True).optional()
    occurrence = Text(80, "Occurrence", "计划序号", unique="ever", plain=True, internal=True).optional()
    input = Text(_LONGEST, "Input", "输入", form="verbatim", internal=True)
    checkpoint = Text(_LONGEST, "Checkpoint", "检查点", form="verbatim", internal=True).optional()
    attempts = Integer(0, 1_000_000, "Attempts", "尝试次数", internal=True)
    lease = Text(64, "Lease", "租约", plain=True, internal=True).optional()
    lease_until = Moment("Lease until", "租约到期", internal=True).optional()


job = Kind(
    Job,
    label=("Job", "Jobs", "后台任务"),
    owner="owner",
    read=rules.owner | rules.system_admin,
    title=("task", "title"),
    list=("task", "title", "state", "done", "total", "asked_at", "ended_at"),
    order=("asked_at", "due_at"),
    filter=("task", "state", "asked_at"),
    group=("task", "state"),
    history=False,
)


@action(job, rules.owner | rules.system_admin, label=("Cancel", "取消"))
async def cancel_job(act: Act, subject: Job) -> Job:
    """Cancel a job: one that has not begun never does, one that runs stops at its next step.

    What its steps have done by then stays done.
    """
    if subject.state in ENDED:
        raise refuse(Code.JOB_ENDED, "id")
    if subject.state == JobState.QUEUED:
        return await act.change(subject, state=JobState.CANCELLED, cancel_asked_at=act.tx.now(), ended_at=act.tx.now())
    return await act.change(subject, cancel_asked_at=act.tx.now())
