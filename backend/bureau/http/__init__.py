"""The doors of the process: GraphQL over HTTP, health, metrics, and the pages."""
