"""What the process counts of itself, in Prometheus' words."""

from prometheus_client import Counter, Gauge, Histogram, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4
from starlette.requests import Request
from starlette.responses import Response

REQUESTS = Counter("bureau_graphql_requests_total", "GraphQL requests", ["outcome"])
SECONDS = Histogram(
    "bureau_graphql_seconds",
    "Time to answer a GraphQL request, in seconds",
    buckets=(0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15),
)
SOCKETS = Gauge("bureau_sockets", "Open websockets")
SUBSCRIPTIONS = Gauge("bureau_subscriptions", "Subscriptions of open websockets")
EVENTS = Counter("bureau_events_total", "Events handed to websockets")


async def metrics(request: Request) -> Response:
    """The metrics of this process, as text."""
    return Response(generate_latest(), media_type=CONTENT_TYPE_PLAIN_0_0_4)
