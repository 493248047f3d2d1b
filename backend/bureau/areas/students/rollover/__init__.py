"""The year's roll-over: pupils and classes of many schools go up a grade, previewed, at once, and back if need be."""
