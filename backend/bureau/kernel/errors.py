"""Everything that can go wrong, in one tree.

    BureauError
    ├── CommandError         what an operator asked of a command cannot be done: told in a line, exit code 1
    ├── Refusal              the request was understood and is refused: in a payload's `errors`, as faults
    └── RequestError         the request itself cannot be served: a top-level GraphQL error
        ├── Malformed        BAD_REQUEST      not GraphQL over HTTP, or not a request we can read
        ├── CursorInvalid    CURSOR_INVALID   a cursor of another list, order or kind, or of nothing
        ├── ArgumentInvalid  ARGUMENT_INVALID an argument's value makes no sense
        ├── LimitExceeded    LIMIT_EXCEEDED   larger, deeper, dearer or sooner than the limits allow
        ├── NotAllowed       FORBIDDEN        the actor may not ask this at all
        ├── ForeignOrigin    FORBIDDEN        a page of another site asks
        ├── DocumentUnknown  PERSISTED_QUERY_NOT_FOUND   no document is stored under this id or name
        ├── StoredOnly       STORED_ONLY      only stored documents are executed here
        ├── TimedOut         TIMEOUT          the database was not done in time
        ├── SignInRequired   UNAUTHENTICATED  nobody is signed in, and this is done as somebody
        ├── DutyFirst        DUTY_FIRST       something must be done first of all, a password changed
        ├── UnitNotHeld      UNIT_NOT_HELD    the actor holds nothing at the unit for which they want to work
        ├── FileUnknown      FILE_UNKNOWN     no such file, or none of the actor's
        ├── FileClosed       FILE_CLOSED      the file is not checked yet, or was refused
        ├── LinkExpired      LINK_EXPIRED     the link to a file is older than links are good for
        ├── UploadConflict   OFFSET_CONFLICT  an upload goes on elsewhere than was sent
        ├── FileTypeRefused  FILE_TYPE_REFUSED   files of this type are not taken for this use
        ├── FilesUnavailable UNAVAILABLE      the store of files or its scanner cannot be reached; try again
        ├── PaperUnavailable UNAVAILABLE      a paper cannot be set now; try again
        ├── Unavailable      UNAVAILABLE      the database cannot be reached; try again
        └── OutOfSpace       OUT_OF_SPACE     the database has no room left; nothing was written

Anything else that escapes is a defect: it is logged with an id and answered as INTERNAL with that id alone.
A fault is plain data, so that checks can collect many of them; its codes are the constants of `Code`. One that is a
warning stops nothing: it comes back beside what was written, in a payload's `warnings`.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from bureau.kernel.words import Words


class Code(StrEnum):
    """The stable codes of faults. A new one is an addition to the API; none is ever renamed."""

    REQUIRED = "REQUIRED"
    INVALID = "INVALID"
    TOO_LONG = "TOO_LONG"
    OUT_OF_RANGE = "OUT_OF_RANGE"
    UNKNOWN_CODE = "UNKNOWN_CODE"
    NOT_FOUND = "NOT_FOUND"
    DUPLICATE = "DUPLICATE"
    DUPLICATE_ROW = "DUPLICATE_ROW"
    CONFLICT = "CONFLICT"
    FORBIDDEN = "FORBIDDEN"
    BY_VERBS = "BY_VERBS"
    VOIDED = "VOIDED"
    IN_USE = "IN_USE"
    KEY_REUSED = "KEY_REUSED"
    MASKED_VALUE = "MASKED_VALUE"
    CHECK_DIGIT = "CHECK_DIGIT"
    MISMATCH = "MISMATCH"
    OVERLAP = "OVERLAP"
    NOT_OFFERED = "NOT_OFFERED"
    CLOSED = "CLOSED"
    AGE = "AGE"
    TRANSITION = "TRANSITION"
    COMPULSORY = "COMPULSORY"
    PERIOD_CLOSED = "PERIOD_CLOSED"
    EXCLUDED = "EXCLUDED"
    KEPT_APART = "KEPT_APART"
    OWN_CASE = "OWN_CASE"
    INVITATION_INVALID = "INVITATION_INVALID"
    ACCOUNT_EXISTS = "ACCOUNT_EXISTS"
    JOB_ENDED = "JOB_ENDED"
    NOT_UNDONE = "NOT_UNDONE"
    BUDGET_SPENT = "BUDGET_SPENT"
    SAME_PERSON = "SAME_PERSON"
    EXPIRED = "EXPIRED"
    BOTH_HAVE = "BOTH_HAVE"
    CHANGED_SINCE = "CHANGED_SINCE"
    LIKENESS = "LIKENESS"
    SIGN_IN_FAILED = "SIGN_IN_FAILED"
    SIGN_IN_DELAYED = "SIGN_IN_DELAYED"
    BUSY = "BUSY"
    REFRESH_FAILED = "REFRESH_FAILED"
    SECOND_FACTOR_NEEDED = "SECOND_FACTOR_NEEDED"
    SECOND_FACTOR_FAILED = "SECOND_FACTOR_FAILED"
    SECOND_FACTOR_HELD = "SECOND_FACTOR_HELD"
    ENDED = "ENDED"
    RESTRICTED = "RESTRICTED"
    PASSKEY_FAILED = "PASSKEY_FAILED"
    PASSKEYS_UNAVAILABLE = "PASSKEYS_UNAVAILABLE"
    PROVIDER_UNAVAILABLE = "PROVIDER_UNAVAILABLE"
    PROVIDER_REFUSED = "PROVIDER_REFUSED"
    PROVIDER_ANSWER_INVALID = "PROVIDER_ANSWER_INVALID"
    SIGN_IN_EXPIRED = "SIGN_IN_EXPIRED"
    IDENTITY_UNKNOWN = "IDENTITY_UNKNOWN"
    NOT_MET = "NOT_MET"
    CALENDAR_UNKNOWN = "CALENDAR_UNKNOWN"
    NOT_YOUR_STEP = "NOT_YOUR_STEP"
    RECUSED = "RECUSED"
    DECIDED_ALREADY = "DECIDED_ALREADY"
    STEP_PAUSED = "STEP_PAUSED"
    CASE_OPEN = "CASE_OPEN"
    STILL_PUBLIC = "STILL_PUBLIC"
    MATERIAL_MISSING = "MATERIAL_MISSING"
    SUPPLEMENT_NOT_ASKED = "SUPPLEMENT_NOT_ASKED"
    NOT_YOUR_UNIT = "NOT_YOUR_UNIT"
    NOT_BELOW = "NOT_BELOW"
    EXTENSION_OPEN = "EXTENSION_OPEN"
    HANDED_ON_OPEN = "HANDED_ON_OPEN"
    ODD = "ODD"
    TEAM_TOO_SMALL = "TEAM_TOO_SMALL"
    UNSCORED = "UNSCORED"
    BETTER_THAN_SCORED = "BETTER_THAN_SCORED"
    DEFENCE_OPEN = "DEFENCE_OPEN"
    ENROLMENT_BARRED = "ENROLMENT_BARRED"
    OUTSIDE_AREA = "OUTSIDE_AREA"
    FOR_PROFIT_COMPULSORY = "FOR_PROFIT_COMPULSORY"
    STATE_ASSETS_FOR_PROFIT = "STATE_ASSETS_FOR_PROFIT"
    PUBLIC_TURNED_PRIVATE = "PUBLIC_TURNED_PRIVATE"
    LICENCE_MISUSED = "LICENCE_MISUSED"
    NOTICE_TOO_SHORT = "NOTICE_TOO_SHORT"
    MAIL_UNAVAILABLE = "MAIL_UNAVAILABLE"
    PUBLISHED = "PUBLISHED"
    NOT_PUBLISHED = "NOT_PUBLISHED"
    BEING_REVISED = "BEING_REVISED"
    ZONE_OVERLAP = "ZONE_OVERLAP"
    NOT_ZONED = "NOT_ZONED"
    TAKES_NOBODY_IN = "TAKES_NOBODY_IN"
    NOT_YET = "NOT_YET"
    TERM_BOUNDARY = "TERM_BOUNDARY"
    PUPILS_LEFT = "PUPILS_LEFT"
    GRADES_LEFT = "GRADES_LEFT"
    STAFF_LEFT = "STAFF_LEFT"
    HANDOVER_OPEN = "HANDOVER_OPEN"
    NAME_FORBIDDEN = "NAME_FORBIDDEN"
    BODY_BARRED = "BODY_BARRED"
    QUALIFICATION_NEEDED = "QUALIFICATION_NEEDED"
    CONTRACT_TEMPLATE = "CONTRACT_TEMPLATE"
    CHARGE_MONTHS = "CHARGE_MONTHS"
    CHARGE_HOURS = "CHARGE_HOURS"
    CHARGE_AMOUNT = "CHARGE_AMOUNT"
    CHARGE_EARLY = "CHARGE_EARLY"
    CUSTODY_ACCOUNT = "CUSTODY_ACCOUNT"
    CUSTODY_HELD = "CUSTODY_HELD"
    TRAINING_LOAN = "TRAINING_LOAN"
    FREE_DAY = "FREE_DAY"
    ENDS_LATE = "ENDS_LATE"
    LESSON_LONG = "LESSON_LONG"
    GAP_SHORT = "GAP_SHORT"
    PRESCHOOL_DAY = "PRESCHOOL_DAY"
    PRESCHOOL_CURRICULUM = "PRESCHOOL_CURRICULUM"


WORDS: Mapping[Code, Words] = {
    Code.REQUIRED: Words("A value is required.", "必须填写。"),
    Code.INVALID: Words("The value is not valid: {reason}", "填写的内容不正确：{reason}"),
    Code.TOO_LONG: Words("At most {limit} characters.", "最多 {limit} 个字符。"),
    Code.OUT_OF_RANGE: Words("Between {least} and {most}.", "应在 {least} 与 {most} 之间。"),
    Code.UNKNOWN_CODE: Words("No such code in the table “{table}”.", "代码表“{table}”中没有这个代码。"),
    Code.NOT_FOUND: Words("There is no such {kind}.", "找不到该{kind}。"),
    Code.DUPLICATE: Words("Another {kind} has this value already.", "已有{kind}使用此值。"),
    Code.DUPLICATE_ROW: Words(
        "The file says it twice: line {line} has the same one.", "文件内重复：与第 {line} 行相同。"
    ),
    Code.CONFLICT: Words(
        "The record was changed by someone else; this is how it stands now.", "该记录已被他人修改，现返回最新内容。"
    ),
    Code.FORBIDDEN: Words("You may not do this.", "您无权进行此操作。"),
    Code.BY_VERBS: Words("It changes by {verbs} alone, and by no file.", "该项只能通过{verbs}变更，不能通过导入变更。"),
    Code.VOIDED: Words("The record is void.", "该记录已作废。"),
    Code.IN_USE: Words("{count} live records of {kind} depend on it.", "仍有 {count} 条有效的{kind}依赖于它。"),
    Code.KEY_REUSED: Words("The idempotency key was used for another input.", "该幂等键已用于另一份内容不同的请求。"),
    Code.MASKED_VALUE: Words(
        "This looks like a masked value; leave it out to keep what is held.",
        "这像是被遮盖的值；如不修改请不要填写。",
    ),
    Code.CHECK_DIGIT: Words("The check digit is wrong.", "校验位不正确。"),
    Code.MISMATCH: Words("It does not agree with {other}.", "与{other}不一致。"),
    Code.OVERLAP: Words(
        "It has days in common with another {kind}, from {start}.", "与另一条{kind}（{start}起）日期重叠。"
    ),
    Code.NOT_OFFERED: Words("The school does not offer it.", "该学校不开设。"),
    Code.CLOSED: Words("The {kind} is closed on that date.", "该{kind}在该日期已停办。"),
    Code.AGE: Words("The age does not fit: {reason}", "年龄不符合要求：{reason}"),
    Code.TRANSITION: Words("Nobody goes from “{before}” to “{after}”.", "不能由“{before}”变更为“{after}”。"),
    Code.COMPULSORY: Words("Not for pupils of compulsory education.", "义务教育阶段学生不适用。"),
    Code.PERIOD_CLOSED: Words("{day} lies in a term that is closed: {term}.", "{day} 处于已关闭的学期：{term}。"),
    Code.KEPT_APART: Words("These are kept apart: {reason}", "岗位须分离：{reason}"),
    Code.INVITATION_INVALID: Words(
        "Code, number and phone do not lead to a guardian; ask the school for a new code.",
        "邀请码、证件号码与手机号无法核对，请向学校索取新的邀请码。",
    ),
    Code.ACCOUNT_EXISTS: Words("You have an account already: sign in, then bind.", "您已有账户，请登录后再绑定。"),
    Code.OWN_CASE: Words("Nobody does this for themselves.", "不得为本人办理。"),
    Code.EXCLUDED: Words("Another {kind} rules this one out.", "已有与之互斥的{kind}。"),
    Code.NOT_UNDONE: Words("Nothing was undone: {reason}", "未作任何撤销：{reason}"),
    Code.JOB_ENDED: Words("The job has ended already.", "该任务已经结束。"),
    Code.SAME_PERSON: Words(
        "It takes somebody else than those who asked for it or approved it already.",
        "须由申请人和已审批人以外的人员办理。",
    ),
    Code.EXPIRED: Words("Its last day was {day}.", "已于 {day} 到期。"),
    Code.BUDGET_SPENT: Words(
        "No more than {limit} of these {period}; ask your supervisor.",
        "{period}此类查询不得超过 {limit} 次，请联系主管人员。",
    ),
    Code.BOTH_HAVE: Words(
        "Both have a live {kind} ({first}, {second}): merge these too, or make one of them void.",
        "双方均有有效的{kind}（{first}、{second}）：请一并合并，或先作废其一。",
    ),
    Code.CHANGED_SINCE: Words(
        "{kind} {id} was changed since, in a way that depends on it.", "{kind} {id} 此后已有依赖于此的变更。"
    ),
    Code.LIKENESS: Words(
        "Somebody much like them stands in the register already: {names}.", "学籍库中已有高度相似的人员：{names}。"
    ),
    Code.SIGN_IN_FAILED: Words(
        "User name or password is wrong, or the account is locked.", "用户名或密码错误，或账户已被锁定。"
    ),
    Code.SIGN_IN_DELAYED: Words(
        "Too many failed attempts; try again in {seconds} seconds.", "失败次数过多，请在 {seconds} 秒后重试。"
    ),
    Code.SECOND_FACTOR_NEEDED: Words(
        "Send your second factor too: a code of your authenticator, or a passkey.",
        "请同时提供第二因素：动态验证码或通行密钥。",
    ),
    Code.SECOND_FACTOR_FAILED: Words(
        "The code or passkey is wrong, too old or used already, or the account is locked.",
        "验证码或通行密钥错误、已过期或已使用，或账户已被锁定。",
    ),
    Code.SECOND_FACTOR_HELD: Words("An authenticator is set up already.", "已启用动态验证码。"),
    Code.PASSKEY_FAILED: Words(
        "The passkey opens nothing here, or was asked for too long ago, or the account is locked.",
        "该通行密钥无法在此登录、请求已过期，或账户已被锁定。",
    ),
    Code.PASSKEYS_UNAVAILABLE: Words(
        "There are no passkeys here; the operator has not said for which domain they are.",
        "本系统未启用通行密钥：管理员尚未指定其所属域名。",
    ),
    Code.ENDED: Words("The {kind} has ended already.", "该{kind}已经终止或办结。"),
    Code.RESTRICTED: Words(
        "The data of this person are restricted: nothing of them is shown in the clear, shared or handed out.",
        "该人员的信息已限制处理，不得查看明文、共享或对外提供。",
    ),
    Code.PROVIDER_UNAVAILABLE: Words(
        "The identity provider cannot be reached; try again later, or sign in with your password.",
        "暂时无法连接统一身份认证，请稍后重试，或使用用户名和口令登录。",
    ),
    Code.PROVIDER_REFUSED: Words("The identity provider did not sign you in.", "统一身份认证未完成登录。"),
    Code.PROVIDER_ANSWER_INVALID: Words(
        "What the identity provider answered cannot be trusted; tell the system administrator.",
        "统一身份认证返回的信息未通过校验，请联系系统管理员。",
    ),
    Code.SIGN_IN_EXPIRED: Words(
        "This sign-in was begun in another browser or too long ago, or is over already; begin again.",
        "本次登录已超时、已完成或并非由此浏览器发起，请重新登录。",
    ),
    Code.IDENTITY_UNKNOWN: Words(
        "No open account here is bound to you; ask the security administrator.",
        "您的统一身份尚未绑定本系统的有效账户，请联系安全管理员。",
    ),
    Code.NOT_MET: Words("Not met: {rule} ({clause})", "不符合规定：{rule}（{clause}）"),
    Code.CALENDAR_UNKNOWN: Words(
        "The holidays of {year} are not known yet; Monday to Friday are counted as working days.",
        "{year} 年的节假日安排尚未公布，暂按周一至周五为工作日计算。",
    ),
    Code.NOT_YOUR_STEP: Words("“{step}” is not yours to decide.", "“{step}”不由您办理。"),
    Code.RECUSED: Words(
        "You are related to whom it is about, so another decides it.", "您与当事人有利害关系，应当回避，由他人办理。"
    ),
    Code.DECIDED_ALREADY: Words("You have decided this step already.", "您已办理过该环节。"),
    Code.STEP_PAUSED: Words("The step is paused: {reason}", "该环节已暂停计时：{reason}"),
    Code.STILL_PUBLIC: Words(
        "It is public until {day}, or objections are unanswered; it is decided afterwards.",
        "公示至 {day} 或尚有异议未答复，公示结束并答复后方可办理。",
    ),
    Code.MAIL_UNAVAILABLE: Words(
        "No mails are sent from here; the operator has named no server that takes them.",
        "本系统未启用邮件：管理员尚未指定邮件服务器。",
    ),
    Code.CASE_OPEN: Words("Another case about it is under way: {number}.", "已有办理中的事项：{number}。"),
    Code.MATERIAL_MISSING: Words("“{material}” is missing ({basis}).", "缺少材料：{material}（{basis}）。"),
    Code.SUPPLEMENT_NOT_ASKED: Words(
        "Nobody asks for further files at this step.", "当前环节未要求补正材料，不能补充或撤回。"
    ),
    Code.NOT_YOUR_UNIT: Words("It is for {unit} to do this.", "应由{unit}办理。"),
    Code.NOT_BELOW: Words("{unit} is not in the charge of {issuer}.", "{unit}不属于{issuer}管辖。"),
    Code.EXTENSION_OPEN: Words(
        "An extension was asked for already and is not decided yet.", "已有延期申请尚未批复，不得重复申请。"
    ),
    Code.HANDED_ON_OPEN: Words(
        "{count} tasks that were handed on are not done yet.", "尚有 {count} 项转办事项未办结。"
    ),
    Code.BODY_BARRED: Words("The body may not do this now: {reason}", "该机构目前不得开展此项业务：{reason}"),
    Code.QUALIFICATION_NEEDED: Words(
        "Who trains in a school subject has a certificate as its teacher.", "学科类培训人员须具有相应学科的教师资格。"
    ),
    Code.CONTRACT_TEMPLATE: Words(
        "Nothing is charged without a contract by the model contract.", "未使用培训合同示范文本的，不得收费。"
    ),
    Code.CHARGE_MONTHS: Words("One charge is for {most} months at most.", "一次性收费的时间跨度不得超过 {most} 个月。"),
    Code.CHARGE_HOURS: Words("One charge is for {most} class-hours at most.", "一次性收费不得超过 {most} 课时。"),
    Code.CHARGE_AMOUNT: Words("One charge is {most} yuan at most.", "一次性收费不得超过 {most} 元。"),
    Code.CHARGE_EARLY: Words(
        "It is charged from {day} on, or once no more than {hours} class-hours are left.",
        "收费不得早于 {day}；续费须在剩余课时不超过 {hours} 课时后进行。",
    ),
    Code.CUSTODY_ACCOUNT: Words(
        "What is paid in advance is paid into the custody account of the body.",
        "预收费须全部进入该机构的资金监管账户。",
    ),
    Code.CUSTODY_HELD: Words(
        "{amount} yuan that were paid in advance are still in custody.", "资金监管账户内尚有 {amount} 元预收费未结清。"
    ),
    Code.TRAINING_LOAN: Words("No training is paid for with a loan.", "不得使用培训贷方式缴纳培训费用。"),
    Code.FREE_DAY: Words("No subject is taught on {day}: {reason}", "{day} 不得开展学科类培训：{reason}"),
    Code.ENDS_LATE: Words("Lessons end at {most} at the latest.", "培训结束时间不得晚于 {most}。"),
    Code.LESSON_LONG: Words("A lesson lasts {most} minutes at most.", "每课时不得超过 {most} 分钟。"),
    Code.GAP_SHORT: Words("Between lessons there are {least} minutes at least.", "课程间隔不得少于 {least} 分钟。"),
    Code.PRESCHOOL_DAY: Words(
        "Children below school age are not trained for half a day or a day: {most} minutes a day at most.",
        "不得对学龄前儿童开展半日制、全日制培训：每日不得超过 {most} 分钟。",
    ),
    Code.PRESCHOOL_CURRICULUM: Words(
        "Children below school age are not taught what schools teach.", "不得对学龄前儿童教授小学课程内容。"
    ),
    Code.ODD: Words("It looks odd: {reason}", "请核对：{reason}"),
    Code.TEAM_TOO_SMALL: Words(
        "At least {least} inspect; the team has {count}.", "检查组不得少于 {least} 人，现有 {count} 人。"
    ),
    Code.UNSCORED: Words("{count} items are not scored yet.", "尚有 {count} 项指标未评分。"),
    Code.BETTER_THAN_SCORED: Words(
        "It is better than what the scores come to: {scored}.", "结论不得优于评分得出的“{scored}”。"
    ),
    Code.DEFENCE_OPEN: Words(
        "The unit may defend itself until {day}; it is published afterwards.", "申辩期至 {day}，期满后方可公布。"
    ),
    Code.ENROLMENT_BARRED: Words("The school takes no new pupils: {reason}", "该校不得招收新生：{reason}"),
    Code.OUTSIDE_AREA: Words(
        "The pupil is at home outside the area from which the school enrols: {area}.",
        "该生户籍地、居住地均不在学校招生范围内：{area}。",
    ),
    Code.FOR_PROFIT_COMPULSORY: Words(
        "Nobody runs a school of compulsory education for profit.", "不得设立实施义务教育的营利性民办学校。"
    ),
    Code.STATE_ASSETS_FOR_PROFIT: Words(
        "State assets are put into no kindergarten that is run for profit.",
        "不得利用财政性经费、国有资产举办营利性幼儿园。",
    ),
    Code.PUBLIC_TURNED_PRIVATE: Words(
        "A public kindergarten is not turned into a private one.", "公办幼儿园不得转制为民办幼儿园。"
    ),
    Code.LICENCE_MISUSED: Words(
        "A licence that was lent, forged or altered is on record: {facts}",
        "存在出租、出借、伪造、变造办学许可证的记录：{facts}",
    ),
    Code.NOTICE_TOO_SHORT: Words(
        "Public notice comes at least {months} months before: {day} at the earliest.",
        "终止办学须提前 {months} 个月公告，最早为 {day}。",
    ),
    Code.REFRESH_FAILED: Words("The refresh token opens nothing; sign in again.", "刷新令牌无效，请重新登录。"),
    Code.PUBLISHED: Words(
        "{plan} is published and does not change any more; begin a revision.",
        "{plan}已公布，不能再改动，请先办理修订。",
    ),
    Code.NOT_PUBLISHED: Words("{plan} is not what holds now.", "{plan}不是现行公布的方案。"),
    Code.BEING_REVISED: Words("A revision is being drawn already: {plan}.", "已有拟定中的修订：{plan}。"),
    Code.ZONE_OVERLAP: Words(
        "The zone “{zone}” has these addresses already: {address}.", "与学区“{zone}”的地址段重复：{address}。"
    ),
    Code.NOT_ZONED: Words("Private schools have no zones.", "民办学校不划片招生。"),
    Code.TAKES_NOBODY_IN: Words("“{what}” takes nobody in: {state}.", "“{what}”不招生：{state}。"),
    Code.NOT_YET: Words("It takes effect on {day}, which has not come.", "生效日期 {day} 尚未到。"),
    Code.TERM_BOUNDARY: Words(
        "{day} lies inside a term ({term}); it takes effect where a term begins or ends, or between terms.",
        "{day} 在学期（{term}）之内，应在学期开始、结束之日或假期生效。",
    ),
    Code.PUPILS_LEFT: Words(
        "{count} pupils still stand in the register of {school}; place them elsewhere first.",
        "{school}尚有 {count} 名学生在籍，请先整体安置。",
    ),
    Code.GRADES_LEFT: Words(
        "{count} pupils are in grades that such a school does not teach: {grades}.",
        "尚有 {count} 名学生就读于该类学校不开设的年级（{grades}）。",
    ),
    Code.STAFF_LEFT: Words(
        "{count} members of staff still belong to {school}; move them first.",
        "{school}尚有 {count} 名教职工，请先办理调动。",
    ),
    Code.HANDOVER_OPEN: Words("{school} has not handed over: {items}.", "{school}尚未完成交接：{items}。"),
    Code.NAME_FORBIDDEN: Words(
        "A school's name may not have “{word}” in it ({basis}).", "学校名称不得含有“{word}”（{basis}）。"
    ),
    Code.BUSY: Words(
        "Too many are waiting; try again in {seconds} seconds.", "当前请求过多，请在 {seconds} 秒后重试。"
    ),
}

Params = Mapping[str, str | int | Words]


@dataclass(frozen=True, slots=True)
class Fault:
    """One reason why an input is refused: where, which code, and what fills the code's words."""

    code: Code
    path: tuple[str, ...] = ()
    params: Params = field(default_factory=dict)
    retryable: bool = False
    is_warning: bool = False
    """Whether it stops nothing: the record is written, and whoever writes it is told."""

    @property
    def words(self) -> Words:
        """The reason in both languages."""
        text = WORDS[self.code]
        english = {key: _in(value, 0) for key, value in self.params.items()}
        chinese = {key: _in(value, 1) for key, value in self.params.items()}
        return Words(text.en.format(**english), text.zh.format(**chinese))

    def under(self, *path: str) -> "Fault":
        """The same fault, seen from further out."""
        return replace(self, path=(*path, *filter(None, self.path)))  # a field of no kind has no name of its own


