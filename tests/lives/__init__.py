"""Stories of every life: what was, what somebody asks, what comes of it."""
