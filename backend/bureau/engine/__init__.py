"""One selection becomes one SQL statement that returns finished JSON; knows kinds and tables, never GraphQL."""
