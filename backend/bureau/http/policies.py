"""The content security policies of our pages: what each may load, run and ask.

Trusted Types are not required of the console: the libraries that draw its charts, maps and styles write markup.
"""

_KEPT_IN = "frame-ancestors 'none'; base-uri 'none'; object-src 'none'"
_OURS = "connect-src 'self'; worker-src 'self'"

GRAPHIQL = (  # its editor writes styles into the page while it runs, and nothing but styles
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
    f" font-src 'self' data:; {_OURS}; {_KEPT_IN}; form-action 'none'"
)

SCRIPT = f"default-src 'none'; script-src 'self'; connect-src 'self'; {_KEPT_IN}; form-action 'none'"
"""What a script of ours may do where it runs as a worker: a worker's policy comes with its script."""


def console(nonce: str) -> str:
    """The policy of the console's page; what has the nonce may add styles, and attributes may hold some, as those of
    charts do.
    """
    return (
        f"default-src 'none'; script-src 'self'; style-src 'self' 'nonce-{nonce}'; style-src-attr 'unsafe-inline';"
        f" img-src 'self' data: blob:; font-src 'self'; manifest-src 'self'; {_OURS}; {_KEPT_IN}; form-action 'self'"
    )
