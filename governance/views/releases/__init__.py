"""Releases, for whoever prepares, signs, receives or checks them."""

from governance.views.releases.preparable import (
    Preparable,
    PreparableShown,
    SourceOffered,
    VersionOffered,
)
from governance.views.releases.questions import MyReleases, Release, Releases
from governance.views.releases.shown import (
    ColumnOf,
    DatasetOf,
    NoticeShown,
    PermitOf,
    PreviewShown,
    RecipeShown,
    ReleaseShown,
    Signature,
    Step,
)

__all__ = [
    "ColumnOf",
    "DatasetOf",
    "MyReleases",
    "NoticeShown",
    "PermitOf",
    "Preparable",
    "PreparableShown",
    "PreviewShown",
    "RecipeShown",
    "Release",
    "ReleaseShown",
    "Releases",
    "Signature",
    "SourceOffered",
    "Step",
    "VersionOffered",
]
