"""Resumable uploads at /files, as lossy, hostile and ordinary clients send them, on either store of bytes."""

import base64
import hashlib
import socket
import threading
import time
from collections.abc import Iterator
from urllib.parse import urlsplit

import httpx
import pytest

from tests.support import files
from tests.support.databases import Server
from tests.support.files import TUS, Uploader, uploader
from tests.support.live import browser, listening
from tests.support.world import World

TEXT = ("学生名单，每行一人。\n" * 200).encode()
LIMIT = 12_000_000


@pytest.fixture(scope="module", params=files.STORES)
def url(request: pytest.FixtureRequest, ready: tuple[str, World], server: Server) -> Iterator[str]:
    """A bureau that takes files into a directory, or into a bucket."""
    name, _ = ready
    limits = {"max_file_bytes": LIMIT, "max_unfinished_uploads": 3, "data_dir": server.directory / request.param}
    if request.param == "local":
        with listening(server.settings(name, **limits)) as found:
            yield found
    else:
        with files.bucket() as bucket, listening(server.settings(name, **limits, files_url=bucket)) as found:
            yield found


@pytest.fixture
def registrar(url: str) -> Iterator[Uploader]:
    with uploader(url) as found:
        yield found


@pytest.fixture
def fresh(registrar: Uploader) -> Iterator[str]:
    """An upload of TEXT that was just begun, and is over afterwards."""
    address = registrar.begin(len(TEXT)).headers["location"]
    yield address
    registrar.client.delete(address, headers=TUS)


def code(reply: httpx.Response) -> str:
    return str(reply.json()["errors"][0]["extensions"]["code"])


def test_a_server_says_what_it_can_do_to_those_who_did_not_sign_in(url: str) -> None:
    reply = httpx.options(f"{url}/files")
    assert reply.status_code == 204
    assert reply.headers["tus-version"] == "1.0.0"
    assert set(reply.headers["tus-extension"].split(",")) == {"creation", "termination", "expiration"}
    assert reply.headers["tus-max-size"] == str(LIMIT)


def test_an_upload_in_pieces_comes_back_whole(registrar: Uploader) -> None:
    url = registrar.upload(TEXT, piece=1000)
    assert registrar.state(url) == "READY"
    assert registrar.client.get(url).content == TEXT


def test_an_upload_larger_than_a_part_comes_back_whole(registrar: Uploader) -> None:
    data = TEXT * (11_000_000 // len(TEXT))
    url = registrar.upload(data)
    assert registrar.state(url) == "READY"
    reply = registrar.client.get(url)
    assert hashlib.sha256(reply.content).digest() == hashlib.sha256(data).digest()
    assert reply.headers["etag"] == f'"{hashlib.sha256(data).hexdigest()}"'


def test_an_upload_says_where_it_goes_on_and_until_when(registrar: Uploader, fresh: str) -> None:
    reply = registrar.send(fresh, 0, TEXT[:100])
    assert (reply.status_code, reply.headers["upload-offset"]) == (204, "100")
    assert reply.headers["upload-expires"].endswith("GMT")
    known = registrar.head(fresh)
    assert known.status_code == 200
    assert known.headers["upload-offset"] == "100"
    assert known.headers["upload-length"] == str(len(TEXT))
    name, use = known.headers["upload-metadata"].split(",")
    assert base64.b64decode(name.removeprefix("filename ")).decode() == "名单.txt"
    assert base64.b64decode(use.removeprefix("use ")) == b"ATTACHMENT"
    assert known.headers["cache-control"] == "no-store"
    assert known.headers["bureau-file-state"] == "INCOMPLETE"


def test_ids_of_files_follow_from_nothing(registrar: Uploader) -> None:
    replies = [registrar.begin(10) for _ in range(3)]
    numbers = [int(reply.headers["location"].removeprefix("/files/")) for reply in replies]
    assert [reply.headers["bureau-file-id"] for reply in replies] == [f"File:{number}" for number in numbers]
    assert len(set(numbers)) == 3
    assert sum(number > 2**40 for number in numbers) >= 2
    for number in numbers:
        assert registrar.client.delete(f"/files/{number}", headers=TUS).status_code == 204


def broken_off(registrar: Uploader, address: str, sent: bytes, seconds: float) -> None:
    """Begin to send all of TEXT, and go away after `sent`."""
    parts = urlsplit(str(registrar.client.base_url))
    head = (
        f"PATCH {address} HTTP/1.1\r\nHost: {parts.netloc}\r\nTus-Resumable: 1.0.0\r\n"
        f"Cookie: bureau_session={registrar.client.cookies['bureau_session']}\r\nOrigin: {registrar.client.base_url}\r\n"
        f"Content-Type: application/offset+octet-stream\r\nUpload-Offset: 0\r\nContent-Length: {len(TEXT)}\r\n\r\n"
    )
    with socket.create_connection((str(parts.hostname), parts.port or 80)) as line:
        line.sendall(head.encode() + sent)
        time.sleep(seconds)  # what the server did not read before the line broke, it never sees


def test_what_arrived_before_a_line_broke_counts(registrar: Uploader, fresh: str) -> None:
    sent = TEXT[:1234]
    for seconds in (0.2, 1, 5):
        broken_off(registrar, fresh, sent, seconds)
        time.sleep(0.2)
        if registrar.offset(fresh):
            break
    assert registrar.offset(fresh) == len(sent)
    assert registrar.send(fresh, len(sent), TEXT[len(sent) :]).status_code == 204
    registrar.state(fresh)
    assert registrar.client.get(fresh).content == TEXT


@pytest.mark.parametrize("offset", [1, 50, len(TEXT), 2**50])
def test_a_piece_at_another_offset_is_refused(registrar: Uploader, fresh: str, offset: int) -> None:
    reply = registrar.send(fresh, offset, b"abc")
    assert (reply.status_code, code(reply)) == (409, "OFFSET_CONFLICT")
    assert reply.json()["errors"][0]["extensions"]["offset"] == 0
    assert registrar.offset(fresh) == 0


def test_of_two_that_send_at_one_offset_one_wins(url: str, registrar: Uploader, fresh: str) -> None:
    pieces = [bytes([letter]) * 1984 for letter in b"abcdefgh"]
    outcomes: dict[bytes, int] = {}
    gate = threading.Barrier(len(pieces))

    def send(piece: bytes) -> None:
        with browser(url, timeout=60) as client:
            client.cookies = registrar.client.cookies
            gate.wait()
            outcomes[piece] = Uploader(client).send(fresh, 0, piece).status_code

    threads = [threading.Thread(target=send, args=(piece,)) for piece in pieces]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes.values()) == [204] + [409] * 7
    (winner,) = (piece for piece, status in outcomes.items() if status == 204)
    rest = TEXT[1984:]
    assert registrar.send(fresh, 1984, rest).status_code == 204
    assert registrar.state(fresh) == "READY"
    assert registrar.client.get(fresh).content == winner + rest


