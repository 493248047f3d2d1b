"""Procedures: what is applied for, goes from office to office, and is done when the last of them agrees (审批)."""
