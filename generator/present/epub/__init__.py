"""A topic as a book: its view -> an EPUB 3 file whose every statement has a note with its sentence."""

from generator.present.epub.book import write_book

__all__ = ["write_book"]
