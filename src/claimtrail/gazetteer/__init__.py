"""Names to places: build, fold, look up, find in text, tell apart."""
