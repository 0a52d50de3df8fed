"""The API over HTTP: what it takes, what it answers, what it never tells."""
