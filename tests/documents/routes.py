"""tests/portal/routes.txt: every address of the portal, so that none comes or goes unnoticed."""

from __future__ import annotations

from portal.routes import PAGES

PATH = "../tests/portal/routes.txt"


def render() -> str:
    """One line for each page: methods, address, the act it needs, and the acts of its form."""
    lines = [
        " ".join(
            [
                "+".join(page.methods),
                f"/{{language}}{page.path}" if page.spoken else page.path,
                f"needs {page.needs}",
                *(["does", *sorted(page.acts)] if page.acts else []),
            ]
        )
        for page in PAGES
    ]
    return "\n".join(sorted(lines, key=lambda line: line.split()[1])) + "\n"
