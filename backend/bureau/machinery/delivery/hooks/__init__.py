"""Webhooks: a program is told which records changed, signed, by ids alone, and asks for the rest by its own rights."""
