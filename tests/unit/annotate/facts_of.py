"""A text written for a test -> the facts that the program takes from it."""

from __future__ import annotations

from generator.annotate.facts.gather import gather_facts
from generator.annotate.prose import article_prose
from generator.annotate.sentences import find_sentences
from generator.annotate.understand import understand
from generator.model.article import Article, ArticleId, Block
from generator.model.facts import At, Facts


class Told:
    """Facts of a text; paragraphs are parted by ／, those that begin with § are headings."""

    def __init__(self, text: str, date: str = "2022-10-10", title: str = "") -> None:
        blocks = tuple(
            Block(f"b{number}", "heading", it[1:], 2)
            if it[0] == "§"
            else Block(f"b{number}", "paragraph", it)
            for number, it in enumerate(text.split("／"))
        )
        article = Article(ArticleId("a"), title, "articles/a.md", blocks, date=date)
        self._sentences = find_sentences(article)
        self._blocks = blocks
        findings = understand(article_prose(article, self._sentences))
        self.facts: Facts = gather_facts(article, self._sentences, findings)

    def words(self, at: At) -> str:
        """What stands there."""
        return self._blocks[self._sentences[at[0]].block].text[at[1] : at[2]]

    def names(self, indices: tuple[int, ...]) -> list[str]:
        """Of those that take part."""
        return [self.facts.names[index].name for index in indices]
