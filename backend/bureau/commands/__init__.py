"""What the commands do, once they know what is wanted."""