def _in(value: str | int | Words, language: int) -> str:
    return value[language] if isinstance(value, Words) else str(value)


def fault(code: Code, *path: str, **params: str | int | Words) -> Fault:
    """A fault at `path`, a field or a way through relations."""
    return Fault(code, path, params)


def warning(code: Code, *path: str, **params: str | int | Words) -> Fault:
    """What a check finds odd and does not refuse."""
    return Fault(code, path, params, is_warning=True)


def invalid(path: str, en: str, zh: str) -> Fault:
    """A value that breaks the rule said in `en` and `zh`."""
    return Fault(Code.INVALID, (path,), {"reason": Words(en, zh)})


class BureauError(Exception):
    """The root of every error that we raise on purpose."""


class CommandError(BureauError):
    """What an operator asked of a command cannot be done; its text says why, and what to do."""


class Refusal(BureauError):
    """Expected: the caller is told every fault at once and nothing was written."""

    def __init__(self, faults: Iterable[Fault], current: int | None = None) -> None:
        self.faults = tuple(faults)
        self.current = current
        """The id of the record as it stands, where the caller should see it (CONFLICT)."""
        super().__init__("; ".join(f"{'.'.join(f.path)}: {f.code}" for f in self.faults))


def refuse(code: Code, *path: str, **params: str | int | Words) -> Refusal:
    """A refusal for one reason."""
    return Refusal([fault(code, *path, **params)])


