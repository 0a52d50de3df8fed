"""The rules in words: what each says, where it comes from, and what it means to a citizen.

The sentences themselves stand in the tables of the law; the area ``law`` translates them.
"""

from __future__ import annotations

from governance.views.law import PROVISIONS
from portal.languages import N_, Tongue
from portal.messages.rules_reasons import OF_ANOTHER, OF_ONESELF

NO_ROW_GRANTS = "default"
"""What the tables report where no row allows something."""

TITLES: dict[str, str] = {
    "EHDS": N_("Regulation (EU) 2025/327 on the European Health Data Space"),
    "GDPR": N_("General Data Protection Regulation, (EU) 2016/679"),
    "Reg 1182/71": N_("Regulation 1182/71 on periods, dates and time limits"),
    "Ley 14/2007": N_("Law 14/2007 on biomedical research"),
    "Ley 39/2015": N_("Law 39/2015 on administrative procedure"),
    "Ley 40/2015": N_("Law 40/2015 on the public sector"),
    "Ley 41/2002": N_("Law 41/2002 on the autonomy of patients"),
    "LOPDGDD": N_("Organic Law 3/2018 on data protection"),
    "RD 1090/2015": N_("Royal Decree 1090/2015 on clinical trials and ethics committees"),
    "RD 1716/2011": N_("Royal Decree 1716/2011 on biobanks and samples"),
    "RD 1112/2018": N_("Royal Decree 1112/2018 on accessible public web sites"),
    "ENS": N_("Royal Decree 311/2022, National Security Framework"),
    "LF 17/2010": N_("Navarrese Law 17/2010 on rights and duties in health"),
    "LF 18/1986": N_("Navarrese Law 18/1986 on the Basque language"),
    "DF 8/2024": N_("Navarrese Decree 8/2024 on the ethics committee for research with medicines"),
    "Programme": N_("Promise of this programme"),
}
"""How each source is called where a citizen reads it."""


def sentence(tongue: Tongue, rule_id: str) -> str:
    """What a rule or a term says, as the table has it. A name that no table knows stays as it is.

    ``default``, which the tables report where no row grants, is a sentence too.
    """
    if rule_id == NO_ROW_GRANTS:
        return tongue.gettext("No rule allows this.")
    known = PROVISIONS.get(rule_id)
    return tongue.gettext(known.says) if known else rule_id


def source(tongue: Tongue, rule_id: str) -> str:
    """Where the rule comes from, as a citation; empty for what no table knows."""
    known = PROVISIONS.get(rule_id)
    if known is None:
        return ""
    return "; ".join(_cited(tongue, one.source, one.article, one.gist) for one in known.source)


def because(tongue: Tongue, rule_id: str, *, own: bool = True) -> str:
    """Why data stayed, in plain words: to the person herself, or to whoever decides for her.

    A rule that has no plain words (it is not about one person) is told as the table has it.
    """
    reasons = OF_ONESELF if own else OF_ANOTHER
    if rule_id in reasons:
        return tongue.gettext(reasons[rule_id])
    return sentence(tongue, rule_id)


def _cited(tongue: Tongue, law: str, article: str, gist: str) -> str:
    named = {"law": tongue.gettext(TITLES[law]), "article": article}
    if law == "Programme":
        return f"{named['law']}: {tongue.gettext(gist)}"
    if not any(letter.isdigit() for letter in article):
        return named["law"]
    if article.startswith("DA"):
        named["article"] = article.removeprefix("DA")
        return tongue.gettext("%(law)s, additional provision %(article)s") % named
    if article.startswith("op."):
        return tongue.gettext("%(law)s, measure %(article)s") % named
    return tongue.gettext("%(law)s, article %(article)s") % named
