"""The catalogue as one GraphQL schema, and the path of a request through it."""
