"""Mails: that something waits in the console, and never what it says."""
