"""Holding what we have against itself and against the national registers."""

from datetime import date
from pathlib import Path

from bureau.commands.said import Say
from bureau.graph.context import Services
from bureau.kernel.errors import CommandError, Fault
from bureau.machinery.imports.layout import plain
from bureau.machinery.imports.reading import Source
from bureau.machinery.imports.tables import open_table
from bureau.machinery.reconcile.reconciling import digest_of_file, reconcile
from bureau.machinery.reconcile.register import registers
from bureau.registry.likeness.ghosts import report_ghosts
from bureau.registry.likeness.sweep import Sweep


async def find_duplicates(services: Services, say: Say) -> None:
    """Search among all persons and pupils; what is found goes into the queues of those who see it."""
    swept = await Sweep(services.store).run()
    say(f"{swept.persons} persons. 人员 {swept.persons} 名。")
    say(
        f"{swept.found} pairs are much alike, {swept.new} of them new; {swept.compared} were compared."
        f" 疑似重复 {swept.found} 对，新增 {swept.new} 对。"
    )
    if swept.common_keys:
        say(f"{swept.common_keys} keys are too common to compare by. {swept.common_keys} 个比对键过于常见，已略过。")
    for sort, count in (await report_ghosts(services.store)).items():
        say(f"{sort.words.en}: {count} new. {sort.words.zh}：新增 {count}。")


async def reconcile_file(services: Services, name: str, file: Path, as_of: date | None, say: Say) -> None:
    """Compare an export of a national register with the registry, and say in figures what differs."""
    known = registers()
    if name not in known:
        raise CommandError(f"No register “{name}”; there are {', '.join(sorted(known))}. 没有这种登记系统。")
    register, source = known[name], Source(file, file.name)
    table = open_table(file, known=[plain(column.header) for column in register.columns])

    def tell(line: int, header: str, value: str, problem: Fault) -> None:
        say(f"line {line}, {header}, “{value}”: {problem.code}: {problem.words.en} {problem.words.zh}")

    done = await reconcile(services.store, register, table, digest_of_file(source), tell, as_of=as_of)
    if not done.is_new:
        say(
            "This file was compared before; now it is with what we hold today. 该文件此前已对账，现按当前数据重新比对。"
        )
    if done.unused:
        say(f"Not compared 未比对: {', '.join(done.unused)}")
    run = done.run
    say(
        f"{name}: {run.rows} rows: {run.matched} matched, {run.only_here} only here, {run.only_there} only there,"
        f" {run.ambiguous} ambiguous, {run.differing} fields differ, {run.lagging} lag"
    )
