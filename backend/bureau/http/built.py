"""The files of the build: those whose names carry a digest of their content, and the few beside the page."""

from collections.abc import Callable, Mapping
from pathlib import Path, PurePosixPath

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from bureau.http import policies
from bureau.http.headers import accepts

ROOT = ("/sw.js", "/registerSW.js", "/workbox-{digest}.js", "/manifest.webmanifest", "/favicon.svg", "/icons/{name}")
"""The addresses of what lies beside the page and is given out; nothing else that lies there is."""

_COMPRESSED = {"br": ".br", "gzip": ".gz"}
"""How the siblings end that a build leaves of a file, the smallest first."""

_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".ico": "image/x-icon",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".mjs": "text/javascript; charset=utf-8",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json",
    ".woff2": "font/woff2",
}
"""Media types, whatever the machine believes of these endings."""

_FOREVER = "public, max-age=31536000, immutable"
_DAY = "public, max-age=86400"

Said = Mapping[str, str]


class BuiltFiles(StaticFiles):
    """Files with the headers that `said` has for each, compressed where the build did that and the client takes it."""

    def __init__(self, directory: Path, said: Callable[[PurePosixPath], Said]) -> None:
        super().__init__(directory=directory, check_dir=False)
        self._said = said

    async def check_config(self) -> None:
        """What is not built yet is not there, and no defect."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        if path.endswith(tuple(_COMPRESSED.values())):
            raise HTTPException(404)
        response = await self._compressed(path, scope) or await super().get_response(path, scope)
        name = PurePosixPath(path)
        if "content-type" in response.headers:
            response.headers["content-type"] = _TYPES.get(name.suffix, response.headers["content-type"])
        if name.suffix in (".js", ".mjs"):
            response.headers["content-security-policy"] = policies.SCRIPT
        response.headers.update({"vary": "Accept-Encoding", **self._said(name)})
        return response

    async def _compressed(self, path: str, scope: Scope) -> Response | None:
        taken = Headers(scope=scope).get("accept-encoding", "")
        for encoding, ending in _COMPRESSED.items():
            if accepts(taken, encoding):
                try:
                    response = await super().get_response(f"{path}{ending}", scope)
                except HTTPException as error:
                    if error.status_code != 404:
                        raise
                else:
                    response.headers["content-encoding"] = encoding
                    return response
        return None


def assets(site: Path) -> BuiltFiles:
    """Files whose names carry a digest of their content: they never change."""
    return BuiltFiles(site / "assets", lambda name: {"cache-control": _FOREVER})


def root_files(site: Path) -> BuiltFiles:
    """What makes the console an application that can be installed: its worker, its manifest, its icons."""
    return BuiltFiles(site, _said_of_root)


def _said_of_root(name: PurePosixPath) -> Said:
    if name.name == "sw.js":
        return {"cache-control": "no-cache", "service-worker-allowed": "/"}
    if name.name.startswith("workbox-"):
        return {"cache-control": _FOREVER}
    return {"cache-control": "no-cache" if name.suffix in (".js", ".webmanifest") else _DAY}
