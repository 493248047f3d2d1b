"""Reads the whole journal again and says what is not as it was sealed, signed and lodged."""

from bisect import bisect_right
from collections.abc import AsyncIterator, Iterable, Iterator, Sequence
from datetime import timedelta
from difflib import SequenceMatcher

from bureau.kernel.words import Words
from bureau.storage.blocks import (
    BEFORE_ALL,
    BEGINNING,
    HASH_BYTES,
    HEAD_COLUMNS,
    Head,
    JournalError,
    digest_of,
    hashes_of,
    head_columns,
    head_of,
    image,
)
from bureau.storage.database import Database
from bureau.storage.keeper import Lodged
from bureau.storage.record import moment_text
from bureau.storage.signing import PublicKeys, is_signed

ENTRIES_AT_ONCE = 20_000
_BLOCKS_AT_ONCE = 200
_LODGED_WITHIN = timedelta(minutes=1)
"""A head that the keeper lacks for longer is no longer on its way."""

_MISSING = Words("Missing: block {blocks}.", "缺失：第 {blocks} 块。")
_FOREIGN = Words("Signed with a key that is not the bureau's: block {blocks}.", "签名密钥不属于本局：第 {blocks} 块。")
_UNSIGNED = Words("The signature is not of what stands there: block {blocks}.", "签名与内容不符：第 {blocks} 块。")
_REWRITTEN = Words(
    "The keeper holds another head, so the chain was written anew: block {blocks}.",
    "存证与数据库不符，链已被重写：第 {blocks} 块。",
)
_NOT_LODGED = Words(
    "The keeper has no head, though there was time to lodge it: block {blocks}.",
    "逾时未存证：第 {blocks} 块。",
)
_CUT = Words(
    "The keeper knows what the database lacks, so the journal's tail was cut: block {blocks}.",
    "存证中有而数据库中没有，日志尾部已被截去：第 {blocks} 块。",
)


class Verification:
    """One pass over the journal; what it counted is known when `findings` has ended."""

    def __init__(self, database: Database, keys: PublicKeys, lodged: Iterable[Lodged]) -> None:
        self._database = database
        self._keys = keys
        self._lodged = _Lodgings(lodged)
        self._entries = _Entries(database)
        self._spans = _Spans()
        self._recent = moment_text(database.clock.now() - _LODGED_WITHIN)
        self.blocks = 0
        self.entries = 0
        """Entries that stand in blocks."""
        self.unsealed = 0
        """The newest entries, which no block covers yet."""
        self.unsealed_since = ""
        """When the oldest of those was written."""
        self.unlodged = 0
        """The newest blocks, whose heads are on their way to the keeper."""

    async def findings(self) -> AsyncIterator[Words]:
        """What is wrong, entry by entry and then block by block; raises JournalError and Unavailable."""
        last: Head | None = None
        async for head, hashes in self._blocks():
            async for words in self._block(last, head, hashes):
                yield words
            self._compare(head)
            last = head
        for lodged in self._lodged.rest():
            self._spans.add(_CUT, lodged.number)
        for words in self._spans.words():
            yield words
        await self._count_unsealed(last)

    async def _blocks(self) -> AsyncIterator[tuple[Head, bytes]]:
        last = 0
        while True:
            rows = await self._database.readers.fetch(
                f"SELECT {head_columns(self._database.dialect)}, hashes FROM journal_block"
                f" WHERE number > $1 ORDER BY number LIMIT {_BLOCKS_AT_ONCE}",
                [last],
            )
            if not rows:
                return
            for row in rows:
                yield head_of(row), bytes(row[len(HEAD_COLUMNS)])
            last = rows[-1][0]

    async def _block(self, last: Head | None, head: Head, hashes: bytes) -> AsyncIterator[Words]:
        self.blocks += 1
        expected = last.number + 1 if last else 1
        if head.number > expected:
            for number in range(expected, head.number):
                self._spans.add(_MISSING, number)
            await self._entries.until(head.first_position - 1)  # theirs
        elif head.previous != (last.digest if last else BEGINNING):
            yield _said(
                head, "it does not continue the block before it; one of them was written anew.", "与前一块不衔接。"
            )
        self._check_signature(head)
        ids, found = await self._entries.until(head.last_position)
        self.entries += len(ids)
        if digest_of(head.previous, hashes) != head.digest:
            yield _altered(head, b"".join(found))
        elif b"".join(found) != hashes:
            for words in _differences(head, hashes, ids, found):
                yield words

    def _check_signature(self, head: Head) -> None:
        key = self._keys.get(head.key_id)
        if key is None:
            self._spans.add(_FOREIGN, head.number)
        elif not is_signed(head, key):
            self._spans.add(_UNSIGNED, head.number)

    def _compare(self, head: Head) -> None:
        lodged = self._lodged.of(head.number)
        if any(one.digest != head.digest for one in lodged):
            self._spans.add(_REWRITTEN, head.number)
        elif not lodged and head.sealed_at < self._recent:
            self._spans.add(_NOT_LODGED, head.number)
        elif not lodged:
            self.unlodged += 1

    async def _count_unsealed(self, last: Head | None) -> None:
        sql = "SELECT count(*), min(at) FROM journal WHERE position > $1"
        after = last.last_position if last else BEFORE_ALL
        ((self.unsealed, since),) = await self._database.readers.fetch(sql, [after])
        self.unsealed_since = str(since or "")


