"""Where records are kept: models, tables, transactions, history, journal, seals and migrations."""
