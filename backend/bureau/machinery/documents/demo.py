"""Made-up documents of the bureau: some that it sent out this year, some that came in."""

from datetime import timedelta

from bureau.machinery.demo.areas import Demo, Scene
from bureau.machinery.demo.rows import insert, new
from bureau.machinery.documents.number import written
from bureau.machinery.documents.official_document import DocumentDirection, OfficialDocument
from bureau.machinery.documents.organ_code import OrganCode
from bureau.machinery.documents.urgency import Urgency
from bureau.registry.unit import Office
from bureau.storage.ids import next_numbers

_SENT = ("关于开展校舍安全隐患排查整治的通知", "关于做好秋季传染病防控工作的通知", "关于规范课后服务收费的通知")
_RECEIVED = ("关于报送控辍保学台账的函", "关于开展食堂食品安全自查的通知", "关于组织教师暑期培训的通知")


async def _make(scene: Scene) -> int:
    bureau = await Office.get(category="BUREAU")
    code = f"{bureau.name[0]}教发"
    await insert(scene.store, scene.tx, [new(OrganCode, unit=bureau, code=code, used_for="发文")])
    today, year = scene.today, scene.today.year
    serials = await next_numbers(scene.tx, f"document.{code}.{year}", len(_SENT))
    same = {"unit": bureau, "urgency": Urgency.ORDINARY, "registered_by": "办公室", "registered_at": scene.tx.now()}
    sent = [
        new(
            OfficialDocument,
            direction=DocumentDirection.OUTGOING,
            number=written(code, year, serial),
            given=written(code, year, serial),
            organ_code=code,
            year=year,
            serial=serial,
            title=title,
            dated_on=today,
            **same,
        )
        for serial, title in zip(serials, _SENT, strict=True)
    ]
    received = [
        new(
            OfficialDocument,
            direction=DocumentDirection.INCOMING,
            number=written("省教函", year, 10 + number),
            sender="省教育厅",
            title=title,
            dated_on=today - timedelta(days=7),
            received_on=today - timedelta(days=number),
            **same,
        )
        for number, title in enumerate(_RECEIVED)
    ]
    await insert(scene.store, scene.tx, [*sent, *received])
    return len(sent) + len(received)


documents = Demo("official documents", _make)
