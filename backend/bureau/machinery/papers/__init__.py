"""Papers: the statutory form of a case with what was said of it, set as PDF and written as DOCX (审批表)."""
