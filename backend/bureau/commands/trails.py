"""The journal, sealed and verified by the operator."""

from pathlib import Path

from bureau.commands.said import Say
from bureau.graph.context import Services
from bureau.storage.keeper import Keeper
from bureau.storage.sealer import Sealer
from bureau.storage.signing import JournalKey, public_keys
from bureau.storage.verification import Verification


async def seal_journal(services: Services, new_key: bool, say: Say) -> None:
    """Seal what is not sealed yet; raises JournalError, which says what to do."""
    database = services.store.database
    sealed = await Sealer(database, database.settings, accepts_new_key=new_key).seal()
    say(f"{sealed} entries sealed. 已封存 {sealed} 条。")


async def verify_journal(services: Services, heads: Path | None, keys: list[Path], say: Say) -> bool:
    """Say what is not as it was sealed; whether all is. Raises JournalError."""
    database = services.store.database
    settings = database.settings
    known = public_keys(keys) if keys else JournalKey.of(settings.journal_key_file, may_make=False).public
    keeper = Keeper(heads or settings.journal_keeper_file)
    verification = Verification(database, known, keeper.heads() if keeper.path.exists() else ())
    is_sound = True
    async for words in verification.findings():
        is_sound = False
        say(" ".join(words))
    v = verification
    say(f"{v.entries} entries in {v.blocks} blocks. {v.blocks} 块，{v.entries} 条。")
    if v.unsealed:
        say(
            f"Not sealed yet: the newest {v.unsealed}, since {v.unsealed_since}."
            f" 最新 {v.unsealed} 条尚未封存（自 {v.unsealed_since} 起）。"
        )
    if v.unlodged:
        say(f"Not lodged yet: the newest {v.unlodged} heads. 最新 {v.unlodged} 块的签名尚未存证。")
    if is_sound:
        say("All is as it was sealed. 全部与封存时一致。")
    return is_sound
