"""The API over HTTP: what partners send, and what they are told."""