@pytest.mark.parametrize("size", [LIMIT + 1, 10**17, 0])
def test_a_size_beyond_the_limit_is_refused_before_anything_is_sent(registrar: Uploader, size: int) -> None:
    reply = registrar.begin(size)
    assert (reply.status_code, code(reply)) == (413, "LIMIT_EXCEEDED")


def test_a_table_is_of_no_other_type(url: str) -> None:
    with uploader(url, "keeper", **{"accept-language": "zh"}) as keeper:
        named = f"filename {base64.b64encode('照片.png'.encode()).decode()},use {base64.b64encode(b'TABLE').decode()}"
        reply = keeper.client.post("/files", headers={**TUS, "upload-length": "10", "upload-metadata": named})
    assert (reply.status_code, code(reply)) == (415, "FILE_TYPE_REFUSED")
    assert reply.json()["errors"][0]["message"].startswith("此处不接收该类型的文件，可接收：csv、")


@pytest.mark.parametrize("is_announced", [True, False])
def test_more_than_the_size_is_refused(registrar: Uploader, fresh: str, is_announced: bool) -> None:
    data = TEXT + b"x"
    reply = registrar.send(fresh, 0, data if is_announced else iter([data]))
    assert (reply.status_code, code(reply)) == (413, "LIMIT_EXCEEDED")
    assert registrar.offset(fresh) == 0


def test_one_unfinished_upload_too_many_is_refused_until_another_is_cancelled(url: str) -> None:
    with uploader(url, "keeper", **{"accept-language": "zh"}) as keeper:
        held = [keeper.begin(10).headers["location"] for _ in range(3)]
        reply = keeper.begin(10)
        assert (reply.status_code, code(reply)) == (429, "LIMIT_EXCEEDED")
        assert reply.json()["errors"][0]["message"] == "您有 3 个未完成的上传，请先完成或取消其中之一。"
        assert keeper.client.delete(held[0], headers=TUS).status_code == 204
        assert keeper.head(held[0]).status_code == 404
        another = keeper.begin(10)
        assert another.status_code == 201
        for location in (*held[1:], another.headers["location"]):
            keeper.client.delete(location, headers=TUS)


