"""Names and municipalities of the synthetic region. Nobody real is meant."""

from __future__ import annotations

GIVEN_NAMES = {
    "female": (
        "Ane",
        "Maite",
        "Leire",
        "Carmen",
        "Itziar",
        "Lucía",
        "Nerea",
        "Rosario",
        "Uxue",
    ),
    "male": (
        "Iker",
        "Javier",
        "Mikel",
        "Andrés",
        "Xabier",
        "Pablo",
        "Fermín",
        "Julen",
        "Unai",
    ),
}
FAMILY_NAMES = (
    "Goñi", "Iriarte", "Larrea", "Oteiza", "Sarasa", "Zubiri", "Martínez", "Aldaz", "Erro",
    "Huarte", "Jiménez", "Lizarraga", "Munárriz", "Osés", "Redín", "Urdániz",
)  # fmt: skip
MUNICIPALITIES = (
    ("Pamplona / Iruña", False),
    ("Tudela", False),
    ("Estella-Lizarra", False),
    ("Baztan", True),
    ("Leitza", True),
    ("Bera", True),
    ("Tafalla", False),
    ("Altsasu / Alsasua", True),
)
"""Name, and whether it lies in the Basque-speaking zone (LF 18/1986 5)."""
