"""Files given out at /files/ID: whole, in parts, by links, and never as pages."""

import re
import threading
from collections.abc import Iterator
from urllib.parse import quote

import httpx
import pytest

from bureau.settings import Settings
from tests.support import files
from tests.support.databases import Server
from tests.support.files import TUS, Uploader, uploader
from tests.support.live import Live, listening
from tests.support.world import World

TEXT = ("学生名单，每行一人。\n" * 200).encode()
LINK = "mutation($i: LinkFileInput!) { linkFile(input: $i) { link { url until } errors { code message path } } }"
VOID = "mutation($i: VoidInput!) { voidFile(input: $i) { errors { code message path } } }"


@pytest.fixture(scope="module", params=files.STORES)
def live(request: pytest.FixtureRequest, ready: tuple[str, World], server: Server) -> Iterator[Live]:
    """A bureau that keeps files in a directory, or in a bucket."""
    name, city = ready
    if request.param == "local":
        settings = server.settings(name)
        with listening(settings) as url:
            yield Live(url, settings, city)
    else:
        with files.bucket() as bucket:
            settings = server.settings(name, files_url=bucket)
            with listening(settings) as url:
                yield Live(url, settings, city)


@pytest.fixture(scope="module")
def owner(live: Live) -> Iterator[Uploader]:
    with uploader(live.url) as found:
        yield found


@pytest.fixture(scope="module")
def file(owner: Uploader) -> str:
    return owner.upload(TEXT, "高一 (1) 班“名单”.txt")


def ask(who: Uploader, mutation: str, url: str, **given: object) -> dict[str, object]:
    variables = {"i": {"id": url.replace("/files/", "File:"), **given}}
    reply = who.client.post("/graphql", json={"query": mutation, "variables": variables})
    (payload,) = reply.json()["data"].values()
    return dict(payload)


def test_a_file_comes_as_an_attachment_that_runs_nothing(owner: Uploader, file: str) -> None:
    reply = owner.client.get(file)
    assert reply.content == TEXT
    said = reply.headers
    assert said["content-type"] == "text/plain"
    assert said["content-length"] == str(len(TEXT))
    assert said["content-disposition"].startswith('attachment; filename="')
    assert said["content-disposition"].endswith(
        f"filename*=UTF-8''{quote('高一 (1) 班“名单”.txt')}".replace("%28", "%28")
    )
    assert said["x-content-type-options"] == "nosniff"
    assert "sandbox" in said["content-security-policy"]
    assert said["cache-control"].startswith("private")
    assert said["referrer-policy"] == "no-referrer"
    assert owner.client.head(file).headers["etag"] == said["etag"]
    assert owner.client.head(file).content == b""


def test_a_cache_that_has_it_is_told_so(owner: Uploader, file: str) -> None:
    etag = owner.client.get(file).headers["etag"]
    reply = owner.client.get(file, headers={"if-none-match": etag})
    assert (reply.status_code, reply.content) == (304, b"")
    assert owner.client.get(file, headers={"if-none-match": '"another"'}).status_code == 200


PARTS = [
    ("bytes=0-0", 0, 1),
    ("bytes=10-19", 10, 20),
    ("bytes=100-", 100, len(TEXT)),
    ("bytes=-7", len(TEXT) - 7, len(TEXT)),
    (f"bytes=5-{len(TEXT) * 2}", 5, len(TEXT)),
    (f"bytes=-{len(TEXT) * 2}", 0, len(TEXT)),
]


@pytest.mark.parametrize(("range_", "start", "end"), PARTS)
def test_a_part_is_the_part_that_was_asked_for(owner: Uploader, file: str, range_: str, start: int, end: int) -> None:
    reply = owner.client.get(file, headers={"range": range_})
    assert reply.status_code == 206
    assert reply.content == TEXT[start:end]
    assert reply.headers["content-range"] == f"bytes {start}-{end - 1}/{len(TEXT)}"
    assert reply.headers["content-length"] == str(end - start)


@pytest.mark.parametrize(
    "range_", ["bytes=9-5", "bytes=a-b", "lines=1-2", "bytes=0-1,5-6", "bytes=-", "bytes=٠-١", "x" * 5000]
)
def test_what_is_no_single_range_brings_everything(owner: Uploader, file: str, range_: str) -> None:
    reply = owner.client.get(file, headers={"range": range_.encode()})
    assert (reply.status_code, reply.content) == (200, TEXT)


@pytest.mark.parametrize("range_", [f"bytes={len(TEXT)}-", "bytes=99999999-", "bytes=-0"])
def test_a_range_beyond_the_end_is_refused(owner: Uploader, file: str, range_: str) -> None:
    reply = owner.client.get(file, headers={"range": range_})
    assert (reply.status_code, reply.headers["content-range"]) == (416, f"bytes */{len(TEXT)}")


def test_a_part_of_another_state_of_the_file_is_no_part(owner: Uploader, file: str) -> None:
    etag = owner.client.get(file).headers["etag"]
    for held, status in ((etag, 206), ('"another"', 200)):
        assert owner.client.get(file, headers={"range": "bytes=0-9", "if-range": held}).status_code == status


def test_a_link_opens_a_file_for_who_did_not_sign_in(live: Live, owner: Uploader, file: str) -> None:
    payload = ask(owner, LINK, file)
    assert payload["errors"] == []
    with live.client() as nobody:
        link = payload["link"]["url"]  # type: ignore[index]
        assert nobody.get(link).content == TEXT
        assert nobody.head(link).headers["content-length"] == str(len(TEXT))
        assert nobody.get(file).status_code == 404


