"""Ethics: the committee, its meetings, and the review of each request. Three aggregates."""
