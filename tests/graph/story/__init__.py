"""The story of the core, told once over HTTP by the partners' client."""
