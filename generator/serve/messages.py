"""Message name + language -> what the preview server says, in Chinese or English."""

from __future__ import annotations

from typing import Final

from generator.model.problem import Lang

_TEXTS: Final[dict[str, tuple[str, str]]] = {
    # Terminal.
    "serving": (
        "预览地址：{url}（按 Ctrl-C 结束）",
        "Preview at {url} (press Ctrl-C to stop)",
    ),
    "moved-port": (
        "端口 {wanted} 已被占用，改用 {port}。",
        "Port {wanted} is taken; using {port} instead.",
    ),
    "port-taken": (
        "端口 {port} 已被占用。请先结束占用它的程序，或用 --port 另选一个端口。",
        "Port {port} is taken. Stop the program that uses it, or choose another with --port.",
    ),
    "ports-taken": (
        "端口 {first}–{last} 全被占用。请用 --port 另选一个端口。",
        "Ports {first}–{last} are all taken. Choose another with --port.",
    ),
    "port-denied": (
        "无权使用端口 {port}。请用 --port 选 1024 以上的端口。",
        "Port {port} may not be used. Choose one above 1024 with --port.",
    ),
    "port-failed": (
        "无法使用端口 {port}（{reason}）。请用 --port 另选一个端口。",
        "Port {port} cannot be used ({reason}). Choose another with --port.",
    ),
    "building": ("正在生成网站……", "Building the site …"),
    "changed": ("文件有改动，正在重新生成……", "Files have changed, rebuilding …"),
    "built": ("网站已更新，用时 {seconds} 秒。", "Site updated in {seconds} s."),
    "kept": (
        "有 {count} 个问题，网站未更新；改好后会自动重新生成。",
        "{count} problem(s), site not updated; it is rebuilt as soon as a file changes.",
    ),
    "crashed": (
        "程序内部出错，网站未更新。这是程序的缺陷，请把上面的内容报告给开发者。",
        "Internal error, site not updated. This is a defect of the program: report the above.",
    ),
    "polling": (
        "系统不能通知文件改动（{reason}），改为定时检查。",
        "The system cannot report file changes ({reason}); checking at intervals instead.",
    ),
    "unwatched": (
        "无法监视文件改动（{reason}）。请在改动后重新运行 jingwei serve。",
        "Files cannot be watched ({reason}). Run jingwei serve again after a change.",
    ),
    "stopped": ("预览已结束。", "Preview stopped."),
    # Browser.
    "language": ("zh-Hans", "en"),
    "failed-title": ("网站未更新：有 {count} 个问题", "Site not updated: {count} problem(s)"),
    "failed-note": (
        "当前显示的是上一次成功生成的网站。改好文件并保存，页面会自动刷新。",
        "This is the last good site. Mend the files and save: the page reloads by itself.",
    ),
    "no-site-title": (
        "网站未能生成：有 {count} 个问题",
        "The site could not be built: {count} problem(s)",
    ),
    "no-site-note": (
        "还没有生成过网站。改好文件并保存，页面会自动刷新。",
        "There is no site yet. Mend the files and save: the page reloads by itself.",
    ),
    "more": (
        "另有 {count} 个，见运行 jingwei serve 的终端。",
        "{count} more: see the terminal that runs jingwei serve.",
    ),
    "wait-title": ("正在生成网站", "Building the site"),
    "wait-note": ("完成后页面会自动刷新。", "The page reloads by itself when it is ready."),
    "collapse": ("收起", "Collapse"),
    "expand": ("查看问题", "Show problems"),
    "hint": ("办法：", "Way out: "),
    "error": ("错误", "error"),
    "warning": ("警告", "warning"),
    "note": ("提示", "note"),
    "internal": (
        "程序内部出错：{reason}",
        "Internal error: {reason}",
    ),
    "internal-hint": (
        "这是程序的缺陷。详情见运行 jingwei serve 的终端，请报告给开发者。",
        "This is a defect of the program. See the terminal that runs jingwei serve, and report it.",
    ),
    # Short answers to requests.
    "bad-host": (
        "拒绝：请求的主机名不是本机。请用 {url} 访问。",
        "Refused: the request names a host other than this machine. Use {url}",
    ),
    "bad-method": ("拒绝：预览只供读取。", "Refused: the preview is read-only."),
    "bad-target": ("拒绝：网址的写法不对。", "Refused: the address is malformed."),
    "missing": ("没有这一页。", "There is no such page."),
}


def text(name: str, lang: Lang, **facts: object) -> str:
    """The message of this name; KeyError for a name or a fact the table does not know."""
    return _TEXTS[name][lang == "en"].format_map(facts)
