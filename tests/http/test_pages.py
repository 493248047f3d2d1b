"""Health, metrics and the built pages."""

import pytest

from tests.support.live import Live


def test_health(live: Live) -> None:
    with live.client() as client:
        alive, ready = client.get("/health/live"), client.get("/health/ready")
    assert (alive.status_code, alive.json()["status"]) == (200, "live")
    assert (ready.status_code, ready.json()) == (200, {"status": "ready"})


def test_metrics_count_requests(live: Live) -> None:
    with live.client() as client:
        client.post("/graphql", json={"query": "{ viewer { username } }"})
        client.post("/graphql", json={"query": "{"})
        text = client.get("/metrics").text
    assert 'bureau_graphql_requests_total{outcome="answered"}' in text
    assert 'bureau_graphql_requests_total{outcome="refused"}' in text
    assert "bureau_graphql_seconds_bucket" in text


@pytest.mark.parametrize(("path", "title"), [("/graphiql", "GraphiQL"), ("/", "教育局")])
def test_pages_come_from_our_own_host_under_a_policy(live: Live, path: str, title: str) -> None:
    with live.client() as client:
        page = client.get(path)
        assert page.status_code == 200, "run `make setup`"
        assert title in page.text
        assert "http://" not in page.text
        assert "https://" not in page.text
        assert "default-src 'none'" in page.headers["content-security-policy"]
        asset = next(part for part in page.text.split('"') if part.startswith("/assets/"))
        kept = client.get(asset)
    assert kept.status_code == 200
    assert "immutable" in kept.headers["cache-control"]


def test_what_is_not_there_is_404(live: Live) -> None:
    with live.client() as client:
        assert client.get("/nothing").status_code == 404
        assert client.get("/assets/../app.py").status_code == 404
