"""The look of the portal and its components, each drawn alone."""
