"""The only file I/O: content folder in, site folder out, memo, review files."""
