"""Interchange: what other systems deliver and take."""
