"""Articles -> the files of the search index."""
