"""The establishment of schools."""
