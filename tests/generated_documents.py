"""Write the generated documents, or with ``--check`` say which are no longer true.

A document is a module of ``tests.documents`` with a ``PATH`` under docs/ and a ``render``.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

from tests import documents

DOCS = Path(__file__).resolve().parents[1] / "docs"


def generated() -> Iterator[tuple[Path, str]]:
    """Each document's place, and what it should say."""
    for found in iter_modules(documents.__path__):
        module = import_module(f"{documents.__name__}.{found.name}")
        yield DOCS / module.PATH, module.render()


def outdated() -> list[str]:
    """The names of documents that do not say what the code says."""
    return [
        path.name
        for path, text in generated()
        if not path.is_file() or path.read_text(encoding="utf-8") != text
    ]


def write() -> None:
    """Put every document in its place."""
    for path, text in generated():
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    if "--check" not in sys.argv[1:]:
        write()
    elif names := outdated():
        sys.exit(f"no longer true, write them with `make documents`: {', '.join(names)}")
