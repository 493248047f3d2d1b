"""Who may be one person: what two entries have in common, found by keys and weighed by dated points."""
