"""What a browser sees at the address of the demo's API: how to ask, and GraphiQL to try it with.

Without scripts the words stand alone. Nothing comes from afar: the portal serves what it compiled.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from starlette.requests import Request
from starlette.responses import HTMLResponse

TEXT = """<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>The API of the demo</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,"><link rel="stylesheet" href="{style}">
<script type="module" src="{script}"></script></head>
<body>
<main>
<header class="about">
<h1>The API of the demo</h1>
<p>This address answers GraphQL: send it a POST request with a JSON body. Without credentials you
read what everybody reads; a bearer token of the demo's identity provider says who you are.</p>
<pre>curl --json '{{"query": "{{ __typename }}"}}' THIS-ADDRESS</pre>
<p>To ask as somebody, get a token with <code>baimena token --as hospital</code>, write it under
Headers below as <code>{{"Authorization": "Bearer THE-TOKEN"}}</code>, and let the schema be
fetched again: it is told to whoever is authenticated (introspection). Every answer says what it
cost: <code>extensions.cost</code>, and the header fields <code>RateLimit</code> and
<code>RateLimit-Policy</code>.</p>
</header>
<div id="explorer"></div>
</main>
</body>
</html>
"""


@dataclass(frozen=True, slots=True)
class Explorer:
    """The addresses of the compiled GraphiQL: its script and its style."""

    script: str
    style: str

    def page(self) -> HTMLResponse:
        """The page, the same for every browser."""
        text = TEXT.format(script=escape(self.script), style=escape(self.style))
        return HTMLResponse(text, headers={"Cache-Control": "no-store"})


def wants_page(request: Request) -> bool:
    """A browser came here by an address, and asks nothing."""
    accepts = request.headers.get("accept", "")
    return request.method == "GET" and not request.url.query and "text/html" in accepts
