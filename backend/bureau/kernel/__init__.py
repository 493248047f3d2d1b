"""The vocabulary every other layer speaks: kinds, fields, actors, rules, errors and values, in plain Python."""
