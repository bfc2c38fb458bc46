"""What the preview answers, asked through a real socket."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.unit.serve.running import Running, running, write_site

SECRET = "只有作者能看"


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    folder = tmp_path_factory.mktemp("preview")
    site = folder / "build" / "site"
    write_site(site)
    (site / "empty").mkdir()
    (site / "big.bin").write_bytes(bytes(range(256)) * 2000)
    (site / "党建.pdf").write_bytes(b"%PDF")
    (site / "style.css").write_text("p{}")
    (folder / "secret.txt").write_text(SECRET)
    (folder / "build" / "secret.txt").write_text(SECRET)
    (site / "out.txt").symlink_to(folder / "secret.txt")
    (site / "out").symlink_to(folder)
    with running(folder) as made:
        yield made


ANSWERS = {
    "home": ("/", 200, "text/html; charset=utf-8"),
    "index-by-name": ("/index.html", 200, "text/html; charset=utf-8"),
    "folder": ("/articles/a/", 200, "text/html; charset=utf-8"),
    "style-sheet": ("/style.css", 200, "text/css; charset=utf-8"),
    "query-is-ignored": ("/style.css?v=1", 200, "text/css; charset=utf-8"),
    "bytes": ("/big.bin", 200, "application/octet-stream"),
    "chinese-name": ("/%E5%85%9A%E5%BB%BA.pdf", 200, "application/pdf"),
    "missing": ("/nothing", 404, "text/html; charset=utf-8"),
    "missing-deep-down": ("/a/b/c/", 404, "text/html; charset=utf-8"),
    "folder-without-index": ("/empty/", 404, "text/html; charset=utf-8"),
    "folder-without-index-and-slash": ("/empty", 404, "text/html; charset=utf-8"),
    "folder-of-folders": ("/articles/", 404, "text/html; charset=utf-8"),
    "link-out-of-the-site": ("/out.txt", 404, "text/html; charset=utf-8"),
    "folder-link-out-of-the-site": ("/out/secret.txt", 404, "text/html; charset=utf-8"),
    "escaped-twice": ("/%252e%252e/secret.txt", 404, "text/html; charset=utf-8"),
    "own-script": ("/_jingwei/reload.js", 200, "text/javascript; charset=utf-8"),
    "own-style": ("/_jingwei/preview.css", 200, "text/css; charset=utf-8"),
    "own-problems": ("/_jingwei/problems.json", 200, "application/json; charset=utf-8"),
    "own-source-is-not-shown": ("/_jingwei/server.py", 404, "text/plain; charset=utf-8"),
}


@pytest.mark.parametrize(("path", "status", "kind"), ANSWERS.values(), ids=ANSWERS)
def test_answer(preview: Running, path: str, status: int, kind: str) -> None:
    answer = preview.get(path)
    assert (answer.status, answer.headers["Content-Type"]) == (status, kind)
    assert SECRET not in answer.body.decode("utf-8", "replace")
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    head = preview.get(path, "HEAD")
    assert (head.status, head.body) == (status, b"")
    assert head.headers["Content-Length"] == str(len(answer.body))


def test_bytes_arrive_whole(preview: Running) -> None:
    assert preview.get("/big.bin").body == (preview.site / "big.bin").read_bytes()


def test_pages_are_the_files_but_for_the_reload_script(preview: Running) -> None:
    before = (preview.site / "index.html").read_bytes()
    assert '<script src="/_jingwei/reload.js" data-version="test-1" defer>' in preview.get("/").text
    assert (preview.site / "index.html").read_bytes() == before


def test_folder_without_slash_is_redirected(preview: Running) -> None:
    answer = preview.get("/articles/a?q=1")
    assert (answer.status, answer.headers["Location"]) == (302, "/articles/a/?q=1")


HOSTILE_PATHS = {
    "dot-dot": "/../secret.txt",
    "dot-dot-deep": "/articles/../../secret.txt",
    "escaped-dots": "/%2e%2e/secret.txt",
    "escaped-slash": "/..%2fsecret.txt",
    "escaped-all": "/%2e%2e%2fsecret.txt",
    "escaped-twice": "/%252e%252e%252fsecret.txt",
    "overlong": "/%c0%ae%c0%ae%c0%afsecret.txt",
    "backslash": "/..\\secret.txt",
    "escaped-backslash": "/..%5csecret.txt",
    "nul": "/index.html%00.txt",
    "absolute": "//etc/passwd",
    "escaped-absolute": "/%2fetc/passwd",
    "full-url": "http://127.0.0.1/../secret.txt",
    "file-url": "file:///etc/passwd",
    "semicolon": "/..;/secret.txt",
    "drive": "/c:/windows/win.ini",
    "link": "/out/secret.txt",
    "raw-bytes": "/\xc0\xae\xc0\xae/secret.txt",
    "no-slash": "secret.txt",
}


@pytest.mark.parametrize("path", HOSTILE_PATHS.values(), ids=HOSTILE_PATHS)
def test_hostile_path(preview: Running, path: str) -> None:
    request = f"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
    answer = preview.raw(request.encode("latin-1"))
    assert answer.split()[1] in {b"400", b"404"}
    assert SECRET.encode() not in answer
    assert b"root:" not in answer


HOSTILE_REQUESTS = {
    "foreign-host": (b"GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n", 421),
    "foreign-host-for-notices": (
        b"GET /_jingwei/problems.json HTTP/1.1\r\nHost: evil.example\r\n\r\n",
        421,
    ),
    "foreign-host-for-events": (
        b"GET /_jingwei/events HTTP/1.1\r\nHost: evil.example\r\n\r\n",
        421,
    ),
    "no-host": (b"GET / HTTP/1.1\r\n\r\n", 421),
    "no-host-in-1.0": (b"GET / HTTP/1.0\r\n\r\n", 421),
    "no-host-in-0.9": (b"GET /\r\n\r\n", 421),
    "two-hosts": (b"GET / HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n\r\n", 421),
    "same-host-twice": (b"GET / HTTP/1.1\r\nHost: localhost\r\nHost: localhost\r\n\r\n", 421),
    "folded-host": (b"GET / HTTP/1.1\r\nHost: localhost\r\n .evil.example\r\n\r\n", 421),
    "space-before-colon": (b"GET / HTTP/1.1\r\nHost : localhost\r\n\r\n", 421),
    "foreign-full-url": (
        b"GET http://evil.example/ HTTP/1.1\r\nHost: localhost\r\n\r\n",
        400,
    ),
    "post": (b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n", 405),
    "unknown-method": (b"BREW / HTTP/1.1\r\nHost: localhost\r\n\r\n", 405),
    "options": (b"OPTIONS * HTTP/1.1\r\nHost: localhost\r\n\r\n", 405),
    "connect": (b"CONNECT evil.example:443 HTTP/1.1\r\nHost: localhost\r\n\r\n", 405),
    "body-holding-a-request": (
        b"GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 40\r\n\r\n"
        b"GET /index.html HTTP/1.1\r\nHost: localhost\r\n\r\n",
        400,
    ),
    "chunked-body": (
        b"GET / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        400,
    ),
    "not-http": (b"\x16\x03\x01\x02\x00\x01\x00\r\n\r\n", 400),
    "next-http": (b"GET / HTTP/2.0\r\nHost: localhost\r\n\r\n", 505),
    "long-line": (b"GET /" + b"a" * 70000 + b" HTTP/1.1\r\nHost: localhost\r\n\r\n", 414),
    "many-headers": (
        b"GET / HTTP/1.1\r\nHost: localhost\r\n" + b"X: y\r\n" * 200 + b"\r\n",
        431,
    ),
}


@pytest.mark.parametrize(("request_", "status"), HOSTILE_REQUESTS.values(), ids=HOSTILE_REQUESTS)
def test_hostile_request(preview: Running, request_: bytes, status: int) -> None:
    answer = preview.raw(request_)
    assert f" {status} ".encode() in answer.partition(b"\n")[0]
    assert answer.count(b"HTTP/1.1 ") == 1, "one answer, then the connection ends"
    assert b"<h1>" not in answer
    assert b"Traceback" not in answer


def test_a_refused_method_is_told_what_is_allowed(preview: Running) -> None:
    answer = preview.get("/", "DELETE")
    assert (answer.status, answer.headers["Allow"]) == (405, "GET, HEAD")


def test_one_connection_carries_several_requests(preview: Running) -> None:
    one = b"GET /style.css HTTP/1.1\r\nHost: localhost\r\n\r\n"
    assert preview.raw(one * 3).count(b"HTTP/1.1 200 ") == 3


def test_only_loopback_listens(preview: Running) -> None:
    assert preview.server.socket.getsockname()[0] == "127.0.0.1"


def test_a_busy_port_is_told(preview: Running, capsys: pytest.CaptureFixture[str]) -> None:
    from generator.serve.server import ServeRequest, serve
    from tests.unit.serve.running import Result

    port = preview.server.port
    request = ServeRequest(site=preview.site, content=preview.content, port=port)
    assert serve(request, lambda: Result(published=True), print) == 1
    assert f"端口 {port} 已被占用" in capsys.readouterr().err


def test_the_next_free_port_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from generator.serve import listen as module
    from generator.serve.bulletin import Bulletin
    from generator.serve.files import SiteFiles

    with socket.socket() as busy:
        busy.bind(("127.0.0.1", 0))
        busy.listen()
        port = busy.getsockname()[1]
        monkeypatch.setattr(module, "DEFAULT_PORT", port)
        server = module.listen(None, SiteFiles(tmp_path), Bulletin("t"), "zh")
        server.close()
    assert port < server.port < port + 20
