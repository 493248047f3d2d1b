"""Pages that the server writes itself: readable in light and dark, with forms to this site and no script at all."""

import base64
import hashlib

from starlette.responses import Response

_STYLE = """
:root { color-scheme: light dark }
body { font: 15px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem;
color: light-dark(#1c2733, #dde3ea); background: light-dark(#fff, #14191f) }
h1 { font-size: 1.4rem } h2 { font-size: 1.1rem; margin-top: 2.5rem } a { color: light-dark(#0b5cad, #7ab8f5) }
code { font-size: .85rem; overflow-wrap: anywhere } small, .said { color: light-dark(#5a6673, #9aa7b4) }
table { border-collapse: collapse; width: 100% } td, th { text-align: left; padding: .3rem .8rem .3rem 0;
vertical-align: top; border-bottom: 1px solid light-dark(#dde3ea, #2d3742); overflow-wrap: anywhere }
input, select { font: inherit; width: 16rem; max-width: 100%; box-sizing: border-box }
@media (max-width: 40rem) { tr, td { display: block; border-bottom: 0 } th { display: none } tr { padding: .4rem 0 } }
"""
_DIGEST = base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()
_HEADERS = {
    "content-security-policy": f"default-src 'none'; style-src 'sha256-{_DIGEST}'; form-action 'self';"
    " frame-ancestors 'none'; base-uri 'none'; object-src 'none'",
    "referrer-policy": "same-origin",
    "cache-control": "no-cache",
}


def plain_page(title: str, body: str, status: int = 200) -> Response:
    """A page of this title, whose body is markup."""
    text = (
        f'<!doctype html><html lang="zh"><head><meta charset="utf-8"><title>{title}</title>'
        '<meta name="viewport" content="width=device-width">'
        f"<style>{_STYLE}</style></head><body><h1>{title}</h1>{body}</body></html>"
    )
    return Response(text, status, headers=_HEADERS, media_type="text/html")
