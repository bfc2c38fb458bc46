"""Every command and option, in one place; the reference in docs/ is generated from it."""

from __future__ import annotations

import argparse
import datetime
import os
from pathlib import Path

_LANG = "信息用的语言：zh 或 en（默认看系统语言）"


def parser(version: str) -> argparse.ArgumentParser:
    """The whole command line."""
    top = argparse.ArgumentParser(
        prog="jingwei", description="经纬：把中文报页和文章编成可以逐句核对的静态知识网站。"
    )
    top.add_argument("--version", action="version", version=f"jingwei {version}")
    commands = top.add_subparsers(dest="command", required=True, metavar="命令")
    _build(
        commands.add_parser("build", help="编出网站", description="读 content/，编出 build/site/。")
    )
    _serve(
        commands.add_parser(
            "serve", help="边改边看", description="在本机预览；文件一改就重编并刷新。"
        )
    )
    _check(
        commands.add_parser(
            "check", help="核对已编出的网站", description="链接、锚、引文、没用上的决定。"
        )
    )
    _audit(
        commands.add_parser(
            "audit", help="源页整理情况", description="每一源页的字数、去处、缺文和接行。"
        )
    )
    _review(
        commands.add_parser(
            "review",
            help="由程序写出报页的整理文件",
            description="把程序的判断和疑问写进整理文件；编者写的一字不动。",
        )
    )
    _restore(
        commands.add_parser(
            "restore",
            help="拼接报页文字，不需要网站",
            description="把栏序错乱的报页文字拼成文章，写到屏幕或文件夹。",
        )
    )
    _annotate(
        commands.add_parser(
            "annotate",
            help="读出文中的人名、机构、日期、数字等",
            description="列出文中的人物、机构、地点、文件、日期、数字、引语、事件；不需要网站。",
        )
    )
    _suggest(
        commands.add_parser(
            "suggest",
            help="别名、新词、可能的错误，写成可以采纳或不要的建议",
            description="把可能的别名、新词、没把握的名称、可能的错误写成文件，由编者逐条采纳或不要。",
        )
    )
    schema = commands.add_parser(
        "schema", help="各种文件的 JSON Schema", description="人写的每种文件的 JSON Schema。"
    )
    schema.add_argument("name", nargs="?", help="只要其中一种")
    _language(schema)
    _new(
        commands.add_parser(
            "new", help="新建", description="新建网站、专题、文章或源页的整理文件。"
        )
    )
    return top


def _build(command: argparse.ArgumentParser) -> None:
    _folders(command)
    command.add_argument("--jobs", type=_jobs, default=os.cpu_count() or 1, help="并行进程数")
    command.add_argument("--strict", action="store_true", help="警告也算错误（提示不算）")
    command.add_argument("--report", type=Path, metavar="文件", help="把结果写成 JSON")
    _language(command)


def _serve(command: argparse.ArgumentParser) -> None:
    _folders(command)
    command.add_argument("--jobs", type=_jobs, default=os.cpu_count() or 1, help="并行进程数")
    command.add_argument("--port", type=_port, help="端口（默认 8000，占用则顺延）")
    _language(command)


def _check(command: argparse.ArgumentParser) -> None:
    _folders(command)
    command.add_argument("--strict", action="store_true", help="警告也算错误（提示不算）")
    command.add_argument("--report", type=Path, metavar="文件", help="把结果写成 JSON")
    _language(command)


def _audit(command: argparse.ArgumentParser) -> None:
    command.add_argument("--content", type=Path, default=Path("content"), help="内容文件夹")
    command.add_argument("--json", action="store_true", help="输出 JSON")
    _language(command)


def _review(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "pages", nargs="*", metavar="page", help="报页文件的路径或文件名（不写则全部）"
    )
    command.add_argument(
        "--again", action="store_true", help="程序自己的决定全部重做，编者的都照旧"
    )
    command.add_argument(
        "--list", action="store_true", help="只列出各页还有多少疑问，多的在前，什么也不写"
    )
    command.add_argument("--content", type=Path, default=Path("content"), help="内容文件夹")
    command.add_argument("--jobs", type=_jobs, default=os.cpu_count() or 1, help="并行进程数")
    _language(command)


def _restore(command: argparse.ArgumentParser) -> None:
    command.add_argument("files", nargs="+", type=Path, metavar="file", help="报页的文字文件")
    command.add_argument("--json", action="store_true", help="输出 JSON")
    command.add_argument("--out", type=Path, metavar="文件夹", help="每页写成其中的一个文件")
    command.add_argument("--jobs", type=_jobs, default=os.cpu_count() or 1, help="并行进程数")
    _language(command)


def _annotate(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "files",
        nargs="+",
        type=Path,
        metavar="file",
        help="文字文件、.md 文章或 .jsonl；- 是从标准输入读 JSON Lines",
    )
    command.add_argument(
        "--date", type=_day, metavar="日期", help="发表日期，用于没有写明日期的文字"
    )
    command.add_argument("--json", action="store_true", help="输出 JSON Lines，每篇一行")
    _language(command)


def _suggest(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "what", nargs="?", choices=("topics",), help="topics：只提议专题（不写：其他各种建议）"
    )
    command.add_argument(
        "--apply",
        action="store_true",
        help="把采纳的写进 authority/accepted.toml、lexicon.txt 和 topics/",
    )
    command.add_argument(
        "--out", type=Path, metavar="文件夹", help="建议写在哪里（默认 content/suggestions）"
    )
    command.add_argument("--content", type=Path, default=Path("content"), help="内容文件夹")
    command.add_argument("--jobs", type=_jobs, default=os.cpu_count() or 1, help="并行进程数")
    _language(command)


def _new(command: argparse.ArgumentParser) -> None:
    kinds = command.add_subparsers(dest="kind", required=True, metavar="种类")
    site = kinds.add_parser("site", help="新网站：一个可以直接编出的文件夹")
    site.add_argument("folder", type=Path, help="要建的文件夹")
    site.add_argument("--title", default="", help="网站名称")
    _language(site)
    for kind, text in (("topic", "新专题"), ("article", "新文章")):
        made = kinds.add_parser(kind, help=text)
        made.add_argument("title", help="名称或标题")
        made.add_argument("--slug", default="", help="网址末段（默认由拼音而来）")
        made.add_argument("--content", type=Path, default=Path("content"), help="内容文件夹")
        _language(made)
    page = kinds.add_parser("page", help="新源页：收入文件，写出待整理的整理文件")
    page.add_argument("file", type=Path, help="报页的文字文件")
    page.add_argument("--content", type=Path, default=Path("content"), help="内容文件夹")
    _language(page)


def _folders(command: argparse.ArgumentParser) -> None:
    command.add_argument("--content", type=Path, default=Path("content"), help="内容文件夹")
    command.add_argument(
        "--output", type=Path, default=Path("build"), help="输出文件夹，内有 site/ 和 cache/"
    )


def _language(command: argparse.ArgumentParser) -> None:
    command.add_argument("--lang", choices=("zh", "en"), help=_LANG)


def _jobs(text: str) -> int:
    value = int(text)
    if not 1 <= value <= 256:
        raise argparse.ArgumentTypeError("1 … 256")
    return value


def _day(text: str) -> str:
    try:
        return datetime.date.fromisoformat(text).isoformat()
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text}：写成 2022-10-10 这样") from error


def _port(text: str) -> int:
    value = int(text)
    if not 0 <= value <= 65535:
        raise argparse.ArgumentTypeError("0 … 65535")
    return value