def test_a_link_is_good_for_its_file_its_time_and_nothing_else(live: Live, owner: Uploader, file: str) -> None:
    other = owner.upload(b"another")
    link = str(ask(owner, LINK, file)["link"]["url"])  # type: ignore[index]
    until, signature = re.findall("=([0-9a-f]+)", link)
    with live.client() as nobody:
        for wrong in (
            link.replace(file, other),
            link.replace(until, str(int(until) + 1)),
            link.replace(signature, signature[::-1]),
            link.replace(signature, ""),
            link.replace(signature, "%C3%A9"),
            link.replace(until, "1e9"),
            link.replace(until, "9" * 400),
            link.replace(until, "%D9%A1"),
            link.partition("&")[0],
        ):
            assert nobody.get(wrong).status_code == 404


def test_an_expired_link_says_so(live: Live, owner: Uploader, file: str) -> None:
    expiring = live.settings.model_copy(update={"file_link_minutes": 0})
    with listening(expiring) as url, uploader(url, **{"accept-language": "zh"}) as same:
        reply = same.client.get(str(ask(same, LINK, file)["link"]["url"]))  # type: ignore[index]
    assert reply.status_code == 410
    assert reply.json()["errors"][0]["message"] == "链接已过期，请重新获取。"


def test_only_the_owner_makes_links_and_makes_void(live: Live, file: str) -> None:
    for username in ("keeper", "operator", "east", ""):
        with uploader(live.url, username) as other:
            for mutation, given in ((LINK, {}), (VOID, {"reason": "x"})):
                payload = ask(other, mutation, file, **given)
                assert payload["errors"] == [{"code": "NOT_FOUND", "message": "There is no such File.", "path": ["id"]}]


def test_an_account_lists_its_own_files_and_no_others(live: Live, owner: Uploader, file: str) -> None:
    query = "{ files(first: 100) { nodes { id name state mediaType isScanned } } }"
    found = owner.client.post("/graphql", json={"query": query}).json()["data"]["files"]["nodes"]
    assert {
        "id": file.replace("/files/", "File:"),
        "name": "高一 (1) 班“名单”.txt",
        "state": "READY",
        "mediaType": "text/plain",
        "isScanned": False,
    } in found
    page = (
        "query($after: String) { files(first: 1, after: $after) { nodes { id } pageInfo { endCursor hasNextPage } } }"
    )
    walked: list[str] = []
    after, more = None, True
    while more:
        reply = owner.client.post("/graphql", json={"query": page, "variables": {"after": after}})
        connection = reply.json()["data"]["files"]
        walked += [node["id"] for node in connection["nodes"]]
        after, more = connection["pageInfo"]["endCursor"], connection["pageInfo"]["hasNextPage"]
    assert sorted(walked) == sorted(node["id"] for node in found)
    with uploader(live.url, "keeper") as other:
        found = other.client.post("/graphql", json={"query": query}).json()["data"]["files"]["nodes"]
        assert file.replace("/files/", "File:") not in {node["id"] for node in found}


def test_a_refused_file_is_closed_and_says_why(owner: Uploader) -> None:
    url = owner.upload(b"<html><script>alert(1)</script></html>", "通知.txt")
    assert owner.state(url) == "REFUSED"
    assert owner.client.get(url).status_code == 409
    assert "scripts" in owner.reason(url)
    payload = ask(owner, LINK, url)
    assert payload["link"] is None
    assert payload["errors"][0]["code"] == "INVALID"  # type: ignore[index]


def test_an_unfinished_file_is_closed(owner: Uploader) -> None:
    url = owner.begin(100).headers["location"]
    owner.send(url, 0, b"x" * 50)
    reply = owner.client.get(url)
    assert (reply.status_code, reply.json()["errors"][0]["extensions"]["state"]) == (409, "INCOMPLETE")
    owner.client.delete(url, headers=TUS)


def test_a_void_file_is_gone_for_its_owner_and_for_links(live: Live, owner: Uploader) -> None:
    url = owner.upload(TEXT)
    link = str(ask(owner, LINK, url)["link"]["url"])  # type: ignore[index]
    assert ask(owner, VOID, url, reason="")["errors"][0]["code"] == "INVALID"  # type: ignore[index]
    assert ask(owner, VOID, url, reason="x", expectedVersion=99)["errors"][0]["code"] == "CONFLICT"  # type: ignore[index]
    assert ask(owner, VOID, url, reason="传错了")["errors"] == []
    assert owner.client.get(url).status_code == 404
    with live.client() as nobody:
        assert nobody.get(link).status_code == 404


def test_files_of_their_own_origin_are_given_out_there_alone(live: Live, owner: Uploader, file: str) -> None:
    apart: Settings = live.settings.model_copy(update={"files_origin": "https://files.example.cn"})
    with listening(apart) as url, uploader(url) as same:
        reply = same.client.get(file, follow_redirects=False)
        assert reply.status_code == 302
        there = httpx.URL(reply.headers["location"])
        assert (there.scheme, there.host, there.path) == ("https", "files.example.cn", file)
        with httpx.Client(base_url=url) as nobody:
            assert nobody.get(there.raw_path.decode()).content == TEXT


def test_twenty_read_at_once(live: Live, owner: Uploader, file: str) -> None:
    found: list[bytes] = []

    def read() -> None:
        with httpx.Client(base_url=live.url, cookies=owner.client.cookies, timeout=60) as client:
            found.append(client.get(file).content)

    threads = [threading.Thread(target=read) for _ in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [TEXT] * 20
