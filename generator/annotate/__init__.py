"""Article -> annotations, one file a kind. No I/O, no knowledge of other articles."""
