"""The naive oracle: written from the law itself, person by person; it never sees our policy."""
