"""The catalogue, as the API shows it: which kinds, fields, words, verbs and rights there are for the one who asks."""
