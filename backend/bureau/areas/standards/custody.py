"""What of a pre-payment is released: its share of the class-hours taught, never more (消拨同步, §1.6)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Balance:
    """Where one pre-payment stands in custody; money is fen."""

    amount: int
    class_hours: int
    """The class-hours that it pays for."""
    released: int = 0
    refunded: int = 0
    refunded_hours: int = 0

    @property
    def held(self) -> int:
        """What is still in the account."""
        return self.amount - self.released - self.refunded

    def untaught(self, taught: int) -> int:
        """The class-hours that were neither taught nor refunded."""
        return max(self.class_hours - self.refunded_hours - taught, 0)

    def to_release(self, taught: int) -> int:
        """What is to be released once so many class-hours are taught; less than nothing where lessons were taken back.

        A part of a fen is kept until the next lesson, and the last one releases the whole.
        """
        counted = min(taught, self.class_hours - self.refunded_hours)
        return self._share(counted) - self.released

    def to_refund(self, class_hours: int) -> int:
        """What so many class-hours come to that will not be taught: all that they would have released."""
        kept = self.class_hours - self.refunded_hours
        return self._share(kept) - self._share(kept - class_hours)

    def _share(self, class_hours: int) -> int:
        return self.amount * class_hours // self.class_hours
