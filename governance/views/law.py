"""The law as it is cited: what a rule says, and where that comes from. It is nobody's secret.

Whoever was told that a rule refused knows its id; that she may be told was decided before
(``policy/visibility``).
"""

from __future__ import annotations

from dataclasses import dataclass

from governance.policy.access import ACCESS
from governance.policy.deadlines import DEADLINES
from governance.policy.references import Reference
from governance.policy.release import RELEASE
from governance.policy.visibility import VISIBILITY


@dataclass(frozen=True, slots=True)
class Provision:
    """One row of a table of the law, and what it rests on."""

    id: str
    says: str
    source: tuple[Reference, ...]


PROVISIONS: dict[str, Provision] = {
    row.id: Provision(row.id, row.says, row.source)
    for table in (RELEASE, ACCESS, VISIBILITY, DEADLINES)
    for row in table
}
"""Every rule (``R-``, ``A-``, ``V-``) and term (``D-``) by its id."""
