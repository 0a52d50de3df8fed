"""What the programme settles for everybody: switches, keys, partners, and the law that decides."""

from __future__ import annotations

from governance.lives.programme.keys import KeyKind
from governance.lives.programme.partners import PartnerScope
from governance.lives.programme.webhooks.words import WebhookStatus
from governance.vocabulary.regimes import Regime, Scope
from governance.vocabulary.switches import GenomicsRegime, QuorumRule, Switch
from portal.languages import N_

SWITCHES: dict[Switch, str] = {
    Switch.QUORUM: N_("Who must be present for a ballot"),
    Switch.GENOMICS: N_("Which law binds genetic data under European permits"),
}

QUORUM_RULES: dict[QuorumRule, str] = {
    QuorumRule.HALF_WITH_CHAIR_AND_SECRETARY: N_(
        "At least half of the members, with chair and secretary"
    ),
    QuorumRule.HALF_PLUS_ONE_WITH_LAY: N_(
        "More than half of the members, one of them from outside the health professions"
    ),
}

GENOMICS_REGIMES: dict[GenomicsRegime, str] = {
    GenomicsRegime.STRICT: N_("Spanish biomedical law counts too"),
    GenomicsRegime.EHDS_ALONE: N_("European law alone"),
}

REGIMES: dict[Regime, str] = {
    Regime.PROGRAMME: N_("Spanish biomedical and data protection law"),
    Regime.EHDS: N_("European Health Data Space"),
}

SCOPES: dict[Scope, str] = {
    Scope.WHOLE: N_("About the whole release"),
    Scope.CITIZEN: N_("About one person"),
}

KEY_KINDS: dict[KeyKind, str] = {
    KeyKind.CHECKPOINT: N_("Key that signs the ledger"),
    KeyKind.PACKAGE: N_("Key that signs releases"),
    KeyKind.RELEASE_PSEUDONYM: N_("Key of the pseudonyms of one permit"),
    KeyKind.HANDLE: N_("Key of the names by which systems are told of people"),
    KeyKind.WEBHOOK: N_("Key that signs messages to one system"),
}

WEBHOOK_STATUSES: dict[WebhookStatus, str] = {
    WebhookStatus.ACTIVE: N_("Told of changes"),
    WebhookStatus.DISABLED: N_("Given up, for it took nothing"),
    WebhookStatus.ENDED: N_("No longer told of changes"),
}

PARTNER_SCOPES: dict[PartnerScope, str] = {
    PartnerScope.VERDICTS: N_("Ask whether a use is allowed"),
    PartnerScope.CONSENTS: N_("Read what stands"),
    PartnerScope.CHANGES: N_("Read what changes"),
    PartnerScope.PERMITS: N_("Read which permits are in force"),
    PartnerScope.CATALOGUE: N_("Read the catalogue"),
}
