"""A build of the front end as small as one can be: what it leaves behind, each file of some known content."""

import gzip
import json
from collections.abc import Iterable
from pathlib import Path

import brotli

from tests.support.stored import sha256

PAGE = """<!doctype html><html lang="zh"><head><meta charset="utf-8"><title>Bureau 教育局</title>
<meta name="csp-nonce" content="__NONCE__"><style nonce="__NONCE__">body { margin: 0 }</style>
<script type="module" src="/assets/app-1a2b3c.js"></script></head><body><div id="root"></div></body></html>
"""
SCRIPT = "console.log('the console');\n" * 200
LONE = "body { color: black }\n" * 200
"""A style sheet without compressed siblings."""

_FILES = {
    "index.html": PAGE,
    "graphiql.html": "<!doctype html><title>GraphiQL</title>",
    "sw.js": "self.skipWaiting();",
    "registerSW.js": "navigator.serviceWorker.register('/sw.js');",
    "workbox-1a2b3c.js": "define(() => {});",
    "manifest.webmanifest": '{"name": "Bureau"}',
    "favicon.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
    "icons/icon-192.png": "a picture",
    "stats.html": "<script>no page</script>",
    "assets/app-1a2b3c.js": SCRIPT,
    "assets/lone-1a2b3c.css": LONE,
    "assets/font-1a2b3c.woff2": "a font",
}


def build(site: Path, documents: Iterable[str] = (), **more: str) -> Path:
    """Leave a build in a directory, with these documents; `more` are those under ids of somebody's choice."""
    for name, text in _FILES.items():
        path = site / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    script = site / "assets/app-1a2b3c.js"
    script.with_suffix(".js.br").write_bytes(brotli.compress(SCRIPT.encode()))
    script.with_suffix(".js.gz").write_bytes(gzip.compress(SCRIPT.encode()))
    known = {sha256(text): text for text in documents} | more
    (site / "documents.json").write_text(json.dumps(known), "utf-8")
    return site
