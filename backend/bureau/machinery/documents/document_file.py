"""A file of a document: its text as it was signed, or what came with it (公文附件)."""

from typing import Annotated

from bureau.kernel import rules
from bureau.kernel.action import action
from bureau.kernel.errors import Code, Refusal, fault, invalid
from bureau.kernel.field import Integer, Moment, One, Text
from bureau.kernel.kind import Follows, Kind
from bureau.machinery.documents.official_document import OfficialDocument, official_document
from bureau.machinery.files.file import LONGEST_NAME, File, objection_to
from bureau.storage.act import Act
from bureau.storage.record import Record


class DocumentFile(Record):
    """A file of a document, seen by those who see the document; `linkRecordFile` opens it.

    One that was taken back stays as an entry that is void, with the reason, and is opened no more.
    """

    document = One(OfficialDocument, "Official document", "公文", back=("files", "Files", "公文附件"))
    file = One(File, "File", "文件", internal=True)
    file_name = Text(LONGEST_NAME, "File name", "文件名")
    media_type = Text(100, "Media type", "媒体类型", plain=True)
    size = Integer(0, 2**31 - 1, "Size", "大小", note=("In bytes.", "单位：字节。"))
    added_by = Text(60, "Added by", "上传人", of_person=True)
    added_at = Moment("Added at", "上传时间")


document_file = Kind(
    DocumentFile,
    label=("Document file", "Document files", "公文附件"),
    scope=Follows("document"),
    read=rules.offices,
    void=rules.officers,
    rooted=False,
    natural_key=("document", "file"),
    title=("file_name",),
    list=("file_name", "size", "added_by", "added_at"),
    order=("added_at",),
    opens="file",
)


@action(official_document, rules.officers, label=("Add a file", "添加附件"))
async def attach_to_document(
    act: Act, document: OfficialDocument, *, file: Annotated[File, One(File, "File", "文件")]
) -> OfficialDocument:
    """Add a file of yours, which was uploaded as an attachment and is found sound, to a document that is not secret."""
    if document.secrecy is not None:
        words = ("nothing of a secret document is kept here.", "涉密文件不得上传至本系统。")
        raise Refusal([invalid("file", *words)])
    if why := objection_to(file):
        raise Refusal([fault(Code.INVALID, "file", reason=why)])
    await act.create(
        DocumentFile,
        document=document,
        file=file,
        file_name=file.name,
        media_type=file.media_type,
        size=file.size,
        added_by=act.actor.name,
        added_at=act.tx.now(),
    )
    return document
