"""The one schema: what is written by hand in Strawberry, and what follows from the kinds, together."""

from datetime import date, datetime
from typing import Any

import strawberry
from graphql import (
    GraphQLArgument,
    GraphQLField,
    GraphQLID,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLSchema,
    print_schema,
    validate_schema,
)
from strawberry.schema.config import StrawberryConfig

from bureau.access.session import token
from bureau.engine.kinds import Kinds
from bureau.graph import (
    allowed,
    attached_files,
    cases,
    deliveries,
    explain,
    files,
    guardians,
    history,
    passkeys,
    read,
    search,
    second_factor,
    sessions,
    shared,
    tokens,
)
from bureau.graph import viewer as doors
from bureau.graph.compare import comparisons
from bureau.graph.context import Info
from bureau.graph.describe import term
from bureau.graph.entrance import Entrance, entrance
from bureau.graph.executor import FragmentExecutor
from bureau.graph.glossary.asking import catalogue
from bureau.graph.glossary.shapes import Catalogue
from bureau.graph.mutations import Mutations
from bureau.graph.questions import Questions
from bureau.graph.scalars import DATE, DATE_TIME, as_scalar
from bureau.graph.sealed import SealedValues
from bureau.graph.subscriptions import subscription_type
from bureau.graph.types import KindTypes
from bureau.graph.viewer import SignInPayload, SignOutPayload, Viewer, ViewerGrant
from bureau.kernel.action import Action
from bureau.kernel.kind import Kind
from bureau.kernel.question import Question
from bureau.kernel.words import Words
from bureau.registry.unit import unit


@strawberry.type(description="All that can be asked. 查询")
class Query:
    viewer: Viewer | None = strawberry.field(
        resolver=doors.viewer, description="You; null if you did not sign in. 当前用户"
    )
    entrance: Entrance = strawberry.field(resolver=entrance, description="By which ways one signs in here. 登录方式")
    catalogue: Catalogue = strawberry.field(
        resolver=catalogue, description="What kinds, fields, words, verbs and roles there are for you. 目录"
    )
    explain_access: explain.AccessExplanation = strawberry.field(
        resolver=explain.explain_access,
        description="Why you may read or change a record, or may not: rule by rule, grant by grant. 访问权限说明",
    )
    allowed_actions: list[allowed.AllowedActions] = strawberry.field(
        resolver=allowed.allowed_actions, description="The verbs that you may use on each of several records. 可用操作"
    )
    case_checks: list[cases.CaseChecks] = strawberry.field(
        resolver=cases.case_checks, description="What is found of cases before they are decided. 事项核查"
    )
    public_notices: list[cases.PublicNotice] = strawberry.field(
        resolver=cases.public_notices, description="What is public today, for everybody. 公示"
    )
    verify_case: cases.VerifiedCase | None = strawberry.field(
        resolver=cases.verify_case,
        description="What a paper is compared with by its code, for everybody; null where no case has it. 核验",
    )
    record_history: history.RecordHistory | None = strawberry.field(
        resolver=history.record_history,
        description="The versions of a record that you see today; null where its kind keeps none. 历史版本",
    )


