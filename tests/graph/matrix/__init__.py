"""Who sees and does what over the API: of her own, of her study, foreign."""
