"""What is wrong with a request, by stable codes; the words beside them may change."""

from __future__ import annotations

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    # the request as such
    "batching-refused": "Send one request at a time, not a list of them.",
    "body-not-utf-8": "The body must be UTF-8.",
    "body-too-long": "The body is too long.",
    "content-type-unsupported": "Send application/json, in UTF-8, not encoded in any other way.",
    "json-key-twice": "A key stands twice in one object of the body.",
    "json-malformed": "The body is no JSON.",
    "json-number-too-long": "A number in the body is too long, or is none.",
    "json-too-deep": "The body nests too deeply.",
    "method-not-allowed": "Send a POST request.",
    "not-acceptable": "Accept application/graphql-response+json or application/json.",
    "query-missing": "The body must be an object with a `query`, which is a text.",
    "request-malformed": "`operationName` is a text; `variables` and `extensions` are objects.",
    "text-too-long": "This text is too long.",
    "text-unusable": "A text holds a character that no text here may have.",
    # who asks
    "credentials-missing": "Send a bearer token, or no credentials at all.",
    "insufficient-scope": "This token allows nothing here.",
    "invalid-request": "Send one Authorization header, with one bearer token.",
    "invalid-token": "This token is not valid, or not any more.",
    # how much
    "rate-limited": "Too much was asked in too short a time: wait as long as Retry-After says.",
    "took-too-long": "This took too long and was given up.",
    # the query
    "document-not-executable": "A document holds operations and fragments only.",
    "fragment-twice": "Two fragments have one name.",
    "fragment-unknown": "A fragment is spread that is not in the document.",
    "fragments-circular": "Fragments spread one another in a circle.",
    "introspection-refused": "Only whoever is authenticated may ask about the schema.",
    "list-too-long": "A list in the request is too long: ask in parts.",
    "operation-not-offered": "Operations of this kind are not offered.",
    "operation-unknown": "Name one operation of the document by `operationName`.",
    "query-invalid": "The query does not fit the schema.",
    "query-malformed": "The query is no GraphQL.",
    "query-too-deep": "The query nests too deeply.",
    "query-too-expensive": "This could cost more than one request may: ask for smaller pages.",
    "query-too-long": "The query is too long.",
    "too-many-aliases": "The query has too many aliases.",
    "too-many-directives": "The query has too many directives.",
    "too-many-fields": "The query has too many fields, with its fragments written out.",
    "too-many-fragments": "The query has too many fragments, or spreads them too often.",
    "too-many-operations": "The document has too many operations.",
    "too-many-repeats": "A field is asked for too often under one name.",
    "too-many-root-fields": "The operation asks for too much at its root.",
    "too-many-variables": "The operation declares too many variables.",
    "variables-invalid": "A variable has a value that its type does not take.",
    # our own fault
    "internal-error": "Something went wrong here. Tell us the reference.",
}


class Problem(Exception):
    """A request that is not answered with data. It holds nothing of what was sent."""

    def __init__(
        self, status: int, code: str, *, headers: Mapping[str, str] | None = None, **more: object
    ) -> None:
        super().__init__(code)
        self.status, self.code = status, code
        self.headers = dict(headers or {})
        self.more = more
        """What makes it precise, such as a limit."""

    def error(self) -> dict[str, object]:
        """As one of the ``errors`` of an answer."""
        return {"message": WORDS[self.code], "extensions": {"code": self.code, **self.more}}