@strawberry.type(description="All that can be changed. 变更")
class Mutation:
    sign_in: SignInPayload = strawberry.mutation(
        resolver=doors.sign_in, description="Begin a session; one for each operation. 登录"
    )
    refresh_session: SignInPayload = strawberry.mutation(
        resolver=doors.refresh_session,
        description="Get the next token of a device; a refresh token that was used already ends its session. 刷新令牌",
    )
    sign_out: SignOutPayload = strawberry.mutation(resolver=doors.sign_out, description="End the session. 退出登录")
    invite_guardians: guardians.InviteGuardiansPayload = strawberry.mutation(
        resolver=guardians.invite_guardians,
        description="Make a code with which a pupil's guardians bind accounts to the pupil; shown once. 邀请监护人",
    )
    bind_guardian: guardians.BindGuardianPayload = strawberry.mutation(
        resolver=guardians.bind_guardian,
        description="Bind your account, or a new one, to your child, with the school's code. 绑定监护人账户",
    )
    change_password: doors.ChangePasswordPayload = strawberry.mutation(
        resolver=doors.change_password, description="Change your password; your other sessions end. 修改口令"
    )
    begin_totp: second_factor.BeginTotpPayload = strawberry.mutation(
        resolver=second_factor.begin_totp,
        description="Make a secret for your authenticator (TOTP), having shown that it is you; it counts once you have"
        " confirmed it. 设置动态验证码",
    )
    confirm_totp: second_factor.ConfirmTotpPayload = strawberry.mutation(
        resolver=second_factor.confirm_totp,
        description="Show by a code that your authenticator has it; signing in then asks for one. 启用动态验证码",
    )
    confirm_sign_in: second_factor.ConfirmSignInPayload = strawberry.mutation(
        resolver=second_factor.confirm_sign_in,
        description="Give the code of your authenticator, where the identity provider showed no second factor."
        " 补充动态验证码",
    )
    remove_totp: second_factor.RemoveTotpPayload = strawberry.mutation(
        resolver=second_factor.remove_totp,
        description="Take all factors away from somebody who lost them; their sessions end. 移除双因素",
        deprecation_reason="It takes passkeys too: use removeFactors. 请改用 removeFactors",
    )
    remove_factors: second_factor.RemoveFactorsPayload = strawberry.mutation(
        resolver=second_factor.remove_factors,
        description="Take authenticator, passkeys and recovery codes away from somebody who lost them; their sessions"
        " end. 移除双因素",
    )
    begin_passkey_sign_in: passkeys.PasskeyOptionsPayload = strawberry.mutation(
        resolver=passkeys.begin_passkey_sign_in,
        description="Ask for a passkey to sign in with, by itself and without a name. 开始通行密钥登录",
    )
    finish_passkey_sign_in: SignInPayload = strawberry.mutation(
        resolver=passkeys.finish_passkey_sign_in,
        description="Begin a session by a passkey alone; one for each operation. 通行密钥登录",
    )
    begin_passkey: passkeys.PasskeyOptionsPayload = strawberry.mutation(
        resolver=passkeys.begin_passkey,
        description="Begin to add a passkey of yours, having shown that it is you. 开始添加通行密钥",
    )
    finish_passkey: passkeys.FinishPasskeyPayload = strawberry.mutation(
        resolver=passkeys.finish_passkey,
        description="Add the passkey that your authenticator made; it then signs you in. 添加通行密钥",
    )
    remove_passkey: passkeys.RemovePasskeyPayload = strawberry.mutation(
        resolver=passkeys.remove_passkey,
        description="Remove a passkey of yours, having shown that it is you; your other sessions end. 移除通行密钥",
    )
    begin_proof: passkeys.PasskeyOptionsPayload = strawberry.mutation(
        resolver=passkeys.begin_proof,
        description="Ask your passkeys to show that it is you, for what asks for proof. 开始通行密钥身份验证",
    )
    end_session: sessions.EndSessionPayload = strawberry.mutation(
        resolver=sessions.end_session, description="End one session of yours, wherever it was begun. 结束会话"
    )
    sign_out_everywhere: sessions.EndSessionPayload = strawberry.mutation(
        resolver=sessions.sign_out_everywhere,
        description="End all sessions of yours, this one too; tokens of programs stay. 退出所有会话",
    )
    unlock_account: sessions.UnlockAccountPayload = strawberry.mutation(
        resolver=sessions.unlock_account,
        description="Let an account be tried again that was locked after failures to sign in; for administrators."
        " 解锁账户",
    )
    issue_token: tokens.IssueTokenPayload = strawberry.mutation(
        resolver=tokens.issue_token,
        description="Make a token by which a program acts for your account, with all of its rights or with fewer."
        " 签发令牌",
    )
    end_token: tokens.EndTokenPayload = strawberry.mutation(
        resolver=tokens.end_token,
        description="End a token of yours, or another's if you administer security: it opens nothing more. 停用令牌",
    )
    confirm_mail_address: deliveries.ConfirmMailAddressPayload = strawberry.mutation(
        resolver=deliveries.confirm_mail_address,
        description="Show by the code that was sent that an e-mail address is yours. 验证通知邮箱",
    )
    renew_webhook_secret: deliveries.RenewWebhookSecretPayload = strawberry.mutation(
        resolver=deliveries.renew_webhook_secret,
        description="Make the secret by which messages to a webhook of yours are signed; shown once. 更换推送签名密钥",
    )
    decide_cases: cases.DecideCasesPayload = strawberry.mutation(
        resolver=cases.decide_cases, description="Decide several cases, each by itself. 批量审批"
    )
    object_to_case: cases.ObjectToCasePayload = strawberry.mutation(
        resolver=cases.object_to_case, description="Say something against what is public. 提出异议"
    )
    link_file: files.LinkFilePayload = strawberry.mutation(
        resolver=files.link_file,
        description="Make a link to a file of yours; it is good for minutes and needs no signing in. 获取文件链接",
    )
    link_case_file: files.LinkFilePayload = strawberry.mutation(
        resolver=attached_files.link_case_file,
        description="Make a link to a file of a case that you see; it is good for minutes and needs no signing in."
        " 获取办理材料链接",
    )
    link_record_file: files.LinkFilePayload = strawberry.mutation(
        resolver=attached_files.link_record_file,
        description="Make a link to the file of a record that you see, as of a document, or of which you may decide"
        " something that the file is looked at for, as the certificate of a leave; it is good for minutes."
        " 获取记录附件链接",
    )


