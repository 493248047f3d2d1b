"""The console's page at all of its addresses, under its policy, and the files of its build."""

import os
import re
import socket
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest

from tests.support.built import LONE, PAGE, SCRIPT, build
from tests.support.live import Live, browser, listening

HTML = {"accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}
APP = "/assets/app-1a2b3c.js"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("site"))


@pytest.fixture(scope="module")
def url(live: Live, site: Path) -> Iterator[str]:
    with listening(live.settings, site=site) as found:
        yield found


@pytest.fixture(scope="module")
def page(url: str) -> Iterator[httpx.Client]:
    """A browser that goes to an address, as its reader typed or followed it."""
    with browser(url, **HTML) as client:
        yield client


def directives(reply: httpx.Response) -> dict[str, str]:
    parts = (part.strip().partition(" ") for part in reply.headers["content-security-policy"].split(";"))
    return {name: sources for name, _, sources in parts}


def raw(url: str, target: str, **headers: str) -> tuple[int, str]:
    """The status and the body of what is at a target that no client has tidied up."""
    said = "".join(f"{name}: {value}\r\n" for name, value in {**HTML, **headers}.items())
    where = urlsplit(url)
    with socket.create_connection((where.hostname or "", where.port or 0), timeout=30) as connection:
        connection.sendall(f"GET {target} HTTP/1.1\r\nhost: {where.netloc}\r\n{said}connection: close\r\n\r\n".encode())
        answer = b"".join(iter(lambda: connection.recv(65536), b"")).decode("latin-1")
    head, _, body = answer.partition("\r\n\r\n")
    return int(head.split()[1]), body


@pytest.mark.parametrize(
    "path",
    ["/", "/registers/Student", "/registers/Student/", "/sign-in", "/desk/registrar", "/登记", "/queue", "/filesystem",
     "/assets-of-the-bureau", "/registers/Student/Student:12", "/registers/a.b/c?filter=x.y"],
)  # fmt: skip
def test_every_address_of_the_console_answers_its_page(page: httpx.Client, path: str) -> None:
    reply = page.get(path)
    assert reply.status_code == 200
    assert reply.headers["content-type"] == "text/html; charset=utf-8"
    assert reply.headers["cache-control"] == "no-cache"
    assert "__NONCE__" not in reply.text
    assert re.sub(r'(?<=content=")[\w-]{24}(?=")|(?<=nonce=")[\w-]{24}(?=")', "__NONCE__", reply.text) == PAGE
    head = page.head(path)
    assert (head.status_code, head.content) == (200, b"")


@pytest.mark.parametrize(
    "path",
    ["/nothing.js", "/registers/Student.html", "/index.html", "/graphiql.html", "/stats.html", "/documents.json",
     "/.built", "/assets/", "/assets/nothing", "/assets/nothing.js", "/assets/app-1a2b3c.js.br", "/graphql/nothing",
     "/graphiql/nothing", "/health", "/health/nothing", "/oidc", "/oidc/nothing", "/metrics/nothing", "/icons",
     "/icons/nothing.png", "/icons/icon-192.png/more", "/workbox-.js.map", "/robots.txt"],
)  # fmt: skip
def test_what_is_none_of_its_addresses_is_not_there(page: httpx.Client, path: str) -> None:
    assert page.get(path).status_code == 404


def test_the_paths_of_queries_and_files_keep_their_own_errors(page: httpx.Client) -> None:
    for path in ("/q/nothing", "/files/nothing"):
        reply = page.get(path)
        assert (reply.status_code, reply.headers["content-type"]) == (404, "application/json")


def test_what_asks_for_no_page_gets_none(url: str, page: httpx.Client) -> None:
    with browser(url, accept="application/json, */*") as program:
        assert program.get("/registers/Student").status_code == 404
        assert program.get("/").status_code == 200
    for method in ("POST", "PUT", "DELETE"):
        assert page.request(method, "/registers/Student").status_code == 404


def test_the_page_runs_under_a_policy_whose_nonce_is_new_each_time(page: httpx.Client) -> None:
    nonces = set()
    for path in ("/", "/", "/registers/Student"):
        reply = page.get(path)
        policy = directives(reply)
        (nonce,) = re.findall(r"'nonce-([\w-]+)'", policy["style-src"])
        assert reply.text.count(nonce) == 2
        nonces.add(nonce)
        assert policy == {
            "default-src": "'none'",
            "script-src": "'self'",
            "style-src": f"'self' 'nonce-{nonce}'",
            "style-src-attr": "'unsafe-inline'",
            "img-src": "'self' data: blob:",
            "font-src": "'self'",
            "manifest-src": "'self'",
            "connect-src": "'self'",
            "worker-src": "'self'",
            "form-action": "'self'",
            "frame-ancestors": "'none'",
            "base-uri": "'none'",
            "object-src": "'none'",
        }
    assert len(nonces) == 3