def test_files_of_others_are_answered_as_those_that_are_not_there(url: str, registrar: Uploader, fresh: str) -> None:
    done = registrar.upload(TEXT)
    with uploader(url, "keeper") as other, uploader(url, "") as nobody:
        for who in (other, nobody):
            for address in (fresh, done):
                assert who.head(address).status_code == 404
                for reply in (
                    who.client.get(address),
                    who.client.head(address),
                    who.send(address, 0, b"abc"),
                    who.client.delete(address, headers=TUS),
                ):
                    assert reply.status_code == 404
            unknown = who.client.get("/files/1").json()["errors"][0]
            hidden = who.client.get(done).json()["errors"][0]
            assert unknown["message"] == hidden["message"]
    assert registrar.client.get(done).content == TEXT


def test_nobody_begins_an_upload_without_signing_in(url: str) -> None:
    with uploader(url, "") as nobody:
        reply = nobody.begin(10)
        assert (reply.status_code, code(reply)) == (401, "UNAUTHENTICATED")


def test_pages_of_other_sites_change_nothing(registrar: Uploader, fresh: str) -> None:
    foreign = {"origin": "https://elsewhere.example"}
    assert registrar.begin(10, **foreign).status_code == 403
    assert registrar.send(fresh, 0, b"abc", **foreign).status_code == 403
    assert registrar.client.delete(fresh, headers={**TUS, **foreign}).status_code == 403
    assert registrar.offset(fresh) == 0


def test_networks_that_let_only_post_through_are_no_hindrance(registrar: Uploader, fresh: str) -> None:
    said = {**TUS, "content-type": "application/offset+octet-stream", "upload-offset": "0"}
    reply = registrar.client.post(fresh, content=b"abc", headers={**said, "x-http-method-override": "PATCH"})
    assert (reply.status_code, reply.headers["upload-offset"]) == (204, "3")


BAD = [
    ("no version", "POST", "/files", {"tus-resumable": ""}, 412),
    ("another version", "POST", "/files", {"tus-resumable": "0.2.2"}, 412),
    ("no size", "POST", "/files", {}, 400),
    ("a size that comes later", "POST", "/files", {"upload-defer-length": "1"}, 400),
    ("a size below nothing", "POST", "/files", {"upload-length": "-1"}, 400),
    ("a size in powers of ten", "POST", "/files", {"upload-length": "1e3"}, 400),
    ("a size of 5,000 digits", "POST", "/files", {"upload-length": "9" * 5000}, 400),
    ("a size in other digits", "POST", "/files", {"upload-length": "\u0661".encode().decode("latin-1")}, 400),
    ("a name that is no Base64", "POST", "/files", {"upload-length": "1", "upload-metadata": "filename ###"}, 400),
    ("a name that is no UTF-8", "POST", "/files", {"upload-length": "1", "upload-metadata": "filename /w=="}, 400),
    ("a use that there is not", "POST", "/files", {"upload-length": "1", "upload-metadata": "use WA=="}, 400),
    ("a use that is the product's own", "POST", "/files", {"upload-length": "1", "upload-metadata": "use UkVTVUxU"}, 400),
    ("no offset", "PATCH", "", {"content-type": "application/offset+octet-stream"}, 400),
    ("an offset below nothing", "PATCH", "", {"content-type": "application/offset+octet-stream", "upload-offset": "-1"}, 400),
    ("no media type", "PATCH", "", {"upload-offset": "0"}, 415),
    ("a form", "PATCH", "", {"upload-offset": "0", "content-type": "multipart/form-data; boundary=x"}, 415),
    ("a piece for all files", "PATCH", "/files", {"upload-offset": "0"}, 405),
    ("an unknown method", "PUT", "", {}, 405),
    ("no number", "GET", "/files/x", {}, 404),
    ("a folder above", "GET", "/files/%2e%2e%2fbureau.sqlite3", {}, 404),
    ("a folder above, twice encoded", "GET", "/files/%252e%252e%252fsecret.key", {}, 404),
    ("a number beyond 64 bits", "GET", "/files/9223372036854775808", {}, 404),
    ("a number below nothing", "GET", "/files/-1", {}, 404),
    ("a NUL", "GET", "/files/1%00", {}, 404),
    ("other digits", "GET", "/files/%D9%A1", {}, 404),
    ("statements", "GET", "/files/1;DROP%20TABLE%20file", {}, 404),
]  # fmt: skip


@pytest.mark.parametrize(("method", "path", "headers", "status"), [row[1:] for row in BAD], ids=[row[0] for row in BAD])
def test_a_request_that_makes_no_sense_is_refused(
    registrar: Uploader, fresh: str, method: str, path: str, headers: dict[str, str], status: int
) -> None:
    said = {name: value.encode("latin-1") for name, value in {**TUS, **headers}.items() if value}
    reply = registrar.client.request(method, path or fresh, headers=said)
    assert reply.status_code == status
    assert len(reply.json()["errors"][0]["message"]) < 300
    assert registrar.offset(fresh) == 0
