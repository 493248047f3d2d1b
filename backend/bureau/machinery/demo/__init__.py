"""A made-up city, for trying the product and for measuring it."""
