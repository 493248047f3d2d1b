"""Identity providers that tests sign in through: a real one, run by Node, and one of our own that tells lies."""

import base64
import contextlib
import hmac
import html
import json
import re
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, parse_qsl, urlencode, urljoin, urlsplit

import httpx
from joserfc import jwt
from joserfc.jwk import RSAKey

from tests.support.files import wait_for
from tests.support.signing_in import ask, sign_in

_FOLDER = Path(__file__).parents[1] / "oidc"
_NODE = Path(sys.executable).with_name("node")
CLIENT = "bureau"
BIND = """mutation($username: String!, $subject: String!) { bindIdentity(input: {username: $username, subject: $subject}) {
  accountIdentity { id issuer subject account { username } } errors { code path message } } }"""


def new_key(kid: str) -> RSAKey:
    """A key that a provider signs with."""
    return RSAKey.generate_key(2048, {"use": "sig", "alg": "RS256", "kid": kid})


def settings_of(issuer: str, port: int, **more: Any) -> dict[str, Any]:
    """The settings of a bureau on a port that has this provider."""
    return {"oidc_issuer": issuer, "oidc_client_id": CLIENT, "origins": f"http://127.0.0.1:{port}", **more}


@dataclass
class RealProvider:
    """A provider in a process of its own, which knows bureaus on some ports."""

    port: int
    directory: Path
    bureaus: tuple[int, ...]
    _process: "subprocess.Popen[bytes] | None" = None

    @property
    def issuer(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self, kid: str = "first") -> None:
        """Begin anew, with a key of this name and nobody signed in."""
        self.stop()
        origins = [f"http://127.0.0.1:{port}" for port in self.bureaus]
        said = {
            "redirect_uris": [f"{origin}/oidc/callback" for origin in origins],
            "post_logout_redirect_uris": [f"{origin}/" for origin in origins],
            "response_types": ["code"],
            "grant_types": ["authorization_code"],
            "backchannel_logout_uri": f"{origins[0]}/oidc/back-channel",
        }
        public = {
            "client_id": CLIENT,
            "token_endpoint_auth_method": "none",
            "backchannel_logout_session_required": True,
        }
        secret = {"client_id": "confidential", "client_secret": "a secret: of 100 % & more"}
        told = {
            "port": self.port,
            "clients": [{**said, **public}, {**said, **secret}],
            "keys": [new_key(kid).as_dict(private=True)],
        }
        path = self.directory / "provider.json"
        path.write_text(json.dumps(told))
        assert (_FOLDER / "node_modules" / ".installed").exists(), "make tests/oidc/node_modules/.installed"
        with (self.directory / "provider.log").open("ab") as log:
            command = [_NODE, "provider.mjs", path]
            self._process = subprocess.Popen(command, cwd=_FOLDER, stdin=subprocess.PIPE, stdout=log, stderr=log)
        wait_for(self.port)

    def stop(self) -> None:
        """Be out of reach."""
        if self._process:
            self._process.communicate()  # it ends with its input
            self._process = None


@contextlib.contextmanager
def real_provider(port: int, directory: Path, *bureaus: int) -> Iterator[RealProvider]:
    """A provider that runs while the context lasts."""
    provider = RealProvider(port, directory, bureaus)
    provider.start()
    try:
        yield provider
    finally:
        provider.stop()


# A browser ----------------------------------------------------------------------------------------------------------


def leave(browser: httpx.Client, to: str = "/graphiql") -> str:
    """Set out to sign in; where the browser is sent."""
    reply = browser.get("/oidc/start", params={"to": to})
    assert reply.status_code == 303, reply.text
    return reply.headers["location"]


def visit(browser: httpx.Client, address: str, name: str, *, aborts: bool = False) -> str:
    """Fill in the forms of the real provider as somebody; where it sends the browser back to."""
    reply = browser.get(address)
    for _ in range(12):
        if reply.is_redirect:
            address = urljoin(str(reply.request.url), reply.headers["location"])
            if urlsplit(address).path.startswith("/oidc/"):
                return address
            reply = browser.get(address)
        elif aborts:
            (away,) = re.findall(r'href="([^"]*/abort)"', reply.text)
            reply = browser.get(urljoin(str(reply.request.url), away))
        else:
            found = re.search(r'<form[^>]*action="([^"]*)"', reply.text)
            assert found, reply.text
            action = found[1]
            hidden = dict(re.findall(r'<input type="hidden" name="([^"]*)" value="([^"]*)"', reply.text))
            form = {**hidden, "login": name, "password": "anything"}
            reply = browser.post(urljoin(str(reply.request.url), html.unescape(action)), data=form)
    raise AssertionError(f"the provider never sends anybody back: {reply.status_code} {reply.text[:500]}")


def enter(browser: httpx.Client, name: str, to: str = "/graphiql") -> httpx.Response:
    """Sign in through the real provider as somebody; the answer to coming back."""
    return browser.get(visit(browser, leave(browser, to), name))


def answer(back: str) -> dict[str, str]:
    """What the provider sends a browser back with."""
    return dict(parse_qsl(urlsplit(back).query))


def bind(admin: httpx.Client, username: str, subject: str) -> Any:
    """Bind an account, as a security administrator."""
    return ask(admin, BIND, username=username, subject=subject)["bindIdentity"]


def as_admin(admin: httpx.Client, username: str = "guard") -> httpx.Client:
    """A client that is signed in with a password."""
    assert sign_in(admin, username)["errors"] == []
    return admin


