"""A kind of the tests' own that has every type of field, so that each is proved on both databases."""

import contextlib
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

from bureau.catalogue import Catalogue, catalogue
from bureau.graph.gateway import Gateway
from bureau.graph.schema import BureauSchema
from bureau.kernel import rules
from bureau.kernel.clock import FixedClock
from bureau.kernel.field import (
    Boolean,
    Choice,
    Coded,
    Date,
    Integer,
    Moment,
    One,
    Scaled,
    Span,
    State,
    Text,
)
from bureau.kernel.kind import Kind
from bureau.machinery.reference import load_reference
from bureau.main import opened
from bureau.registry.person import SEX
from bureau.storage.difference import FOLDER, write_migration
from bureau.storage.migrate import migrate
from bureau.storage.record import Record
from bureau.storage.roles import grant
from tests.support import databases
from tests.support.api import Api
from tests.support.people import REGISTRAR
from tests.support.world import NOW


class Phase(State):
    """Where a specimen stands."""

    FRESH = "FRESH", "Fresh", "新鲜"
    STALE = "STALE", "Stale", "陈旧"


class Specimen(Record):
    """A record with a field of every type."""

    name = Text(200, "Name", "名称", lines=True)
    code = Text(20, "Code", "代码", unique="live", form="number", plain=True, pattern=r"[0-9A-Z-]+").optional()
    sex = Coded(SEX, "Sex", "性别").optional()
    phase = Choice(Phase, "Phase", "阶段").optional()
    count = Integer(-(2**31), 2**31 - 1, "Count", "数量").optional()
    length = Scaled(3, "Length", "长度").optional()
    price = Scaled(2, "Price", "价格", money=True).optional()
    flag = Boolean("Flag", "标志").optional()
    day = Date("Day", "日期").optional()
    moment = Moment("Moment", "时间").optional()
    span = Span("Span", "期间").optional()
    note = Text(60, "Note", "备注", read=rules.registrar).optional()
    kin = One["Specimen"]("Specimen", "Kin", "亲缘", back=("kindred", "Kindred", "亲属")).optional()


specimen = Kind(
    Specimen,
    label=("Specimen", "Specimens", "样本"),
    read=rules.everyone,
    create=rules.registrar,
    update=rules.registrar,
    void=rules.registrar,
    natural_key=("code",),
    apart=("kin", "span"),
    list=("name",),
    order=("name", "count", "day", "span"),
    filter=("name", "code", "sex", "phase", "count", "length", "price", "flag", "day", "moment", "note"),
    group=("sex", "phase", "flag"),
    sum=("price", "length"),
)


@contextlib.asynccontextmanager
async def bureau_with_specimens(server: databases.Server, folder: Path, **limits: int) -> AsyncIterator[Api]:
    """The API of a bureau that also has specimens, for the city's registrar; its migration is written to `folder`."""
    parts = with_specimens()
    write_migration("all", parts.tables, folder)
    for path in (*FOLDER.glob("*_statistics.*.sql"), *FOLDER.glob("*_erasure.*.sql")):  # functions of the owner's
        shutil.copy(path, folder)
    async with databases.database(server) as name:
        settings = server.settings(name, **limits)
        await migrate(settings.owned_database, folder)
        await grant(settings, parts.tables.values())
        async with opened(settings, parts, FixedClock(NOW)) as services:
            await load_reference(services.store, settings)
            schema = BureauSchema(services.engine.kinds, parts.actions)
            yield Api(services, schema, Gateway(schema, settings), REGISTRAR)


def with_specimens() -> Catalogue:
    """The product's catalogue and the specimen beside it."""
    return catalogue((specimen,))
