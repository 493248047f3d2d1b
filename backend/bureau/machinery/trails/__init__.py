"""The trails looked through: who saw one person, and whom an account saw."""