class RequestError(BureauError):
    """A top-level error; `words` is what the caller reads."""

    code = "BAD_REQUEST"
    retryable = False

    def __init__(self, en: str, zh: str, **extensions: object) -> None:
        super().__init__(en)
        self.words = Words(en, zh)
        self.extensions = extensions


class Malformed(RequestError):
    """Not a request we can read."""


class CursorInvalid(RequestError):
    """A cursor that belongs to another list, or to nothing."""

    code = "CURSOR_INVALID"

    def __init__(self) -> None:
        super().__init__("The cursor does not belong to this list in this order.", "该游标不属于此列表或此排序方式。")


class ArgumentInvalid(RequestError):
    """An argument whose value makes no sense."""

    code = "ARGUMENT_INVALID"


class LimitExceeded(RequestError):
    """Larger, deeper or dearer than a limit; the limit stands in the extensions."""

    code = "LIMIT_EXCEEDED"


class TooManyUploads(LimitExceeded):
    """One upload more than an account may have unfinished."""

    def __init__(self, limit: int) -> None:
        super().__init__(
            f"You have {limit} unfinished uploads; finish or cancel one first.",
            f"您有 {limit} 个未完成的上传，请先完成或取消其中之一。",
            limit=limit,
        )


class TooFast(LimitExceeded):
    """More than the caller may ask in a minute, or at a time; `retry_after` is in seconds."""

    retryable = True

    def __init__(self, en: str, zh: str, retry_after: int, **extensions: object) -> None:
        super().__init__(en, zh, retryAfter=retry_after, **extensions)
        self.retry_after = retry_after

    @classmethod
    def in_a_minute(cls, limit: int, retry_after: int) -> "TooFast":
        """The cost of a minute is spent."""
        return cls(
            f"You have asked more than the cost of {limit} a minute; ask again in {retry_after} s.",
            f"您每分钟的查询代价已超过上限 {limit}，请在 {retry_after} 秒后重试。",
            retry_after,
            limit=limit,
        )

    @classmethod
    def at_a_time(cls, limit: int) -> "TooFast":
        """Enough requests are being served."""
        return cls(
            f"{limit} of these requests are being served already, which is all at a time; ask again soon.",
            f"同时处理的请求已达上限 {limit} 个，请稍后重试。",
            1,
            limit=limit,
        )


