"""The schema: what can be asked and done, each type made once, from views and commands."""

from __future__ import annotations

from typing import Any

import strawberry
from strawberry.schema.config import StrawberryConfig

from graph.edges import Edges
from graph.instants import as_of
from graph.mutations import mutation_of
from graph.queries import query_of
from graph.results import Results
from graph.shapes.inputs import Inputs
from graph.writing import Executor


def build() -> strawberry.Schema:
    """The schema, made anew; one is enough (``SCHEMA``)."""
    edges, inputs = Edges(), Inputs()
    query: Any = query_of(edges, inputs)
    mutation: Any = mutation_of(edges, inputs, Results(edges.outputs))
    types = edges.outputs.finish()
    config = StrawberryConfig(disable_field_suggestions=True)
    return strawberry.Schema(
        query=query,
        mutation=mutation,
        types=types,
        directives=[as_of],
        config=config,
        execution_context_class=Executor,
    )


SCHEMA = build()
"""What is served; ``schema.graphql`` beside this file is its text, compared in ``make check``."""
