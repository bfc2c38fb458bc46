"""What an article says, put together for weaving; `gather.py` is where it begins."""