class NotAllowed(RequestError):
    """The actor may not ask this at all."""

    code = "FORBIDDEN"

    def __init__(self) -> None:
        super().__init__("You may not do this.", "您无权进行此操作。")


class ForeignOrigin(RequestError):
    """A page of another site acts for whoever reads it."""

    code = "FORBIDDEN"

    def __init__(self) -> None:
        super().__init__(
            "A page of another site sent this (Origin); programs send a bearer token.",
            "请求来自其他网站的页面（Origin）；程序请使用访问令牌。",
        )


class DocumentUnknown(RequestError):
    """No document is stored under this id or name; the code is the one that clients of other makers look for."""

    code = "PERSISTED_QUERY_NOT_FOUND"

    def __init__(self) -> None:
        super().__init__("No such document is stored.", "没有登记过该查询文档。")


class StoredOnly(RequestError):
    """A text was sent where only stored documents are executed (BUREAU_STORED_ONLY)."""

    code = "STORED_ONLY"

    def __init__(self) -> None:
        super().__init__(
            "Only stored documents are executed here: send a documentId.",
            "此处仅执行已登记的查询文档，请使用 documentId。",
        )


class TimedOut(RequestError):
    """The database was not done within the statement timeout."""

    code = "TIMEOUT"
    retryable = True

    def __init__(self) -> None:
        super().__init__("The query took too long and was ended.", "查询耗时过长，已被终止。")


