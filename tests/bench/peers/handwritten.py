"""What a person would write by hand: one SQL statement each with row_to_json, on bare Starlette."""

import contextlib
import os
from collections.abc import AsyncIterator
from typing import Any

import asyncpg
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

PAGE = """SELECT json_agg(row_to_json(t)) FROM (
    SELECT s.id, s.number, p.name, u.name AS school FROM (
        SELECT * FROM student s WHERE {} AND void_reason IS NULL ORDER BY {} LIMIT 50) s
    JOIN person p ON p.id = s.person_id JOIN unit u ON u.id = s.school_id) t"""

STATEMENTS = {
    "flat": """SELECT json_agg(row_to_json(t)) FROM (
        SELECT id, version, number, grade, status, boarding, entered_on, national_number_mask, school_id, person_id
        FROM student WHERE void_reason IS NULL ORDER BY id LIMIT 1000) t""",
    "nested": """SELECT json_agg(row_to_json(s)) FROM (
        SELECT u.id, u.name,
            (SELECT row_to_json(o) FROM (SELECT id, name FROM unit WHERE id = u.superior_id) o) AS superior,
            (SELECT json_agg(row_to_json(c)) FROM (
                SELECT id, number, status FROM student
                WHERE school_id = u.id AND void_reason IS NULL ORDER BY id LIMIT 10) c) AS students
        FROM unit u WHERE u.superior_id = $1 AND u.category = 'SCHOOL' AND u.void_reason IS NULL ORDER BY u.id LIMIT 50) s""",
    "point": """SELECT row_to_json(t) FROM (
        SELECT s.id, s.number, p.name FROM student s JOIN person p ON p.id = s.person_id WHERE s.id = $1) t""",
    "page": """SELECT json_agg(row_to_json(t)) FROM (
        SELECT s.id, s.number, p.name, u.name AS school FROM (
            SELECT * FROM student WHERE (county_id, id) > ($1, 0) AND (county_id, id) < ($1 + 1, 0)
            AND void_reason IS NULL ORDER BY county_id, id LIMIT 50) s
        JOIN person p ON p.id = s.person_id JOIN unit u ON u.id = s.school_id ORDER BY s.id) t""",
    "first page": PAGE.format("s.id > $1", "s.id"),
    "page 20,000": PAGE.format("s.id > $1", "s.id"),
    "search": PAGE.format("strpos(s.search || ' ' || s.person_search, $1) > 0", "s.id"),
    "filter × order": PAGE.format("s.grade = $1", "s.person_name_sort, s.id"),
    "total": """SELECT json_build_object('total', (
        SELECT count(*) FROM student WHERE county_id = $1 AND void_reason IS NULL), 'nodes', (
        SELECT json_agg(row_to_json(t)) FROM (
            SELECT s.id, s.number, p.name, u.name AS school FROM (
                SELECT * FROM student WHERE (county_id, id) > ($1, 0) AND (county_id, id) < ($1 + 1, 0)
                AND void_reason IS NULL ORDER BY county_id, id LIMIT 50) s
            JOIN person p ON p.id = s.person_id JOIN unit u ON u.id = s.school_id ORDER BY s.id) t))""",
    "summary": """SELECT json_agg(row_to_json(t)) FROM (
        SELECT grade, count(*) FROM student WHERE county_id = $1 AND void_reason IS NULL GROUP BY grade ORDER BY grade) t""",
}


@contextlib.asynccontextmanager
async def lifespan(app: Starlette) -> AsyncIterator[None]:
    app.state.pool = await asyncpg.create_pool(
        os.environ["BENCH_URL"], min_size=8, max_size=8, server_settings={"jit": "off"}
    )
    yield
    await app.state.pool.close()


def endpoint(sql: str) -> Any:
    async def answer(request: Request) -> Response:
        body = await request.json()
        text = await request.app.state.pool.fetchval(sql, *body.get("values", []))
        return Response(text, media_type="application/json")

    return answer


app = Starlette(
    routes=[Route(f"/{number}", endpoint(sql), methods=["POST"]) for number, sql in enumerate(STATEMENTS.values())],
    lifespan=lifespan,
)

if __name__ == "__main__":
    uvicorn.run(
        app, port=int(os.environ["BENCH_PORT"]), loop="uvloop", http="httptools", access_log=False, log_level="error"
    )
