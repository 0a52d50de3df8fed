"""Which rules judged, in one short word for manifests and answers."""

from governance.policy.access import ACCESS
from governance.policy.release import RELEASE
from governance.policy.verdict import version_of

RULES = version_of((RELEASE, ACCESS))
"""A digest of both tables: another wording, date or source gives another."""
