"""What a token leaves of the rights of its account: some roles, some kinds, reading alone, stored documents alone."""

from dataclasses import dataclass, replace

from bureau.kernel.rules import Rule

_NOTHING = Rule(is_settled=True)


@dataclass(frozen=True, slots=True)
class Narrowing:
    """Where a token is narrowed; it never adds anything, and is applied to what the account holds at the time."""

    roles: frozenset[str] | None = None
    """The roles it acts under; None for all. With these alone, what the account has besides roles is not the token's:
    its wards, the classes it heads, what was shared with it, and what is its own, but of kinds that are named."""
    kinds: frozenset[str] | None = None
    """The kinds it knows of, as the API calls them; None for all."""
    reads_only: bool = False
    stored_only: bool = False
    """Whether it asks by stored documents alone."""
    documents: frozenset[str] = frozenset()
    """The names or ids of those it may ask by; any of them where none is named."""

    def admits(self, rule: Rule) -> bool:
        """Whether a rule counts for the token at all; one that is about no kind counts for none narrowed to kinds."""
        if rule.is_settled:
            return True
        is_known = self.kinds is None or not self.kinds.isdisjoint(rule.kinds)
        return is_known and not (rule.writes and self.reads_only)

    def left_of(self, rule: Rule) -> Rule:
        """What it leaves of a rule."""
        if not self.admits(rule):
            return _NOTHING
        return replace(rule, own=False) if self.roles is not None and self.kinds is None else rule

    def admits_document(self, *names: str) -> bool:
        """Whether it may ask by the document of these names."""
        return not self.documents or not self.documents.isdisjoint(names)

    @property
    def sight(self) -> str:
        """What it changes of what is seen, besides the grants; the same for two that see alike, empty for nothing."""
        if self.roles is None and self.kinds is None:
            return ""
        return f"{self.roles is not None} {'*' if self.kinds is None else ' '.join(sorted(self.kinds))}"


UNNARROWED = Narrowing()
