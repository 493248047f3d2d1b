"""Which days are worked, and when a time that is counted in working days is over (工作日历)."""
