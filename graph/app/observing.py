"""Figures of the API: how much, how fast, how dear. They hold codes, never people or queries."""

from __future__ import annotations

from prometheus_client import Counter, Histogram

ANSWERS = Counter("baimena_api_answers_total", "Answers of the API.", ("code", "status"))
POINTS = Counter("baimena_api_points_total", "Points that requests were charged with.")
SECONDS = Histogram(
    "baimena_api_answer_seconds",
    "How long an answer of the API took.",
    buckets=(0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0),
)
FINE = "fine"


def observe(code: str, status: int, points: int, seconds: float) -> None:
    """One more answer; ``code`` is that of its first error."""
    ANSWERS.labels(code, str(status)).inc()
    POINTS.inc(points)
    SECONDS.observe(seconds)
