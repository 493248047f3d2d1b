"""Guardians who have accounts: entered by the school, invited, bound and signed in."""

from datetime import date, timedelta
from typing import Any

from bureau.graph.context import Services
from bureau.kernel.actor import Actor
from bureau.registry.guardianship import Guardianship
from bureau.registry.person import Person
from bureau.storage.transaction import Transaction
from tests.support.api import Api
from tests.support.world import World, number_of

INVITE = "mutation($i: InviteGuardiansInput!) { inviteGuardians(input: $i) { code errors { code path } } }"
BIND = "mutation($i: BindGuardianInput!) { bindGuardian(input: $i) { outcome username errors { code path } } }"
PASSWORD = "a guardian's password"


class Family:
    """A pupil with a guardian, whose number and phone are known."""

    serial = 100

    def __init__(self, services: Services, city: World) -> None:
        self._services, self._city = services, city

    async def guardian(self, pupil: str, *, phone: str, **given: Any) -> str:
        """A guardian of a pupil; their number."""
        Family.serial += 1
        born = date(1985, 1, 1) + timedelta(days=Family.serial)
        number, store = number_of(born, "2", Family.serial % 400), self._services.store
        rights = {"relation": "52", "is_legal_guardian": True, "may_decide": True, "may_see": True, "may_collect": True}

        async def add(tx: Transaction) -> None:
            facts = {"name": "家长", "sex": "2", "birth_date": born, "document_type": "1", "document_number": number}
            person = await store.create(tx, store.kind_of(Person), {**facts, "phone": phone})
            tie = {"student": self._city.students[pupil], "guardian": person.id, "contact_order": 1, **rights, **given}
            await store.create(tx, store.kind_of(Guardianship), tie)

        await store.database.transaction(add)
        return number


async def invited(school: Api, city: World, pupil: str) -> str:
    payload = (await school.data(INVITE, i={"student": f"Student:{city.students[pupil]}"}))["inviteGuardians"]
    assert payload["errors"] == []
    return str(payload["code"])


async def bound(api: Api, code: str, number: str, phone: str, **more: Any) -> Any:
    given = {"code": code, "documentNumber": number, "phone": phone, "password": PASSWORD, **more}
    return (await api.data(BIND, i=given))["bindGuardian"]


async def signed_in(services: Services, name: str, password: str = PASSWORD) -> Actor:
    return (await services.doors.sign_in(name, password, "")).actor
