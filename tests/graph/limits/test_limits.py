"""What is refused before anything is validated, and that every code has its case."""

from __future__ import annotations

import pytest
from graphql import GraphQLError

from graph.limits import CODES, LIMITS, Document
from tests.graph.limits.library import GUARD, code, points

PERSON = "fragment F on Person { id }"


def many(template: str, count: int) -> str:
    return " ".join(template.replace("#", str(number)) for number in range(count))


def chain(template: str, count: int) -> str:
    """Fragments F0..Fn, each of which holds the template with @ for the next one's number."""
    middle = (
        f"fragment F{n} on Person {{ {template.replace('@', str(n + 1))} }}" for n in range(count)
    )
    return " ".join((*middle, f"fragment F{count} on Person {{ id }}"))


TOO_MUCH = {
    "a text of 64 KB and a byte": ("query-too-long", "{ person { id } }" + " " * LIMITS.text),
    "64 KB of letters that take two bytes": ("query-too-long", "#" + "ñ" * (LIMITS.text // 2)),
    "two thousand and one words": ("query-too-long", "{ person { " + "id " * 2000 + "} }"),
    "thirty thousand comments": ("query-too-long", "#\n" * 30_000 + "{ person { id } }"),
    "a number of 5,000 digits": (
        "query-too-long",
        f"{{ people(first: {'9' * 5000}) {{ total }} }}",
    ),
    "fields in fields": ("query-too-deep", "{ person " + "{ a " * 20 + "}" * 20 + " }"),
    "a thousand braces": ("query-too-deep", "{" * 1000 + "}" * 1000),
    "brackets in an argument": (
        "query-too-deep",
        f"{{ people(q: {'[' * 900}{']' * 900}) {{ total }} }}",
    ),
    "fragments that nest": ("query-too-deep", "{ person { ...F0 } } " + chain("a { ...F@ }", 17)),
    "aliases at the root": ("too-many-aliases", f"{{ {many('a#: __typename', 101)} }}"),
    "aliases anywhere": ("too-many-aliases", f"{{ person {{ {many('a#: id', 41)} }} }}"),
    "a field again and again": ("too-many-repeats", f"{{ person {{ {'id ' * 21}}} }}"),
    "a field again in fragments": (
        "too-many-repeats",
        f"{{ person {{ {many('... on Person { a { b { id } } }', 21)} }} }}",
    ),
    "fields that meet within fields": (
        "too-many-repeats",
        f"{{ {many('person { friends { nodes { id id id } } }', 19)} }}",
    ),
    "directives in one place": ("too-many-directives", "{ __typename " + "@aa" * 10 + " }"),
    "directives everywhere": ("too-many-directives", f"{{ person {{ {many('x# @aa', 41)} }} }}"),
    "directives on variables": (
        "too-many-directives",
        f"query ({many('$v#: Int @a @b', 25)}) {{ person {{ id }} }}",
    ),
    "fragments that double": (
        "too-many-fields",
        "{ person { ...F0 } } " + chain("...F@ ...F@", 30),
    ),
    "empty fragments that double": (
        "too-many-fields",
        "{ person { ...F0 } } " + chain("...F@ ...F@", 30).replace("{ id }", "{}"),
    ),
    "questions at the root": ("too-many-root-fields", f"{{ {many('x#', 21)} }}"),
    "fragments that nobody uses": (
        "too-many-fragments",
        "{ person { id } } " + many("fragment F# on Person { id }", 41),
    ),
    "a fragment in many places": (
        "too-many-fragments",
        f"{{ person {{ {many('...F', 101)} }} }} {PERSON}",
    ),
    "operations": ("too-many-operations", many("query Q# { person { id } }", 6)),
    "variables": ("too-many-variables", f"query ({many('$v#: Int', 51)}) {{ person {{ id }} }}"),
    "lists of lists": (
        "query-too-expensive",
        "{ people { nodes { friends { nodes { friends { nodes { id } } } } } } }",
    ),
    "a list of fifty one": ("list-too-long", f"{{ judge(people: [{'1 ' * 51}]) {{ total }} }}"),
    "a fragment that spreads itself": (
        "fragments-circular",
        "{ person { ...F } } fragment F on Person { ...F }",
    ),
    "fragments that spread each other": (
        "fragments-circular",
        "{ person { id } } fragment F on Person { a { ...G } } fragment G on Person { ...F }",
    ),
    "a fragment that is not there": ("fragment-unknown", "{ person { ...F } }"),
    "a fragment that another one lacks": (
        "fragment-unknown",
        "{ person { id } } fragment F on Person { a { ...G } }",
    ),
    "two fragments of one name": ("fragment-twice", f"{{ person {{ ...F }} }} {PERSON} {PERSON}"),
    "a definition of a type": ("document-not-executable", "type A { b: Int }"),
    "a subscription": ("operation-not-offered", "subscription { person { id } }"),
    "a literal with a NUL in it": ("text-unusable", '{ people(q: "a\\u0000b") { total } }'),
    "a block with a NUL in it": ("text-unusable", '{ people(q: """a\x00b""") { total } }'),
    "no operation at all": ("operation-unknown", PERSON),
}


@pytest.mark.parametrize("attack", TOO_MUCH)
def test_too_much_is_refused(attack: str) -> None:
    expected, query = TOO_MUCH[attack]
    assert code(query) == expected


def test_every_code_of_the_guard_is_told_here_or_among_the_costs() -> None:
    told = {expected for expected, _ in TOO_MUCH.values()} | {"introspection-refused"}
    assert told == set(CODES)


def test_as_much_as_is_allowed_is_allowed() -> None:
    assert points(f"{{ person {{ {many('a#: id', 40)} }} }}") == 41
    assert points(f"{{ person {{ {'id ' * 20}}} }}") == 21
    assert points("{ person { ...F0 } } " + chain("id ...F@", 19)) == 21
    assert points("{ __typename } #" + "x" * (LIMITS.text - 16)) == 1


def test_a_text_that_is_no_graphql_is_left_to_the_parser() -> None:
    for text in (
        "",
        "{",
        "{ person { id }",
        '{ people(q: "\\uD800") { total } }',
        "{ a ? }",
        "\ud800",
    ):
        with pytest.raises(GraphQLError):
            GUARD.read(text)


def test_every_chain_of_fragments_is_followed_however_long_it_is() -> None:
    document = GUARD.read("{ person { ...F0 } } " + chain("...F@", 39))
    assert isinstance(document, Document)
    assert [one.name.value for one in document.fragments] == [f"F{n}" for n in range(39, -1, -1)]
