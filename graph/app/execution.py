"""Executes a document that was read, paid for and validated."""

from __future__ import annotations

import asyncio
from inspect import isawaitable
from typing import Any

import strawberry
from graphql import ExecutionResult, execute
from strawberry.execution import optimized_is_awaitable

from graph.app.parts import Prepare
from graph.conduct import Asked, Problem
from graph.context import Context
from graph.limits import Document


async def executed(
    schema: strawberry.Schema,
    document: Document,
    asked: Asked,
    context: Context,
    *,
    prepare: Prepare | None,
    seconds: float,
) -> ExecutionResult:
    """The answer, complete. Raises Problem (503) where it takes longer than so many seconds.

    The framework's own ``execute`` would parse and validate once more, and log queries.
    """
    whole = False
    try:
        async with asyncio.timeout(seconds):
            operation = document.operation(asked.operation)
            if prepare is not None and operation is not None:
                await prepare(context, operation, asked.variables)
            answer = await _run(schema, document, asked, context)
            whole = True
            return answer
    except TimeoutError:
        raise Problem(503, "took-too-long", headers={"Retry-After": "1"}) from None
    finally:  # no answer leaves before what was read is logged
        await context.end(for_good=not whole)


async def _run(
    schema: strawberry.Schema, document: Document, asked: Asked, context: Context
) -> ExecutionResult:
    run: Any = execute  # the framework's own executor takes more than it says
    result = run(
        schema._schema,
        document.node,
        context_value=context,
        variable_values=asked.variables,
        operation_name=asked.operation,
        executor_class=schema.execution_context_class,
        is_awaitable=optimized_is_awaitable,
        hide_suggestions=True,
        operation_extensions=None,
    )
    answer: ExecutionResult = await result if isawaitable(result) else result
    return answer
