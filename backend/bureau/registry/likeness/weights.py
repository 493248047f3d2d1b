"""How much each thing that two entries have in common counts: dated points, and the sum from which staff are asked."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache

from bureau.kernel.shipped import in_force, shipped_rows


class Feature(StrEnum):
    """What two entries have in common, or what tells them apart."""

    SAME_NAME = "SAME_NAME"
    LOOKALIKE_NAME = "LOOKALIKE_NAME"
    SAME_SOUND = "SAME_SOUND"
    ONE_CHARACTER = "ONE_CHARACTER"
    SAME_BIRTHDAY = "SAME_BIRTHDAY"
    SWAPPED_BIRTHDAY = "SWAPPED_BIRTHDAY"
    ONE_DIGIT = "ONE_DIGIT"
    SAME_SEX = "SAME_SEX"
    OTHER_SEX = "OTHER_SEX"
    OTHER_DOCUMENT = "OTHER_DOCUMENT"
    ONE_DOCUMENT = "ONE_DOCUMENT"
    TWO_RESIDENTS = "TWO_RESIDENTS"
    SAME_GUARDIAN = "SAME_GUARDIAN"
    OWN_PHONE = "OWN_PHONE"
    SAME_PHONE = "SAME_PHONE"
    SAME_SCHOOL = "SAME_SCHOOL"
    TWINS = "TWINS"


CIRCLES = frozenset({Feature.SAME_GUARDIAN, Feature.SAME_PHONE, Feature.SAME_SCHOOL})
"""What is known of those around a person, and not of the person."""

_THRESHOLD = "THRESHOLD"


@dataclass(frozen=True)
class Weights:
    """The points of one day."""

    points: Mapping[str, int]

    @property
    def threshold(self) -> int:
        return self.points[_THRESHOLD]

    def score(self, features: Iterable[Feature]) -> int:
        """The sum of the points of what is found."""
        return sum(self.points[feature] for feature in features)

    def may_reach(self, features: Iterable[Feature]) -> bool:
        """Whether those around two persons could lift them over the threshold."""
        return self.score(features) + self.most_of_circles >= self.threshold

    @property
    def most_of_circles(self) -> int:
        """The points that those around two persons can add at the most."""
        return sum(self.points[feature] for feature in CIRCLES)

    @property
    def residents_are_two(self) -> bool:
        """Whether two persons with a resident identity number each are never one, whatever else they share."""
        alike = (Feature.SAME_NAME, Feature.SAME_BIRTHDAY, Feature.SAME_SEX, Feature.OWN_PHONE)
        return self.score((*alike, Feature.TWO_RESIDENTS)) + self.most_of_circles < self.threshold


@lru_cache(maxsize=1)
def _rows() -> list[dict[str, str]]:
    return shipped_rows("bureau.registry", "likeness.csv")


@lru_cache(maxsize=16)
def weights(day: date) -> Weights:
    """The points that hold on a day."""
    return Weights({row["feature"]: int(row["points"]) for row in in_force(_rows(), day)})
