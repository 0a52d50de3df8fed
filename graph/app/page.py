"""What a browser sees at the address of the demo's API. No script, nothing from afar."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import HTMLResponse

TEXT = """<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>The API of the demo</title>
<meta name="viewport" content="width=device-width, initial-scale=1"></head>
<body>
<main>
<h1>The API of the demo</h1>
<p>This address answers GraphQL: send it a POST request with a JSON body. Without credentials you
read what everybody reads; a bearer token of the demo's identity provider says who you are.</p>
<pre>curl --json '{"query": "{ __typename }"}' THIS-ADDRESS</pre>
<p>Who is authenticated may ask for the schema in the standard way (introspection).</p>
<p>Every answer says what it cost: <code>extensions.cost</code> and the header fields
<code>RateLimit</code> and <code>RateLimit-Policy</code>.</p>
</main>
</body>
</html>
"""
PAGE = HTMLResponse(TEXT, headers={"Cache-Control": "no-store"})


def wants_page(request: Request) -> bool:
    """A browser came here by an address, and asks nothing."""
    accepts = request.headers.get("accept", "")
    return request.method == "GET" and not request.url.query and "text/html" in accepts