# A liar -------------------------------------------------------------------------------------------------------------


class At(int):
    """A moment in a claim, in seconds from when the token is made."""


@dataclass
class Lie:
    """What is otherwise than it should be in what the provider of our own answers."""

    claims: Mapping[str, Any] = field(default_factory=dict)
    """Claims in place of the true ones; None leaves one out."""
    token: Callable[[dict[str, Any], "LyingProvider"], str] | None = None
    """Makes the token of the claims."""
    back: Mapping[str, str | None] = field(default_factory=dict)
    """Parameters of the answer that the browser carries, as for claims."""
    document: Mapping[str, Any] = field(default_factory=dict)
    """What the discovery document says."""
    userinfo: Mapping[str, Any] = field(default_factory=dict)
    raw: bytes | None = None
    """What is answered in place of tokens."""


class LyingProvider:
    """A provider of our own, in this process; what it tells is true but for its `lie`."""

    def __init__(self, port: int) -> None:
        self.issuer = f"http://127.0.0.1:{port}"
        self.key, self.other = new_key("ours"), new_key("ours")
        self.lie = Lie()
        self.asked: list[tuple[str, Mapping[str, str]]] = []
        self.subject = "liar"
        self._nonce = ""
        provider = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                self._tell({})

            def do_POST(self) -> None:
                size = int(self.headers.get("content-length", 0))
                self._tell({k: v[0] for k, v in parse_qs(self.rfile.read(size).decode()).items()})

            def _tell(self, form: Mapping[str, str]) -> None:
                body = provider.told(urlsplit(self.path).path, form)
                self.send_response(200 if body is not None else 404)
                self.send_header("content-type", "application/json")
                self.end_headers()
                self.wfile.write(body or b"")

            def log_message(self, *_: Any) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", port), Handler)
        self._thread = threading.Thread(target=self._server.serve_forever)

    def __enter__(self) -> "LyingProvider":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def told(self, path: str, form: Mapping[str, str]) -> bytes | None:
        """The answer to a request; None where there is nothing."""
        self.asked.append((path, form))
        match path:
            case "/.well-known/openid-configuration":
                return json.dumps(_without({**self._document(), **self.lie.document})).encode()
            case "/jwks":
                return json.dumps({"keys": [self.key.as_dict(private=False)]}).encode()
            case "/token":
                token = (self.lie.token or signed)(self.claims(**self.lie.claims), self)
                given = {"access_token": "an access token", "token_type": "Bearer", "id_token": token}
                return self.lie.raw if self.lie.raw is not None else json.dumps(given).encode()
            case "/userinfo":
                return json.dumps({"sub": self.subject, **self.lie.userinfo}).encode()
        return None

    def claims(self, **changed: Any) -> dict[str, Any]:
        """The claims of an ID token, some of them changed or, where None, left out."""
        now = int(time.time())
        true = {"iss": self.issuer, "aud": CLIENT, "sub": self.subject, "exp": now + 300, "iat": now, "auth_time": now}
        moments = {name: now + int(value) if isinstance(value, At) else value for name, value in changed.items()}
        return _without({**true, "nonce": self._nonce, **moments})

    def answer(self, address: str) -> str:
        """What it sends a browser back with that came to sign in."""
        asked = dict(parse_qsl(urlsplit(address).query))
        self._nonce = asked["nonce"]
        back = _without({"code": "a-code", "state": asked["state"], "iss": self.issuer, **self.lie.back})
        return f"{asked['redirect_uri']}?{urlencode(back)}"

    def _document(self) -> dict[str, Any]:
        return {
            "issuer": self.issuer,
            "authorization_endpoint": f"{self.issuer}/authorize",
            "token_endpoint": f"{self.issuer}/token",
            "userinfo_endpoint": f"{self.issuer}/userinfo",
            "jwks_uri": f"{self.issuer}/jwks",
            "authorization_response_iss_parameter_supported": True,
        }


def _without(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value is not None}


def signed(claims: Mapping[str, Any], provider: LyingProvider) -> str:
    """A token as it should be."""
    return jwt.encode({"alg": "RS256", "kid": "ours"}, dict(claims), provider.key)


def signed_by_another(claims: Mapping[str, Any], provider: LyingProvider) -> str:
    """A token under the name of the provider's key, by another."""
    return jwt.encode({"alg": "RS256", "kid": "ours"}, dict(claims), provider.other)


def unsigned(claims: Mapping[str, Any], provider: LyingProvider) -> str:
    """A token that says that it needs no signature."""
    return f"{_part({'alg': 'none', 'kid': 'ours'})}.{_part(claims)}."


def tampered(claims: Mapping[str, Any], provider: LyingProvider) -> str:
    """A token with the signature of another one."""
    head, _, _ = signed(claims, provider).split(".")
    _, body, _ = signed({**claims, "sub": "somebody else"}, provider).split(".")
    return ".".join((head, body, signed(claims, provider).split(".")[2]))


def with_shared_secret(claims: Mapping[str, Any], provider: LyingProvider) -> str:
    """A token signed with what everybody knows: the public key, taken for a secret."""
    said = f"{_part({'alg': 'HS256', 'kid': 'ours'})}.{_part(claims)}"
    signature = hmac.digest(provider.key.as_pem(private=False), said.encode(), "sha256")
    return f"{said}.{_encoded(signature)}"


def _part(value: Mapping[str, Any]) -> str:
    return _encoded(json.dumps(value).encode())


def _encoded(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()
