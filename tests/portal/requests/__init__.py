"""The researcher's wing, and the catalogue that everybody may look at."""
