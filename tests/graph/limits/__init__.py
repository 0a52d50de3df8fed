"""The query guard: what it counts, what it refuses, and that it never counts too little."""