_SCALARS = {datetime: as_scalar(DATE_TIME), date: as_scalar(DATE)}


class BureauSchema(strawberry.Schema):
    """Strawberry's schema with the fields and types of the kinds added to it."""

    def __init__(self, kinds: Kinds, actions: tuple[Action, ...], questions: tuple[Question, ...] = ()) -> None:
        super().__init__(
            query=Query,
            mutation=Mutation,
            execution_context_class=FragmentExecutor,
            config=StrawberryConfig(
                auto_camel_case=True, scalar_map={datetime: as_scalar(DATE_TIME), date: as_scalar(DATE)}
            ),
        )
        written = self._schema
        types = KindTypes(kinds)
        _add_unit(written.type_map["ViewerGrant"], types)  # type: ignore[arg-type]
        _add_unit(written.type_map["AccessReason"], types)  # type: ignore[arg-type]
        for payload in ("IssueTokenPayload", "EndTokenPayload"):
            _add_token(written.type_map[payload], types)  # type: ignore[arg-type]
        mutations = Mutations(types, written.type_map["Error"])  # type: ignore[arg-type]
        sealed = SealedValues(kinds, written.type_map["Error"])  # type: ignore[arg-type]
        asked = Questions(types, mutations.inputs).fields(questions)
        self._schema = GraphQLSchema(
            query=_extended(written.query_type, {**_roots(types), **comparisons(types), **asked}),
            mutation=_extended(written.mutation_type, {**mutations.fields(kinds.all, actions), **sealed.fields()}),
            subscription=subscription_type(types),
            types=[types.record(kind) for kind in kinds.all if kind.rooted],
            directives=written.directives,
            description="Everything a city's education bureau is responsible for. 市教育局统一数据接口",
            extensions=written.extensions,
        )
        self._schema._strawberry_schema = self  # type: ignore[attr-defined]
        self._extend_introspection()
        if errors := validate_schema(self._schema):
            raise TypeError("; ".join(error.message for error in errors))

    @property
    def graphql(self) -> GraphQLSchema:
        """The finished schema, as graphql-core has it."""
        return self._schema

    def as_str(self) -> str:
        """The schema as it is committed in schema.graphql."""
        return print_schema(self._schema) + "\n"