class _Entries:
    """The hashes of the journal's entries, in order, read in batches."""

    def __init__(self, database: Database) -> None:
        self._readers = database.readers
        self._sql = (
            f"SELECT position, id, {image(database.dialect)} FROM journal"
            f" WHERE (position, id) > ($1, $2) ORDER BY position, id LIMIT {ENTRIES_AT_ONCE}"
        )
        self._positions: list[int] = []
        self._ids: list[int] = []
        self._hashes: list[bytes] = []
        self._last: tuple[int, int] | None = (BEFORE_ALL, BEFORE_ALL)

    async def until(self, position: int) -> tuple[list[int], list[bytes]]:
        """The ids and hashes of the entries up to a position that were not asked for yet."""
        while self._last and (not self._positions or self._positions[-1] <= position):
            await self._read(self._last)
        end = bisect_right(self._positions, position)
        found = self._ids[:end], self._hashes[:end]
        del self._positions[:end], self._ids[:end], self._hashes[:end]
        return found

    async def _read(self, after: tuple[int, int]) -> None:
        rows = await self._readers.fetch(self._sql, after)
        if not rows:
            self._last = None
            return
        positions, ids, images = zip(*rows, strict=True)
        self._positions += positions
        self._ids += ids
        self._hashes += hashes_of(images)
        self._last = (positions[-1], ids[-1])


class _Lodgings:
    """What the keeper knows, asked for in the order of the blocks."""

    def __init__(self, lodged: Iterable[Lodged]) -> None:
        self._lodged = iter(lodged)
        self._next = next(self._lodged, None)

    def of(self, number: int) -> list[Lodged]:
        """What was lodged of a block: one head, where all is well."""
        return [lodged for lodged in self._until(number) if lodged.number == number]

    def rest(self) -> Iterator[Lodged]:
        """What was lodged of blocks that were not asked for."""
        while self._next:
            yield from self._until(self._next.number)

    def _until(self, number: int) -> Iterator[Lodged]:
        while self._next and self._next.number <= number:
            taken = self._next
            self._next = next(self._lodged, None)
            if self._next and self._next.number < taken.number:
                raise JournalError(
                    f"The keeper's heads are not in order at block {taken.number}."
                    f" 存证文件在第 {taken.number} 块处顺序错乱。"
                )
            yield taken


class _Spans:
    """What was found of blocks, those in a row told together."""

    def __init__(self) -> None:
        self._found: dict[Words, list[list[int]]] = {}

    def add(self, words: Words, number: int) -> None:
        spans = self._found.setdefault(words, [])
        if spans and spans[-1][1] == number - 1:
            spans[-1][1] = number
        else:
            spans.append([number, number])

    def words(self) -> Iterator[Words]:
        for words, spans in self._found.items():
            for first, last in spans:
                yield words.filled(blocks=first if first == last else f"{first}-{last}")


def _said(head: Head, en: str, zh: str) -> Words:
    return Words(f"Block {head.number}: {en}", f"第 {head.number} 块：{zh}")


def _altered(head: Head, found: bytes) -> Words:
    """What is said of a block whose hashes do not make its head: they are at hand again if the entries do."""
    if digest_of(head.previous, found) == head.digest:
        return _said(head, "its list of hashes was altered; its entries are as sealed.", "散列清单被改动，条目未变。")
    return _said(
        head,
        "it was altered, and which of its entries were too can no longer be told.",
        "块被改动，已无法判明哪些条目被改。",
    )


def _differences(head: Head, hashes: bytes, ids: Sequence[int], found: Sequence[bytes]) -> Iterator[Words]:
    """Which entries of a block were edited, deleted or added."""
    sealed = [hashes[start : start + HASH_BYTES] for start in range(0, len(hashes), HASH_BYTES)]
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, sealed, found, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        edited = min(i2 - i1, j2 - j1)
        if edited:
            yield _entries(head, ids[j1 : j1 + edited], "edited since it was sealed", "封存后被修改")
        if i2 - i1 > edited:
            yield _deleted(head, i2 - i1 - edited, ids[j2 - 1] if j2 else None)
        if j2 - j1 > edited:
            yield _entries(head, ids[j1 + edited : j2], "added since it was sealed", "封存后添加")


def _entries(head: Head, ids: Sequence[int], en: str, zh: str) -> Words:
    named = f"{ids[0]}" if len(ids) == 1 else f"{ids[0]}-{ids[-1]} ({len(ids)})"
    return Words(f"Block {head.number}, entry {named}: {en}.", f"第 {head.number} 块条目 {named}：{zh}。")


def _deleted(head: Head, count: int, after: int | None) -> Words:
    where = (
        Words(f"after entry {after}", f"条目 {after} 之后") if after is not None else Words("at its start", "起始处")
    )
    return _said(
        head, f"{where.en}, {count} of its entries deleted since it was sealed.", f"{where.zh}有 {count} 条被删除。"
    )
