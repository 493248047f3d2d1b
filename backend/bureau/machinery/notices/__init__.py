"""What the product tells the holder of an account without being asked."""