def _add_unit(grant: GraphQLObjectType, types: KindTypes) -> None:
    """Let a grant show its unit, which is a record and so is read as records are."""

    def resolve(source: ViewerGrant | explain.AccessReason, info: Info) -> Any:
        return read.record(unit, source.unit_number, info)

    grant.fields["unit"] = GraphQLField(
        types.record(unit), resolve=resolve, description="Where: this unit and all below it. 授权机构"
    )


def _add_token(payload: GraphQLObjectType, types: KindTypes) -> None:
    """Let a payload show the token that it is about, which is a record and so is read as records are."""

    def resolve(source: tokens.IssueTokenPayload | tokens.EndTokenPayload, info: Info) -> Any:
        return read.record(token, source.token_id, info)

    payload.fields["token"] = GraphQLField(
        types.record(token), resolve=resolve, description="The token; null if it was refused. 令牌"
    )


def _extended(written: GraphQLObjectType | None, derived: dict[str, GraphQLField]) -> GraphQLObjectType:
    assert written is not None
    return GraphQLObjectType(
        written.name,
        lambda: {**written.fields, **derived},
        description=written.description,
        extensions=written.extensions,
    )


def _roots(types: KindTypes) -> dict[str, GraphQLField]:
    """The root fields the engine serves."""
    one_id = {"id": GraphQLArgument(GraphQLNonNull(GraphQLID), description="Its id. 标识")}
    ids = GraphQLArgument(
        GraphQLNonNull(GraphQLList(GraphQLNonNull(GraphQLID))), description="Their ids, 100 at most. 标识列表"
    )
    fields = {
        "node": _root(
            shared.NODE, one_id, "Any record by its id; null if there is none that you see. 按标识查询", "node", None
        ),
        "nodes": _root(
            GraphQLNonNull(GraphQLList(shared.NODE)),
            {"ids": ids},
            "Several records by their ids, in that order, null where there is none that you see. 按标识批量查询",
            "nodes",
            None,
        ),
    }
    fields["search"] = _root(search.results(types), search.arguments(types), search.DESCRIPTION, "search", None)
    for kind in types.kinds.all:
        if kind.rooted:
            fields |= _kind_roots(types, kind, one_id)
    return fields


_TIME = {
    "asOf": GraphQLArgument(
        DATE_TIME,
        description="As it was known at that moment: the records as they stood, of those that you see today. 截至时间",
    ),
    "on": GraphQLArgument(DATE, description="Of what holds for a period, only what is true on that day. 所在日期"),
}


def _kind_roots(types: KindTypes, kind: Kind, one_id: dict[str, GraphQLArgument]) -> dict[str, GraphQLField]:
    several = Words(kind.label[1], kind.label[2])
    one = f"One {kind.label[0].lower()} by its id; null if there is none that you see. 按标识查询{kind.label[2]}"
    found = {
        kind.singular: _root(types.record(kind), one_id, one, "one", kind),
        kind.plural: _root(
            GraphQLNonNull(types.connection(kind)),
            types.list_arguments(kind),
            f"{term(several)} that you see.",
            "many",
            kind,
        ),
    }
    summary = f"{several.en} that you see, counted by groups. {several.zh}汇总"
    found[f"{kind.plural}Summary"] = _root(
        GraphQLNonNull(types.summary(kind)), types.summary_arguments(kind), summary, "summary", kind
    )
    return found


def _root(type_: Any, args: dict[str, GraphQLArgument], description: str, verb: str, kind: Kind | None) -> GraphQLField:
    extensions = {"root": (verb, kind)}
    return GraphQLField(type_, {**args, **_TIME}, description=description, resolve=read.root, extensions=extensions)