def test_a_page_that_is_built_anew_is_read_anew(live: Live, tmp_path: Path) -> None:
    with listening(live.settings, site=tmp_path / "site") as url, browser(url, **HTML) as page:
        unbuilt = page.get("/sign-in")
        assert (unbuilt.status_code, "make setup" in unbuilt.text) == (503, True)
        assert page.get("/graphiql").status_code == 503
        assert page.get(APP).status_code == 404
        index = build(tmp_path / "site") / "index.html"
        assert page.get("/sign-in").status_code == 200
        index.write_text("<title>another</title>")
        os.utime(index, ns=(1, 1))
        assert page.get("/sign-in").text == "<title>another</title>"
        index.unlink()
        assert page.get("/sign-in").status_code == 503


@pytest.mark.parametrize(
    ("path", "media", "kept"),
    [
        ("/sw.js", "text/javascript; charset=utf-8", "no-cache"),
        ("/registerSW.js", "text/javascript; charset=utf-8", "no-cache"),
        ("/manifest.webmanifest", "application/manifest+json", "no-cache"),
        ("/workbox-1a2b3c.js", "text/javascript; charset=utf-8", "public, max-age=31536000, immutable"),
        ("/favicon.svg", "image/svg+xml", "public, max-age=86400"),
        ("/icons/icon-192.png", "image/png", "public, max-age=86400"),
        ("/assets/font-1a2b3c.woff2", "font/woff2", "public, max-age=31536000, immutable"),
        ("/assets/lone-1a2b3c.css", "text/css; charset=utf-8", "public, max-age=31536000, immutable"),
        (APP, "text/javascript; charset=utf-8", "public, max-age=31536000, immutable"),
    ],
)
def test_files_of_the_build_have_their_types_and_are_kept(page: httpx.Client, path: str, media: str, kept: str) -> None:
    reply = page.get(path)
    assert (reply.status_code, reply.headers["content-type"], reply.headers["cache-control"]) == (200, media, kept)
    assert reply.headers.get("service-worker-allowed") == ("/" if path == "/sw.js" else None)
    policy = directives(reply)
    assert (policy["default-src"], policy["frame-ancestors"], policy["base-uri"]) == ("'none'", "'none'", "'none'")
    runs = path.endswith(".js")
    assert (policy.get("script-src"), policy.get("connect-src")) == (("'self'", "'self'") if runs else (None, None))
    again = page.get(path, headers={"if-none-match": reply.headers["etag"]})
    assert (again.status_code, again.headers["cache-control"]) == (304, kept)
    assert again.headers["content-security-policy"] == reply.headers["content-security-policy"]


@pytest.mark.parametrize(
    ("asked", "encoding"),
    [("br", "br"), ("gzip", "gzip"), ("gzip, deflate, br, zstd", "br"), ("br;q=0, gzip;q=0.5", "gzip"),
     ("identity", None), ("br;q=0", None)],
)  # fmt: skip
def test_what_the_build_compressed_is_given_as_it_lies_there(
    page: httpx.Client, site: Path, asked: str, encoding: str | None
) -> None:
    with page.stream("GET", APP, headers={"accept-encoding": asked}) as reply:
        sent = b"".join(reply.iter_raw())
    assert reply.headers.get("content-encoding") == encoding
    assert "accept-encoding" in reply.headers["vary"].lower()
    ending = {"br": ".br", "gzip": ".gz", None: ""}[encoding]
    assert sent == (site / f"{APP[1:]}{ending}").read_bytes()
    assert page.get(APP, headers={"accept-encoding": asked}).text == SCRIPT


def test_what_it_did_not_compress_is_compressed_on_the_way(page: httpx.Client) -> None:
    for asked in ("br", "gzip", "zstd"):
        with page.stream("GET", "/assets/lone-1a2b3c.css", headers={"accept-encoding": asked}) as reply:
            sent = b"".join(reply.iter_raw())
        assert reply.headers["content-encoding"] == asked
        assert "accept-encoding" in reply.headers["vary"].lower()
        assert len(sent) < len(LONE) / 4


@pytest.mark.parametrize(
    "target",
    ["/../pages.py", "/..%2fpages.py", "/%2e%2e/pages.py", "/..%2f", "/..%2f..%2f", "/assets/../documents.json",
     "/assets/../", "/assets/..%2f", "/assets/..%2findex.html", "/assets/..%2f..%2fpages.py",
     "/assets/%2e%2e/%2e%2e/pages.py", "/assets//etc/passwd", "/assets/%2fetc%2fpasswd", "/assets/..%5cindex.html",
     "/assets/%00", "/icons/..", "/icons/..%2fdocuments.json", "/icons/%2e%2e%2findex.html", "/icons/",
     "/icons/..%2f..%2fpages.py", "/workbox-/../documents.js", "/workbox-..%2f..%2fx.js", "/./documents.json",
     "/registers/../documents.json", "/registers/..", "//documents.json"],
)  # fmt: skip
def test_no_way_leads_out_of_what_is_given_out(url: str, target: str) -> None:
    assert raw(url, target)[0] == 404, raw(url, target)
