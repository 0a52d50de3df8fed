"""Facts gathered: for one citizen from her streams, for a population from the projections."""
