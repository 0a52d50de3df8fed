"""The API as one ASGI application: ``create_graph`` puts schema, tokens, guard and budget together.

Nothing here knows what can be asked, nor who may: the schema and the tables do.
"""

from graph.app.endpoint import Graph
from graph.app.making import create_graph
from graph.app.page import Explorer
from graph.app.parts import Authenticates, Prepare

__all__ = ["Authenticates", "Explorer", "Graph", "Prepare", "create_graph"]
