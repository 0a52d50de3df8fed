"""Entries of the size and form that the ledger holds, for benchmarks."""

from __future__ import annotations


def entries_like_ours(count: int) -> list[bytes]:
    """Canonical bytes of so many recorded choices."""
    return [
        b'{"body":{"at":%d,"by":"%032x","capacity":"self","cells":"research:genomic:public",'
        b'"channel":"online","says":"allow","sheet":"%032x"},"code":"consent.recorded.v1",'
        b'"salt":"%032x","stream":"consents/%032x","version":1}'
        % (1_900_000_000_000_000 + number, number, number % 7, number * 31, number)
        for number in range(count)
    ]
