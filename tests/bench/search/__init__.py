"""What search finds, how fast, and with how many bytes."""
