"""What persons may ask of the bureau about their own data: a copy, a correction, a restriction, an erasure."""
