"""What a request carries through the schema: who asks, in which language, and the services that answer."""

from asyncio import Future
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from graphql import GraphQLResolveInfo

from bureau.access.allowance import Allowance, Allowances
from bureau.access.caller import NOWHERE, Caller
from bureau.access.documents import KnownDocuments
from bureau.access.doors import Doors
from bureau.access.provider.sign_in import ProviderDoor
from bureau.engine.compile import Told
from bureau.engine.run import Engine, Found
from bureau.kernel.action import Action
from bureau.kernel.actor import ANONYMOUS, Actor
from bureau.kernel.kind import Kind
from bureau.kernel.words import Language
from bureau.machinery.files.files import Files
from bureau.registry.unit import unit
from bureau.storage.reads import ReadLog
from bureau.storage.store import Store

if TYPE_CHECKING:
    from bureau.graph.glossary.glossary import Glossary  # its rights know of files, and these of services
    from bureau.graph.schema import BureauSchema  # it is made of resolvers, which know the context


@dataclass(frozen=True, slots=True)
class Services:
    """The parts of the running product that resolvers use."""

    kinds: tuple[Kind, ...]
    actions: tuple[Action, ...]
    store: Store
    engine: Engine
    doors: Doors
    documents: KnownDocuments
    schema: "Callable[[], BureauSchema]"
    """The schema of these kinds and actions; made when it is first asked for."""
    read_log: ReadLog
    files: Files
    allowances: Allowances
    provider: ProviderDoor | None
    """The door of the identity provider, where there is one."""
    glossary: "Glossary"
    """What the catalogue says of these kinds and actions."""

    @property
    def unit_types(self) -> frozenset[str]:
        """The types whose ids stand for units."""
        return self.engine.kinds.accepts(unit)


@dataclass(slots=True)
class Context:
    """One request."""

    services: Services
    actor: Actor = ANONYMOUS
    language: Language = "en"
    request_id: str = ""
    is_device: bool = False
    """Whether the client keeps tokens itself: the secret of a session then comes back in the payload."""
    caller: Caller = NOWHERE
    """From where it comes."""
    secret: str = ""
    """The session or token secret the request came with."""
    has_cookie: bool = False
    """Whether that came in a cookie, as browsers send it."""
    new_secret: str | None = field(default=None)
    """Set by a resolver: a secret for the session cookie, or "" to take the cookie away."""
    reads: list[tuple[Told, Found]] = field(default_factory=list)
    """What was read so far, where an executor reads: what each plan tells, and what it found."""
    allowance: Allowance | None = field(default=None)
    """What the request may take of its caller's minute; None for what the product asks itself."""
    completed: "Future[dict[str, Any]] | None" = field(default=None)
    """What the engine completed of this operation, by response key, or the error it ended with."""

    @property
    def is_session_of_browser(self) -> bool:
        """Whether somebody asks who is signed in with a browser: no program and no device."""
        return self.has_cookie and self.actor.account is not None and not self.actor.is_program

    def pay(self, cost: float) -> None:
        """Take off the caller's minute what the request costs."""
        if self.allowance:
            self.allowance.pay(cost)


Info = GraphQLResolveInfo[Context]
"""What a resolver is told."""


def variables_of(info: Info) -> dict[str, Any]:
    """The coerced variables of a request; Strawberry's executor hands them over as a plain dictionary."""
    values: Any = info.variable_values
    return dict(values)
