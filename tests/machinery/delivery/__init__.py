"""Tests of what leaves the house by itself."""
