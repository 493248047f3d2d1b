"""Reconciliation with the registers of the nation: what differs, whose word counts, what lags, what comes back."""
