"""The keys and the journal's keeper: where they lie, and who can read them."""

from collections.abc import Iterator
from pathlib import Path

from bureau.commands.doctor.finding import Finding, Patient, Severity
from bureau.kernel.words import Words
from bureau.settings import Settings

_OTHERS = 0o077
_WORLD = 0o007


async def key_beside_data(patient: Patient) -> Finding | None:
    """Whether the master key lies where the data lie."""
    settings = patient.settings
    if settings.secret_key:
        return None
    return Finding(
        Severity.NOTE if settings.is_local_default else Severity.SEVERE,
        Words("The master key of sealed values is a file in the data directory.", "密封数据的主密钥存放在数据目录中。"),
        Words(
            "Whoever copies the disk, or a backup of it, reads every identity number.",
            "取得磁盘或其备份者即可读取全部证件号码。",
        ),
        Words(
            "Keep the key elsewhere and hand it over in BUREAU_SECRET_KEY.",
            "将密钥另行保管，通过 BUREAU_SECRET_KEY 提供。",
        ),
    )


async def readable_keys(patient: Patient) -> Finding | None:
    """Whether others than their owner read the key files."""
    open_ = [str(path) for path in _key_files(patient.settings) if path.stat().st_mode & _OTHERS]
    if not open_:
        return None
    files = ", ".join(open_)
    return Finding(
        Severity.SEVERE,
        Words(f"Others than their owner may read {files}.", f"其他用户可读取 {files}。"),
        Words("Every account of the machine can open sealed values or sign the journal.",
              "本机任何账户均可解密数据或伪造日志签名。"),
        Words(f"chmod 600 {files}", f"chmod 600 {files}"),
    )  # fmt: skip


async def open_data(patient: Patient) -> Finding | None:
    """Whether everybody on the machine looks into the data directory."""
    directory = patient.settings.data_dir
    if not directory.exists() or not directory.stat().st_mode & _WORLD:
        return None
    return Finding(
        Severity.NOTE if patient.settings.is_local_default else Severity.WARNING,
        Words(f"Every account of the machine looks into {directory}.", f"本机任何账户均可访问 {directory}。"),
        Words("Uploads, and an embedded database, are read past all rights.", "上传文件及内嵌数据库可绕过权限读取。"),
        Words(f"chmod 750 {directory}", f"chmod 750 {directory}"),
    )


async def keeper_at_home(patient: Patient) -> Finding | None:
    """Whether somebody else keeps the journal's heads."""
    settings = patient.settings
    if settings.journal_keeper and not _is_same_disk(settings.journal_keeper_file.parent, settings.data_dir):
        return None
    what = (
        Words("The journal's heads lie on the disk of the data.", "日志签名链头与数据位于同一磁盘。")
        if settings.journal_keeper
        else Words("Nobody else keeps the journal's heads.", "日志签名链头未交由第二方保管。")
    )
    return Finding(
        Severity.NOTE
        if settings.is_local_default
        else Severity.WARNING
        if settings.journal_keeper
        else Severity.SEVERE,
        what,
        Words(
            "Whoever holds database, key and heads can rewrite history without a trace.",
            "同时掌握数据库、密钥与链头者可无痕篡改历史。",
        ),
        Words(
            "Set BUREAU_JOURNAL_KEEPER to a file on a mount of a machine that others administer.",
            "将 BUREAU_JOURNAL_KEEPER 指向由他人管理的主机所挂载的文件。",
        ),
    )


def _key_files(settings: Settings) -> Iterator[Path]:
    paths = [settings.data_dir / "secret.key", settings.journal_key_file]
    if settings.oidc_client_secret_file:
        paths.append(Path(settings.oidc_client_secret_file))
    yield from (path for path in paths if path.exists())


def _is_same_disk(one: Path, other: Path) -> bool:
    return one.exists() and other.exists() and one.stat().st_dev == other.stat().st_dev
