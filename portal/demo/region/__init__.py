"""The region of the demo: households one can sign in as, and requests in every state."""
