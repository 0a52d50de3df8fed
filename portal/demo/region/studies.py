"""The studies of the region, one for each state in which a request can be."""

from __future__ import annotations

from governance.lives.access_requests.words import RequestKind
from governance.vocabulary.purposes import Purpose, RecipientKind
from portal.demo.studies import CLINICAL, EPIDEMIOLOGICAL, GENOMIC, Study

SLEEP = Study(
    name="sleep-and-memory",
    benefit="To know whether better sleep protects memory in older people.",
)
WAITING_TIMES = Study(
    name="waiting-times-in-primary-care",
    benefit="To plan surgeries where people wait longest.",
    purpose=Purpose.POLICY_AND_PLANNING,
    recipient=RecipientKind.PUBLIC_HEALTH_SERVICE,
)
ASTHMA = Study(
    name="asthma-in-schools",
    benefit="To find the schools where air makes children ill.",
    purpose=Purpose.PUBLIC_HEALTH,
    recipient=RecipientKind.PUBLIC_HEALTH_SERVICE,
)
HEART_VARIANTS = Study(
    name="rare-variants-of-the-heart",
    benefit="To recognise families at risk of sudden death before it happens.",
    categories=(GENOMIC, CLINICAL),
)
DIABETES_APP = Study(
    name="diabetes-app",
    benefit="A telephone app that proposes meals.",
    purpose=Purpose.PRODUCT_INNOVATION,
    recipient=RecipientKind.COMMERCIAL,
    public=False,
)
STATINS = Study(
    name="statins-taken-as-prescribed",
    benefit="To understand why people stop taking a medicine that protects them.",
)
AIR_QUALITY = Study(
    name="air-and-admissions",
    benefit="To measure how many admissions follow days of bad air.",
    categories=(EPIDEMIOLOGICAL, CLINICAL),
    days=20,
)
SCREENING = Study(
    name="screening-by-municipality",
    benefit="To see where invitations to screening are not answered.",
    purpose=Purpose.OFFICIAL_STATISTICS,
    recipient=RecipientKind.PUBLIC_HEALTH_SERVICE,
    kind=RequestKind.STATISTICS,
)
TEACHING = Study(
    name="teaching-data-science",
    benefit="To teach students of medicine with real data.",
    purpose=Purpose.EDUCATION,
)
"""In the order in which the region tells of them."""
