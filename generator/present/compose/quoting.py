"""Sentences of articles -> quotes with their proof, their article and the heading they stand under."""

from __future__ import annotations

import msgspec

from generator.model.knowledge import Knowledge, Mention, SentenceRef
from generator.present import views
from generator.present.proof import proof
from generator.weave.sections import heads


class Quotes:
    """Quotes sentences; what is asked of an article once is remembered."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge
        self._heads: dict[int, list[int]] = {}
        """For each block of a reading the heading above; empty where there are no headings."""

    def sentence_url(self, mention: Mention) -> str:
        """Of the sentence of a mention, on the article's page."""
        sentences = self.knowledge.readings[mention.reading].annotations.sentences
        return f"{self.knowledge.article_urls[mention.reading]}#{sentences[mention.sentence].id}"

    def quote(self, mention: Mention) -> views.QuoteView:
        """The sentence of a mention, the mention highlighted."""
        reading = self.knowledge.readings[mention.reading]
        sentence = reading.annotations.sentences[mention.sentence]
        start = max(0, mention.start - sentence.start)
        end = min(mention.end, sentence.end) - sentence.start
        marks = ((start, end),) if end > start else ()
        return self._quote(SentenceRef(mention.reading, mention.sentence), marks)

    def quote_here(self, mention: Mention) -> views.QuoteView:
        """The same for a list in which the article stands above its sentences."""
        reading = self.knowledge.readings[mention.reading]
        article = reading.article
        sentence = reading.annotations.sentences[mention.sentence]
        first, last = sentence.start, sentence.end
        start = mention.start - first if mention.start > first else 0
        end = (mention.end if mention.end < last else last) - first
        return views.QuoteView(
            article.blocks[sentence.block].text[first:last],
            proof(article, sentence.block, first, last),
            f"{self.knowledge.article_urls[mention.reading]}#{sentence.id}",
            "",
            "",
            "",
            "",
            ((start, end),) if end > start else (),
            self._heading(mention.reading, sentence.block),
        )

    def quote_whole(self, mention: Mention) -> views.QuoteView:
        """The sentence of a mention, nothing highlighted."""
        return self._quote(SentenceRef(mention.reading, mention.sentence), ())

    def quote_words(self, mention: Mention) -> views.QuoteView:
        """The words of a mention by themselves: a sentence, or all of it but 此外，."""
        whole = self.quote_whole(mention)
        block, start, end = mention.block, mention.start, mention.end
        article = self.knowledge.readings[mention.reading].article
        return msgspec.structs.replace(
            whole,
            text=article.blocks[block].text[start:end],
            proof=proof(article, block, start, end),
        )

    def quote_sentence(self, reference: SentenceRef, start: int, end: int) -> views.QuoteView:
        """A sentence with block[start:end] highlighted."""
        sentence = self.knowledge.readings[reference.reading].annotations.sentences[
            reference.sentence
        ]
        marks = ((start - sentence.start, end - sentence.start),) if end > start else ()
        return self._quote(reference, marks)

    def _quote(self, reference: SentenceRef, marks: tuple[tuple[int, int], ...]) -> views.QuoteView:
        reading = self.knowledge.readings[reference.reading]
        article = reading.article
        sentence = reading.annotations.sentences[reference.sentence]
        url = self.knowledge.article_urls[reference.reading]
        block = article.blocks[sentence.block]
        return views.QuoteView(
            text=block.text[sentence.start : sentence.end],
            proof=proof(article, sentence.block, sentence.start, sentence.end),
            url=f"{url}#{sentence.id}",
            article=article.title,
            article_url=url,
            date=article.date,
            source=article.source,
            marks=marks,
            context=self._heading(reference.reading, sentence.block),
        )

    def _heading(self, reading: int, block: int) -> str:
        """Above a block; empty of a heading itself."""
        above = self._heads.get(reading)
        if above is None:
            found = heads(self.knowledge.readings[reading].article)
            above = self._heads[reading] = found if any(it >= 0 for it in found) else []
        at = above[block] if above else -1
        if at < 0 or at == block:
            return ""
        return self.knowledge.readings[reading].article.blocks[at].text
