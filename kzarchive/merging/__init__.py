"""Two records found to be one, whatever they are: proposed, rehearsed, merged, and undone."""