class SignInRequired(RequestError):
    """Nobody is signed in, and this is done as somebody."""

    code = "UNAUTHENTICATED"

    def __init__(self) -> None:
        super().__init__("Sign in first.", "请先登录。")


class DutyFirst(RequestError):
    """Whoever asks must do something else first; `duty` is what."""

    code = "DUTY_FIRST"

    def __init__(self, duty: str, words: Words) -> None:
        super().__init__(words.en, words.zh, duty=duty)


class UnitNotHeld(RequestError):
    """Somebody wants to work for a unit at which they hold no grant, or which is none."""

    code = "UNIT_NOT_HELD"

    def __init__(self) -> None:
        super().__init__(
            "You hold nothing at the unit that you want to work for (X-Unit); choose another.",
            "您在所选工作单位（X-Unit）没有授权，请重新选择。",
        )


class FileUnknown(RequestError):
    """No such file, or one of somebody else's: which of the two is not told."""

    code = "FILE_UNKNOWN"

    def __init__(self) -> None:
        super().__init__("There is no such file.", "找不到该文件。")


class FileClosed(RequestError):
    """A file that nobody may open, or not yet."""

    code = "FILE_CLOSED"

    def __init__(self, why: Words, state: str) -> None:
        super().__init__(f"The file cannot be opened: {why.en}", f"文件无法打开：{why.zh}", state=state)


