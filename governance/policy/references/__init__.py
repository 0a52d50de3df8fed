"""Where rules come from: laws by article, and the programme's own promises by name.

A rule names its sources as ``EHDS["71(3)"]``; an article that is not listed here is a ``KeyError``
when the tables are imported, so that no rule can cite what nobody has read.
"""

from governance.policy.references.european import EHDS, GDPR, REG_1182_71
from governance.policy.references.programme import PROGRAMME
from governance.policy.references.source import Reference, Source
from governance.policy.references.spanish import (
    DF_8_2024,
    ENS,
    LEY_14_2007,
    LEY_39_2015,
    LEY_40_2015,
    LEY_41_2002,
    LF_17_2010,
    LF_18_1986,
    LOPDGDD,
    RD_1090_2015,
    RD_1112_2018,
    RD_1716_2011,
)

__all__ = [
    "DF_8_2024",
    "EHDS",
    "ENS",
    "GDPR",
    "LEY_14_2007",
    "LEY_39_2015",
    "LEY_40_2015",
    "LEY_41_2002",
    "LF_17_2010",
    "LF_18_1986",
    "LOPDGDD",
    "PROGRAMME",
    "RD_1090_2015",
    "RD_1112_2018",
    "RD_1716_2011",
    "REG_1182_71",
    "Reference",
    "Source",
]
