"""HTML read back: its text, and whether its elements nest."""

from __future__ import annotations

from html.parser import HTMLParser

_VOID = {"br", "img", "input", "hr", "meta", "link", "rect", "path"}


class Read(HTMLParser):
    """Tags, attributes and text of some HTML; raises AssertionError where it is not well-formed."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.parts: dict[str, str] = {}
        """id -> text of the element."""
        self._open: list[tuple[str, str, int]] = []
        self.feed(html)
        self.close()
        assert not self._open, f"left open: {self._open}"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        assert len(found) == len(attrs), f"an attribute twice: {attrs}"
        self.tags.append((tag, found))
        if tag == "a":
            assert all(name != "a" for name, _, _ in self._open), "a link inside a link"
        if tag not in _VOID:
            self._open.append((tag, found.get("id", ""), len(self.text)))
        elif "id" in found:
            self.parts[found["id"]] = ""

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        name, anchor, start = self._open.pop()
        assert name == tag, f"<{name}> closed by </{tag}>"
        if anchor:
            assert anchor not in self.parts, f"the id {anchor} twice"
            self.parts[anchor] = self.text[start:]

    def handle_data(self, data: str) -> None:
        self.text += data

    def having(self, name: str) -> list[dict[str, str]]:
        """Attributes of every element that carries this one."""
        return [attributes for _, attributes in self.tags if name in attributes]
