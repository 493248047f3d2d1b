"""A subject copy: everything that is held on a person, in one file for whoever may give it to them (个人信息副本)."""

from typing import Annotated

from bureau.access.account import Account
from bureau.access.seen import seen_record
from bureau.kernel import rules
from bureau.kernel.action import action
from bureau.kernel.errors import Code, refuse
from bureau.kernel.field import Integer, Moment, One, Text
from bureau.kernel.kind import Kind
from bureau.kernel.words import Words
from bureau.machinery.data_subjects.holdings import HEADS, Holdings
from bureau.machinery.files.file import File
from bureau.machinery.jobs.asking import ask
from bureau.machinery.jobs.job import Job
from bureau.machinery.jobs.run import Run
from bureau.machinery.jobs.task import task
from bureau.machinery.sheets import csv_file
from bureau.registry.person import person as person_kind
from bureau.storage.act import Act
from bureau.storage.journal import Entry, write_journal
from bureau.storage.record import Record
from bureau.storage.subjects import persons_of
from bureau.storage.transaction import Transaction


class SubjectCopy(Record):
    """What is held on one person, as far as whoever asked may read it, as a file of theirs: each value with its name
    in both languages, sealed ones as masks, and whom any of it was handed to.
    """

    owner = One(Account, "Account", "账户", internal=True)
    subject = Text(
        80, "About", "所涉记录", plain=True, pattern=r"[A-Z][A-Za-z]*:\d{1,18}", note=("Its id.", "记录标识。")
    )
    reason = Text(500, "Reason", "事由", lines=True)
    asked_at = Moment("Asked for at", "提交时间")
    value_count = Integer(0, 2**53, "Values", "数据项数").optional()
    job = One(Job, "Job", "后台任务").optional()
    file = One(File, "File", "文件").optional()


_ASKERS = rules.registrar | rules.personnel | rules.foreign_affairs | rules.identity | rules.guardian

subject_copy = Kind(
    SubjectCopy,
    label=("Subject copy", "Subject copies", "个人信息副本"),
    owner="owner",
    read=rules.owner,
    title=("subject", "asked_at"),
    list=("subject", "reason", "value_count", "asked_at"),
    order=("asked_at",),
    filter=("subject", "asked_at"),
    history=False,
)


@action(subject_copy, _ASKERS, label=("Copy what is held", "生成个人信息副本"))
async def copy_subject_records(
    act: Act,
    *,
    subject: Annotated[str, SubjectCopy.subject],
    reason: Annotated[str, SubjectCopy.reason],
) -> SubjectCopy:
    """Have everything that is held on a person, whose record is named, put into a file of yours, in the background.

    A guardian names their child; staff the record of a person whom they see.
    """
    person = await _person_of(act, subject)
    made = await act.create(SubjectCopy, subject=subject, reason=reason, asked_at=act.tx.now())
    given = {"copy": made.id, "person": person}
    job = await ask(act.store, act.tx, make_subject_copy, given, title=f"SubjectCopy:{made.id}")
    return await act.change(made, job=job.id)


@task()
async def make_subject_copy(run: Run) -> Words:
    """Put what is held on a person into a file of whoever asked for it."""
    person = int(run.given["person"])

    async def begin(tx: Transaction) -> SubjectCopy:
        asked = await SubjectCopy.get(id=run.given["copy"])
        await _person_of(Act(run.store, tx, make_subject_copy.name), asked.subject)
        await write_journal(tx, [Entry(make_subject_copy.name, person_kind, person, reason=asked.reason)])
        return asked

    asked = await run.step(begin)
    lines = [line async for line in Holdings(run.store, run.actor, person).lines()]
    name = f"subject-copy-{asked.id}.csv"
    file = await run.hand_over(name, csv_file(HEADS, lines))
    run.done = len(lines)

    async def finish(tx: Transaction) -> None:
        act = Act(run.store, tx, make_subject_copy.name)
        await act.change(await SubjectCopy.get(id=asked.id), value_count=len(lines), file=file.id)

    await run.step(finish)
    return Words(f"{len(lines)} values in {name}.", f"{name} 含 {len(lines)} 项数据。")


async def _person_of(act: Act, subject: str) -> int:
    """The person whom a record that the actor sees is about; raises Refusal NOT_FOUND where there is no such one."""
    seen = await seen_record(act, subject, lambda kind: kind.personal)
    if seen is None:
        raise refuse(Code.NOT_FOUND, "subject", kind=SubjectCopy.subject.words)
    kind, record = seen
    persons = (await persons_of(act.store, kind, [record.id])).get(record.id, set())
    if len(persons) != 1:
        raise refuse(Code.NOT_FOUND, "subject", kind=person_kind.words)
    return persons.pop()
