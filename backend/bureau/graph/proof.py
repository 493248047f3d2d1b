"""Fresh proof, as the API takes it: what shows anew that it is still you who asks."""

import strawberry
from graphql import GraphQLError

from bureau.access.own_factors import Asking
from bureau.access.proof import Proof
from bureau.graph.context import Context
from bureau.kernel.errors import Code, Malformed, Refusal, invalid, refuse

LONGEST_CREDENTIAL = 20_000
"""Characters of what a browser hands over of a passkey; most are a few hundred."""
_LONGEST_PASSWORD = 1000
_LONGEST_CODE = 100


@strawberry.input(
    description="What shows anew that it is you, for an open session does not: one of your password, a code, a passkey."
    " 身份再次验证"
)
class ProofInput:
    password: str | None = strawberry.field(default=None, description="Your password. 口令")
    code: str | None = strawberry.field(
        default=None, description="A code of your authenticator, or one for recovery. 动态验证码或恢复码"
    )
    passkey: str | None = strawberry.field(
        default=None,
        description="What `navigator.credentials.get()` gave for the options of `beginProof`, as JSON. 通行密钥凭证",
    )


PROOF = (
    "What shows that it is you; only for a first factor, and within ten minutes of signing in through the identity"
    " provider, is none asked for. 身份再次验证"
)


def proof_to_add(given: ProofInput | None) -> Proof | None:
    """The proof of an input that may have none; raises as `proof_of`."""
    return proof_of(given) if given is not None else None


def proof_of(given: ProofInput) -> Proof:
    """The proof of an input; raises Refusal where it is not one, and GraphQLError for one that is too long."""
    if len(given.password or "") > _LONGEST_PASSWORD or len(given.code or "") > _LONGEST_CODE:
        raise GraphQLError("", original_error=Malformed("Password or code is too long.", "口令或验证码过长。"))
    refuse_long(given.passkey)
    proof = Proof(given.password, given.code, given.passkey)
    if not proof.given:
        raise refuse(Code.REQUIRED, "proof")
    if len(proof.given) > 1:
        raise Refusal([invalid("proof", "one of them at a time.", "只能提供其中一种。")])
    return proof


def refuse_long(credential: str | None) -> None:
    """Raise GraphQLError for a credential that is longer than any."""
    if len(credential or "") > LONGEST_CREDENTIAL:
        raise GraphQLError("", original_error=Malformed("The credential is too long.", "凭证过长。"))


def asking(context: Context) -> Asking:
    """The request of somebody who is signed in."""
    return Asking(context.actor, context.secret, context.request_id, context.caller)
