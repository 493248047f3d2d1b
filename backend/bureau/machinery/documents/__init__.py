"""Official documents: those that come in and those that go out, each with its number, none of them twice (公文)."""

from bureau.kernel.action import Action
from bureau.kernel.kind import Kind
from bureau.machinery.demo.areas import Demo
from bureau.machinery.documents.demo import documents
from bureau.machinery.documents.document_file import attach_to_document, document_file
from bureau.machinery.documents.numbering import issue_document, register_document
from bureau.machinery.documents.official_document import official_document
from bureau.machinery.documents.organ_code import organ_code

KINDS: tuple[Kind, ...] = (organ_code, official_document, document_file)

ACTIONS: tuple[Action, ...] = (issue_document, register_document, attach_to_document)

DEMOS: tuple[Demo, ...] = (documents,)
