"""An examination: all checks that can be made, and what they found, the worst first."""

from collections.abc import Iterable

from bureau.commands.doctor import DATABASE, RECORDS, SETTINGS
from bureau.commands.doctor.database import lacking_migrations
from bureau.commands.doctor.finding import Check, Finding, Patient, Severity
from bureau.commands.said import Say
from bureau.kernel.clock import SystemClock
from bureau.kernel.errors import RequestError
from bureau.kernel.words import Words
from bureau.settings import Settings
from bureau.storage.readers import Readers, open_readers

_ORDER = list(Severity)


async def examine(settings: Settings, say: Say) -> bool:
    """Say what is unsafe or missing; whether nothing of it is severe."""
    found = sorted(await findings(settings), key=lambda finding: _ORDER.index(finding.severity))
    for finding in found:
        _tell(finding, say)
    if not found:
        say("Nothing is unsafe or missing. 未发现不安全或缺失的配置。")
    return all(finding.severity is not Severity.SEVERE for finding in found)


async def findings(settings: Settings) -> list[Finding]:
    """What every check finds that can be made; a database out of reach is a finding too."""
    found = await _made(SETTINGS, settings, None)
    try:
        readers = await open_readers(settings)
    except RequestError:
        return [*found, _OUT_OF_REACH]
    try:
        lacking = await _made((lacking_migrations,), settings, readers)
        checks = DATABASE if lacking else (*DATABASE, *RECORDS)
        return [*found, *lacking, *await _made(checks, settings, readers)]
    finally:
        await readers.close()


async def _made(checks: Iterable[Check], settings: Settings, readers: Readers | None) -> list[Finding]:
    """What these checks find; each is made at its own time."""
    made = [await check(Patient(settings, readers, SystemClock().now())) for check in checks]
    return [finding for finding in made if finding]


def _tell(finding: Finding, say: Say) -> None:
    severity = finding.severity.value
    say(f"{severity.en}  {finding.what.en} {finding.follows.en}\n        → {finding.todo.en}")
    say(f"{severity.zh}    {finding.what.zh}{finding.follows.zh}\n        → {finding.todo.zh}")


_OUT_OF_REACH = Finding(
    Severity.SEVERE,
    Words("The database cannot be reached.", "无法连接数据库。"),
    Words("Nothing is served, and nothing of it could be looked at.", "系统无法提供服务，也无法检查数据库。"),
    Words("Start it, or set BUREAU_DATABASE_URL; an empty one is made by `bureau migrate`.",
          "启动数据库或设置 BUREAU_DATABASE_URL；空数据库由 bureau migrate 建立。"),
)  # fmt: skip
