"""The schema of the API as text: whoever reviews a change sees there what partners will see."""

from graph.schema import SCHEMA

PATH = "../graph/schema.graphql"


def render() -> str:
    """The whole schema, in the language of schemas."""
    return f"{SCHEMA.as_str()}\n"
