"""What belongs to whoever sits at the desk, and to no record: words typed and not yet saved."""
