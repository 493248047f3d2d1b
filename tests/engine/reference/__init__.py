"""The engine's answers, worked out once more: slowly, plainly, in Python, over rows in memory.

`executor` answers a query as graphql-core itself executes it, with resolvers that look through lists of rows;
`queries` makes random queries up. Neither knows how the engine plans or writes SQL.
"""
