"""One suite, two databases: what storage promises holds on SQLite and on PostgreSQL alike."""
