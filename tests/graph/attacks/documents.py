"""Named attacks by a document: what is sent, and the code that refuses it."""

from __future__ import annotations

from collections.abc import Mapping

from tests.graph.limits.test_limits import chain, many

PERMITS = "permits(first: 100) { nodes { id releases { id } } }"
Attack = tuple[str, str]

AMPLIFIED: Mapping[str, Attack] = {
    "a hundred and one aliases": (
        "too-many-aliases",
        f"{{ {many('a#: viewer { name }', 101)} }}",
    ),
    "aliases of one thing to guess many ids": (
        "too-many-aliases",
        f"{{ {many('a#: permit(id: # ) { id }', 50)} }}",
    ),
    "one field five hundred times": ("too-many-repeats", f"{{ viewer {{ {'name ' * 500}}} }}"),
    "fields that overlap in a hundred inline fragments": (
        "too-many-repeats",
        f"{{ viewer {{ {'... on Viewer { citizen { id } } ' * 100} }} }}",
    ),
    "fragments that double thirty times": (
        "too-many-fields",
        "{ viewer { ...F0 } } " + chain("...F@ ...F@", 30).replace("on Person", "on Viewer"),
    ),
    "a fragment that spreads itself": (
        "fragments-circular",
        "{ viewer { ...F } } fragment F on Viewer { name ...F }",
    ),
    "a circle of forty fragments": (
        "fragments-circular",
        "{ viewer { ...F0 } } "
        + chain("...F@", 39).replace("on Person", "on Viewer").replace("{ id }", "{ ...F0 }"),
    ),
    "a fragment that is nowhere": ("fragment-unknown", "{ viewer { ...Nowhere } }"),
    "two fragments of one name": (
        "fragment-twice",
        "{ viewer { ...F } } fragment F on Viewer { name } fragment F on Viewer { roles }",
    ),
    "a thousand spreads": (
        "too-many-fragments",
        f"{{ viewer {{ {'...F ' * 600}}} }} fragment F on Viewer {{ name }}",
    ),
    "things within things within things": (
        "query-too-deep",
        "{ permits(first: 1) { nodes { " + "request { permit { " * 9 + "id" + " }" * 18 + " } } }",
    ),
    "a thousand opening braces": ("query-too-deep", "{" * 1000),
    "a list within nine hundred lists": (
        "query-too-deep",
        f"{{ permits(statuses: {'[' * 900}{']' * 900}) {{ totalCount }} }}",
    ),
    "pages of pages": (
        "query-too-expensive",
        f"{{ {many('a#: ' + PERMITS, 11)} }}",
    ),
    "a page whose size is a variable that is missing": (
        "query-too-expensive",
        "query ($n: Int) { permits(first: $n) { nodes { history { __typename } cells { purpose } "
        "datasets { versions { __typename } } } } }",
    ),
    "forty two directives": (
        "too-many-directives",
        f"{{ viewer {{ {'name @a roles @a acts @a ' * 14}}} }}",
    ),
    "ten directives in one place": (
        "too-many-directives",
        "{ viewer { name " + "@aa" * 10 + " } }",
    ),
    "a hundred variables": (
        "too-many-variables",
        f"query ({many('$v#: Int', 100)}) {{ viewer {{ name }} }}",
    ),
    "fifty operations": ("too-many-operations", many("query Q# { viewer { name } }", 50)),
    "thirty fields at the root": ("too-many-root-fields", f"{{ {'__typename ' * 30} }}"),
    "a hundred thousand lines of comments": ("query-too-long", "#\n" * 30_000 + "{ __typename }"),
    "a text of 64 KB": ("query-too-long", "{ __typename }" + " " * 65_536),
    "two thousand words": ("query-too-long", "{ viewer { " + "name " * 2_000 + "} }"),
    "a literal of five thousand digits": (
        "query-too-long",
        f"{{ permits(first: {'9' * 5_000}) {{ totalCount }} }}",
    ),
    "questions about the schema in a circle": (
        "query-too-deep",
        "{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }",
    ),
    "definitions of types": ("document-not-executable", "type Query { all: String }"),
    "a subscription": ("operation-not-offered", "subscription { viewer { name } }"),
    "an answer in parts": ("query-invalid", "{ viewer { ... @defer { name } } }"),
    "a list as a stream": ("query-invalid", "{ staff @stream(initialCount: 0) { id } }"),
    "a stream of what is no list": (
        "query-invalid",
        "mutation { castVote(input: {}) { __typename @stream ... on Refused { code } } }",
    ),
    "an operation that is not there": ("operation-unknown", "fragment F on Viewer { name }"),
}
"""More than there may be, or what the language never allows."""

