"""The preview as an editor sees it in a browser: reload, problems over the page, recovery."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.conftest import PageAt
from tests.unit.serve.running import Result, Running, a_problem, running, write_site

HOSTILE = '<img src=x onerror="document.title=1"><script>document.title=1</script>'
TALL = "".join(f"<p>第 {number} 段</p>" for number in range(300))
OVERLAY = "#jingwei-preview section"


class Builder:
    """Publishes the text of content/x.md as the site; a text with 错 in it is a problem."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __call__(self) -> Result:
        source = self.folder / "content" / "x.md"
        text = source.read_text(encoding="utf-8") if source.exists() else "初稿"
        if "错" in text:
            return Result(False, (a_problem(fact=text),))
        write_site(self.folder / "build" / "site", text, TALL)
        return Result(published=True)


def _write(preview: Running, text: str) -> None:
    (preview.content / "x.md").write_text(text, encoding="utf-8")


def _shows(page: Page, title: str) -> None:
    expect(page.locator("h1")).to_contain_text(title)


def test_a_publish_reloads_every_tab_and_keeps_the_place(tmp_path: Path, page_at: PageAt) -> None:
    """Eight tabs: two more than the connections that a browser keeps to one server."""
    with running(tmp_path, Builder(tmp_path)) as preview:
        first = page_at(1280)
        pages = [first, *(first.context.new_page() for _ in range(7))]
        for page in pages:
            page.goto(f"{preview.server.url}articles/a/")
        first.evaluate("scrollTo(0, 2000)")
        _write(preview, "二稿")
        for page in pages:
            _shows(page, "二稿")
        first.wait_for_function("scrollY === 2000")
        # The tab that listened for all is closed: another must take its place.
        first.close()
        _write(preview, "三稿")
        for page in pages[1:]:
            _shows(page, "三稿")


def test_problems_lie_over_the_last_good_site_until_mended(tmp_path: Path, page_at: PageAt) -> None:
    with running(tmp_path, Builder(tmp_path)) as preview:
        page = page_at(1280)
        refused: list[str] = []
        page.on("console", lambda message: refused.append(message.text))
        page.goto(preview.server.url)
        _shows(page, "初稿")
        expect(page.locator(OVERLAY)).to_have_count(0)

        _write(preview, f"错 {HOSTILE}")
        overlay = page.locator(OVERLAY)
        expect(overlay).to_be_visible()
        expect(overlay).to_contain_text("网站未更新：有 1 个问题")
        expect(overlay).to_contain_text("content/topics/x.md:12")
        expect(overlay).to_contain_text(HOSTILE)
        expect(overlay.locator("img, script")).to_have_count(0)
        _shows(page, "初稿")
        assert overlay.evaluate("node => getComputedStyle(node).position") == "fixed"

        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        expect(overlay.get_by_role("list")).to_be_hidden()
        expect(overlay.get_by_role("button")).to_have_text("查看问题")

        # A tab opened meanwhile shows the same.
        late = page.context.new_page()
        late.goto(f"{preview.server.url}articles/a/")
        expect(late.locator(OVERLAY)).to_be_visible()

        _write(preview, "二稿")
        for tab in (page, late):
            _shows(tab, "二稿")
            expect(tab.locator(OVERLAY)).to_have_count(0)
        assert refused == [], "neither an error nor a policy violation"


def test_without_a_site_the_problems_are_the_page(tmp_path: Path, page_at: PageAt) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "x.md").write_text(f"错 {HOSTILE}", encoding="utf-8")
    with running(tmp_path, Builder(tmp_path)) as preview:
        page = page_at(375, "dark")
        page.goto(preview.server.url)
        _shows(page, "网站未能生成：有 1 个问题")
        expect(page.locator("main")).to_contain_text(HOSTILE)
        expect(page.locator(OVERLAY)).to_have_count(0)
        assert page.evaluate("document.documentElement.scrollWidth") == 375
        _write(preview, "还是错")
        expect(page.locator("main")).to_contain_text("还是错")
        _write(preview, "初稿")
        _shows(page, "初稿")


def test_a_restarted_server_is_found_again(tmp_path: Path, page_at: PageAt) -> None:
    page = page_at(1280)
    with running(tmp_path, Builder(tmp_path)) as preview:
        port = preview.server.port
        page.goto(preview.server.url)
        _shows(page, "初稿")
    (tmp_path / "content" / "x.md").write_text("二稿", encoding="utf-8")
    with running(tmp_path, Builder(tmp_path), port=port, token="second"):
        _shows(page, "二稿")
