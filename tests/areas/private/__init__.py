"""Private schools, through GraphQL alone."""
