"""Fields that are null although they have a value, because the actor may not read them."""

from enum import Enum


class Reason(Enum):
    """How far a field is withheld."""

    EVERYWHERE = "NOT_ALLOWED"
    """The actor may read it of no record here."""
    IN_PLACES = "NOT_ALLOWED_FOR_SOME"
    """The actor may read it of some of these records only."""
