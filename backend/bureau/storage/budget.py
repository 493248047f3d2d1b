"""Budgets: how often an account may ask what would tell too much if it were asked without end.

What is spent is counted in one row for each account, thing and period, so that all processes share it and two who
spend at once wait for each other.
"""

from dataclasses import dataclass
from datetime import date

from bureau.kernel.errors import Code, Refusal, fault
from bureau.kernel.words import Words
from bureau.settings import Settings
from bureau.storage.transaction import Transaction

DAY = Words("a day", "每日")
MONTH = Words("a month", "每月")


@dataclass(frozen=True, slots=True)
class Budget:
    """So many of one thing in a period, for each account."""

    name: str
    limit: int
    period: Words

    def begun(self, day: date) -> date:
        """The first day of the period in which `day` lies."""
        return day.replace(day=1) if self.period is MONTH else day


def lookups(settings: Settings) -> Budget:
    """How often somebody is looked for by a sealed value, be it by a look-up or by a write that tells of them."""
    return Budget("lookup", settings.lookups_per_day, DAY)


def reveals(settings: Settings) -> Budget:
    """How many sealed values are opened, one by one."""
    return Budget("reveal", settings.reveals_per_day, DAY)


def lookings(settings: Settings) -> Budget:
    """How many lists of who looked at a pupil a guardian asks for."""
    return Budget("looked", settings.who_looked_per_month, MONTH)


def matches(settings: Settings, table: str, record: int) -> Budget:
    """How often a value is compared with one that is sealed in a record."""
    return Budget(f"match.{table}.{record}", settings.matches_per_record, MONTH)


async def debit(tx: Transaction, budget: Budget, count: int = 1) -> None:
    """Spend of the actor's budget; raises Refusal BUDGET_SPENT, and spends nothing, where less than that is left.

    What is spent is given back if the transaction is not committed. The system itself has no account and no limit.
    """
    if tx.actor.account is not None and not await spend(tx, budget, count):
        raise all_spent(budget)


async def refuse_overdrawn(tx: Transaction, budget: Budget) -> None:
    """Raise Refusal BUDGET_SPENT where the actor was refused already for want of it."""
    sql = "SELECT 1 FROM budget WHERE account_id = $1 AND name = $2 AND since = $3 AND spent > $4"
    if await tx.fetch(sql, *_place(tx, budget), budget.limit):
        raise all_spent(budget)


async def spend(tx: Transaction, budget: Budget, count: int) -> bool:
    """Spend of the budget of an actor with an account, even more than is left; whether there was as much."""
    rows = await tx.fetch(
        "INSERT INTO budget (account_id, name, since, spent) VALUES ($1, $2, $3, $4)"
        " ON CONFLICT (account_id, name, since) DO UPDATE SET spent = budget.spent + $4 RETURNING spent",
        *_place(tx, budget),
        count,
    )
    return bool(rows[0][0] <= budget.limit)


def all_spent(budget: Budget) -> Refusal:
    """The refusal of whoever has nothing left."""
    return Refusal([fault(Code.BUDGET_SPENT, limit=budget.limit, period=budget.period)])


def _place(tx: Transaction, budget: Budget) -> tuple[int | None, str, date]:
    return tx.actor.account, budget.name, budget.begun(tx.clock.today())