class LinkExpired(RequestError):
    """A link of ours whose time is over."""

    code = "LINK_EXPIRED"

    def __init__(self) -> None:
        super().__init__("The link has expired; ask for another.", "链接已过期，请重新获取。")


class UploadConflict(RequestError):
    """An upload goes on elsewhere than was sent; `offset` is where."""

    code = "OFFSET_CONFLICT"

    def __init__(self, offset: int) -> None:
        super().__init__(f"The upload goes on at byte {offset}.", f"上传应从第 {offset} 字节继续。", offset=offset)


class FileTypeRefused(RequestError):
    """A file of a type that is not taken for what it is handed in for."""

    code = "FILE_TYPE_REFUSED"

    def __init__(self, endings: Sequence[str]) -> None:
        super().__init__(
            f"Files of this type are not taken here; these are: {', '.join(endings)}.",
            f"此处不接收该类型的文件，可接收：{'、'.join(endings)}。",
            endings=list(endings),
        )


class FilesUnavailable(RequestError):
    """The store of files cannot be reached, or what scans them."""

    code = "UNAVAILABLE"
    retryable = True

    def __init__(self, reason: str = "") -> None:
        super().__init__(
            reason or "The store of files cannot be reached; try again.", "暂时无法访问文件存储，请稍后再试。"
        )


class PaperUnavailable(RequestError):
    """A paper cannot be set: too many are being set, it takes too long, or the build left no fonts."""

    code = "UNAVAILABLE"
    retryable = True

    def __init__(self) -> None:
        super().__init__("The paper cannot be made now; try again soon.", "暂时无法生成表单文件，请稍后再试。")


class Unavailable(RequestError):
    """The database cannot be reached."""

    code = "UNAVAILABLE"
    retryable = True

    def __init__(self) -> None:
        super().__init__("The database cannot be reached; try again.", "暂时无法连接数据库，请稍后再试。")


class OutOfSpace(RequestError):
    """The disk under the database is full; nothing of the change was written."""

    code = "OUT_OF_SPACE"
    retryable = True

    def __init__(self) -> None:
        super().__init__(
            "The database has no room left; nothing was written. The operator must make room.",
            "数据库存储空间已满，本次操作未写入任何内容，请联系系统管理员扩容。",
        )