FORGED: Mapping[str, Attack] = {
    "a name that is almost right": ("query-invalid", '{ permit(id: "x") { statu } }'),
    "a field of another type": ("query-invalid", "{ viewer { ledgerEntries(first: 1) { id } } }"),
    "a page of none": ("page-size", "{ permits(first: 0) { totalCount } }"),
    "a page of less than none": ("page-size", "{ permits(first: -1) { totalCount } }"),
    "a page of a hundred and one": ("page-size", "{ permits(first: 101) { totalCount } }"),
    "a page larger than an integer": (
        "query-invalid",
        "{ permits(first: 2147483648) { totalCount } }",
    ),
    "a page of a part": ("query-invalid", "{ permits(first: 1.5) { totalCount } }"),
    "a page in words": ("query-invalid", '{ permits(first: "ten") { totalCount } }'),
    "no page at all": ("page-size", "{ permits { totalCount } }"),
    "two pages": ("page-size", "{ permits(first: 1, last: 1) { totalCount } }"),
    "a cursor in words": ("cursor", '{ permits(first: 1, after: "x") { totalCount } }'),
    "a cursor before the beginning": (
        "cursor",
        '{ permits(first: 1, after: "-5") { totalCount } }',
    ),
    "a cursor of another script": ("cursor", '{ permits(first: 1, after: "٣") { totalCount } }'),
    "a cursor that is endless": (
        "cursor",
        f'{{ permits(first: 1, after: "{"9" * 3_000}") {{ totalCount }} }}',
    ),
    "a cursor of another list": ("cursor", '{ permits(first: 1, after: "7+1") { totalCount } }'),
    "a cursor with SQL in it": (
        "cursor",
        '{ permits(first: 1, after: "1; DROP TABLE entries") { totalCount } }',
    ),
    "a position that is not there yet": (
        "instant",
        "query @asOf(position: 999999) { viewer { name } }",
    ),
    "a position before the first": ("instant", "query @asOf(position: -1) { viewer { name } }"),
    "a time without a zone": (
        "instant",
        'query @asOf(time: "2026-01-01T00:00:00") { viewer { name } }',
    ),
    "a time that is none": ("query-invalid", 'query @asOf(time: "soon") { viewer { name } }'),
    "a status that is none": (
        "query-invalid",
        "{ permits(first: 1, statuses: [ROOT]) { totalCount } }",
    ),
    "a status as a text": (
        "query-invalid",
        '{ permits(first: 1, statuses: ["ACTIVE"]) { totalCount } }',
    ),
    "NUL in a literal": ("text-unusable", '{ permit(id: "a\\u0000b") { id } }'),
    "NUL in a block": (
        "text-unusable",
        '{ datasets(first: 1, text: """a\\u0000""") { totalCount } }'.replace("\\u0000", "\x00"),
    ),
    "half a character in a literal": ("query-malformed", '{ permit(id: "\\uD800") { id } }'),
    "an input that nobody declared": (
        "query-invalid",
        'mutation { withdrawEverything(input: {citizen: "x", role: "ADMIN"}) { __typename } }',
    ),
}
"""Values that are wrong in a way that a schema or a resolver must notice."""
