"""Newspaper page -> articles and ledger; authored Markdown -> article. No I/O."""
