"""Inspections, through GraphQL alone."""
