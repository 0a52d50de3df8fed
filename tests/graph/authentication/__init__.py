"""Who asks, and who only says so: access tokens of two providers, honest and forged."""
