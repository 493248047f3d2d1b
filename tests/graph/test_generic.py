"""The generic form: what the console's screens ask has it, and whatever is more has not."""

import pytest

from bureau.graph.documents import Documents
from bureau.graph.generic import MOST_LEVELS, MOST_ROOTS, is_generic
from bureau.graph.schema import BureauSchema
from bureau.settings import Settings

GENERIC = [
    "{ students { nodes { id } } }",
    "query { __typename students { __typename nodes { __typename id } } }",
    "query List($first: Int, $filter: StudentFilter) { students(first: $first, filter: $filter) { __typename nodes"
    " { id school { superior { id } } } pageInfo { hasNextPage endCursor } totalCount(upTo: 1000) } }",
    "query One($id: ID!) { student(id: $id) { id person { name } enrolments { nodes { school { name } } } } }",
    "query Any($id: ID!) { node(id: $id) { __typename ... on Student { number } ... on School { code } } }",
    '{ search(text: "zxm") { ... on Student { id } ... on School { id } } }',
    "{ studentsSummary(by: [GRADE]) { nodes { count } } }",
    '{ nodes(ids: ["School:1"]) { id } catalogue { kinds { name } } }',
    "{ " + " ".join(f"a{n}: schools {{ totalCount }}" for n in range(MOST_ROOTS)) + " }",
    "{ units { nodes { superior { superior { superior { id } } } } } }",
    "mutation Do($i: UpdateStudentInput!) { updateStudent(input: $i) { student { id } errors { code path } } }",
    "mutation Do($i: RegisterStudentInput!) { registerStudent(input: $i) { student { id } errors { code } } }",
    "mutation Do($i: VoidInput!) { __typename outcome: voidStudent(input: $i) { record: student { id } errors { code } } }",
    "mutation Do($i: VoidInput!) { voidSchool(input: $i) { errors { code } } }",
]

MORE = [
    ("what is wrong", "{ students { nodes { salary } } }"),
    ("what is no GraphQL", "{"),
    ("two operations", "query A { schools { totalCount } } query B { schools { totalCount } }"),
    ("a fragment of its own", "query { schools { nodes { ...S } } } fragment S on School { id }"),
    ("a fragment at the root", "{ ... on Query { schools { totalCount } } }"),
    ("a fragment on what is one type", "{ schools { nodes { ... on School { id } } } }"),
    ("a fragment without a type", "{ schools { nodes { ... @include(if: true) { id } } } }"),
    ("too many root fields", "{ " + " ".join(f"a{n}: schools {{ totalCount }}" for n in range(MOST_ROOTS + 1)) + " }"),
    ("too many levels", "{ units { nodes { superior { superior { superior { superior { id } } } } } } }"),
    ("levels within fragments", '{ node(id: "School:1") { ... on School { superior { superior { superior { superior'
     " { superior { id } } } } } } } }"),
    ("nothing but its type", "{ __typename }"),
    ("the viewer", "{ viewer { username } }"),
    ("the viewer beside a list", "{ schools { totalCount } viewer { username } }"),
    ("introspection", "{ __schema { queryType { name } } }"),
    ("introspection beside a list", '{ schools { totalCount } __type(name: "School") { name } }'),
    ("a question of its own", '{ explainAccess(id: "School:1") { __typename } }'),
    ("a comparison", '{ comparePersons(one: "Person:1", other: "Person:2") { fields { name } } }'),
    ("signing in", 'mutation { signIn(input: {username: "a", password: "b"}) { errors { code } } }'),
    ("signing out", "mutation { signOut { errors { code } } }"),
    ("a token", 'mutation { endToken(input: {id: "Token:1"}) { errors { code } } }'),
    ("two verbs", "mutation A($i: VoidInput!) { a: voidSchool(input: $i) { errors { code } }"
     " b: voidSchool(input: $i) { errors { code } } }"),
    ("a verb beside another field", "mutation A($i: VoidInput!) { voidSchool(input: $i) { errors { code } }"
     " signOut { errors { code } } }"),
    ("a subscription", "subscription { schoolChanged { id } }"),
]  # fmt: skip


@pytest.fixture(scope="module")
def documents(schema: BureauSchema) -> Documents:
    return Documents(schema.graphql, Settings())


@pytest.mark.parametrize("text", GENERIC)
def test_what_generic_screens_ask_has_it(schema: BureauSchema, documents: Documents, text: str) -> None:
    document = documents.get(text)
    assert document.errors == ()
    assert is_generic(document, schema.graphql)


@pytest.mark.parametrize("text", [row[1] for row in MORE], ids=[row[0] for row in MORE])
def test_what_is_more_has_it_not(schema: BureauSchema, documents: Documents, text: str) -> None:
    document = documents.get(text)
    assert bool(document.errors) is (text in [row[1] for row in MORE[:2]]), document.errors
    assert not is_generic(document, schema.graphql)


def test_sealed_values_are_asked_for_by_documents_alone(schema: BureauSchema, documents: Documents) -> None:
    mutation = schema.graphql.mutation_type
    assert mutation
    verbs = {name for name, field in mutation.fields.items() if "verb" in field.extensions}
    assert len(verbs) > 100
    assert not any(name.startswith(("reveal", "match", "lookup")) for name in verbs)


def test_levels_are_counted_to_the_last_one(schema: BureauSchema, documents: Documents) -> None:
    for levels, has_it in ((MOST_LEVELS, True), (MOST_LEVELS + 1, False)):
        between = levels - 3
        text = "{ units { nodes { " + "superior { " * between + "id" + " }" * between + " } } }"
        document = documents.get(text)
        assert document.errors == ()
        assert is_generic(document, schema.graphql) is has_it
