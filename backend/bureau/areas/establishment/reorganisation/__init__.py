"""Reorganisation: schools are merged or split, or whole classes placed elsewhere, at once and back if need be."""
