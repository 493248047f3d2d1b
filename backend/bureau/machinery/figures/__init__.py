"""Figures for those who see no persons: counts by unit, published so that nobody can be made out from them."""
