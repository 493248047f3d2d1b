"""Files: whether they are scanned, served apart, and have room."""

import shutil

from bureau.commands.doctor.finding import Finding, Patient, Severity
from bureau.kernel.words import Words

_SCARCE, _NONE = 0.10, 0.02


async def unscanned_files(patient: Patient) -> Finding | None:
    """Whether somebody looks for malicious software."""
    if patient.settings.scanner:
        return None
    return Finding(
        Severity.NOTE if patient.settings.is_local_default else Severity.WARNING,
        Words("Files are not scanned for malicious software.", "未对文件进行病毒扫描。"),
        Words("What a guardian hands in infects the clerk who opens it.", "家长上传的文件可能感染打开它的工作人员。"),
        Words("Run ClamAV and set BUREAU_SCANNER.", "部署 ClamAV 并设置 BUREAU_SCANNER。"),
    )


async def files_among_pages(patient: Patient) -> Finding | None:
    """Whether files have an origin of their own."""
    if patient.settings.files_origin:
        return None
    return Finding(
        Severity.NOTE,
        Words("Files are served from the origin of the pages.", "文件与系统页面同源。"),
        Words(
            "Headers alone keep a file from acting as a page of ours.",
            "仅靠响应头防止文件冒充本系统页面。",
        ),
        Words("Set BUREAU_FILES_ORIGIN to another host name.", "将 BUREAU_FILES_ORIGIN 设为独立域名。"),
    )


async def little_room(patient: Patient) -> Finding | None:
    """Whether the disk has room."""
    directory = patient.settings.data_dir
    if not directory.exists():
        return None
    usage = shutil.disk_usage(directory)
    if usage.free > _SCARCE * usage.total:
        return None
    percent = round(100 * usage.free / usage.total)
    return Finding(
        Severity.SEVERE if usage.free <= _NONE * usage.total else Severity.WARNING,
        Words(f"{percent} % of the disk of {directory} is free.", f"{directory} 所在磁盘仅剩 {percent}% 空间。"),
        Words("Uploads, and then all writes, are refused when it is full.", "磁盘写满后将拒绝上传及一切写入。"),
        Words("Make room, or move the data directory.", "清理或扩容，或迁移数据目录。"),
    )
