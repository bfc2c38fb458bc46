"""Knowledge -> files of data: JSON Lines, CSV, one SQLite file; format in docs/data.md."""
