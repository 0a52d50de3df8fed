"""The text of a query, before it is parsed: a parser is only given what it can bear."""

from __future__ import annotations

import re

from graphql import GraphQLError, Source, TokenKind
from graphql.language import Lexer

from governance.refusals import Refusal
from graph.limits.most import Limits

OPENING = frozenset({TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L})
CLOSING = frozenset({TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R})
STRINGS = frozenset({TokenKind.STRING, TokenKind.BLOCK_STRING})
UNUSABLE = re.compile("[\x00\ud800-\udfff]")
"""A literal may write these as escapes: they would reach a database that cannot keep them."""
NUMBERS = frozenset({TokenKind.INT, TokenKind.FLOAT})


def judge_text(text: str, limits: Limits) -> Refusal | None:
    """Why this text is not parsed; None where it may be.

    Comments are counted as words are. A text that is no GraphQL is left to the parser to refuse.
    """
    if len(text) > limits.text or len(text.encode(errors="surrogatepass")) > limits.text:
        return Refusal("query-too-long", items=(f"{limits.text} bytes",))
    try:
        return _judge_tokens(Lexer(Source(text)), limits)
    except GraphQLError:
        return None


def _judge_tokens(lexer: Lexer, limits: Limits) -> Refusal | None:
    end = opened = count = 0
    while (token := lexer.read_next_token(end)).kind is not TokenKind.EOF:
        count += 1
        if count > limits.tokens:
            return Refusal("query-too-long", items=(f"{limits.tokens} tokens",))
        if token.kind in OPENING:
            opened += 1
        elif token.kind in CLOSING:
            opened -= 1
        elif token.kind in NUMBERS and token.end - token.start > limits.digits:
            return Refusal("query-too-long", items=(f"{limits.digits} digits",))
        elif token.kind in STRINGS and UNUSABLE.search(token.value or ""):
            return Refusal("text-unusable")
        if opened > limits.brackets:
            return Refusal("query-too-deep", items=(f"{limits.brackets} brackets",))
        end = token.end
    return None
