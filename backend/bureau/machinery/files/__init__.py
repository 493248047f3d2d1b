"""Files: handed in by uploads that can be resumed, checked before anybody can open them, and given out again."""

from bureau.kernel.event import Reaction
from bureau.kernel.kind import Kind
from bureau.machinery.files.file import file
from bureau.machinery.files.parts import UPLOAD_PART
from bureau.machinery.files.removal import date_removal
from bureau.storage.tables import Table

KINDS: tuple[Kind, ...] = (file,)

REACTIONS: tuple[Reaction, ...] = (date_removal,)

TABLES: tuple[Table, ...] = (UPLOAD_PART,)
