"""What leaves the house by itself: mails to those who hold accounts, webhooks to the programs of others."""
