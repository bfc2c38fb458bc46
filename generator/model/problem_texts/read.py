"""Problems of the stage read."""

from __future__ import annotations

from generator.model.problem_texts.text import ProblemText

TEXTS: tuple[ProblemText, ...] = (
    # What the bytes of a file say (text/decode.py).
    ProblemText(
        code="encoding-nul",
        level="error",
        details=(
            "第 {offset} 个字节（从 0 数）是空字节，这不像文本文件",
            "byte {offset} (counted from 0) is NUL, so this does not look like a text file",
        ),
        hints=(
            "如果这是文本，请用编辑器另存为 UTF-8；如果不是，请把它移出内容文件夹",
            "If it is text, save it as UTF-8 in an editor; if not, move it out of the content folder",
        ),
    ),
    ProblemText(
        code="encoding-character",
        level="error",
        details=(
            "第 {offset} 个字节（从 0 数）处有不属于文本的字符 {character}",
            "at byte {offset} (counted from 0) stands {character}, which is not a text character",
        ),
        hints=("请删去这个字符", "Delete that character"),
    ),
    ProblemText(
        code="encoding-utf8-broken",
        level="error",
        details=(
            "文件是 UTF-8，但第 {offset} 个字节（从 0 数）处已损坏",
            "the file is UTF-8 but damaged at byte {offset} (counted from 0)",
        ),
        hints=(
            "请对照原件补上这一处的文字，再存为 UTF-8",
            "Restore the text there from the original and save the file as UTF-8",
        ),
    ),
    ProblemText(
        code="encoding-utf16-broken",
        level="error",
        details=(
            "文件是 UTF-16，但第 {offset} 个字节（从 0 数）处已损坏",
            "the file is UTF-16 but damaged at byte {offset} (counted from 0)",
        ),
        hints=(
            "请对照原件补上这一处的文字，再存为 UTF-8",
            "Restore the text there from the original and save the file as UTF-8",
        ),
    ),
    ProblemText(
        code="encoding-utf32",
        level="error",
        details=(
            "文件是 UTF-32（第 {offset} 个字节起），不支持这种编码",
            "the file is UTF-32 (from byte {offset}), which is not supported",
        ),
        hints=("请另存为 UTF-8", "Save the file as UTF-8"),
    ),
    ProblemText(
        code="encoding-unsure",
        level="error",
        details=(
            "无法确定文件的编码：第 {offset} 个字节（从 0 数）起不是 UTF-8，"
            "可能是 GB18030，也可能是 Big5，文字太少，分辨不清",
            "the encoding can't be decided: from byte {offset} (counted from 0) it is not UTF-8; "
            "it could be GB18030 or Big5, and there is too little text to tell",
        ),
        hints=(
            "请用知道原编码的编辑器打开，另存为 UTF-8",
            "Open it in an editor with the right encoding and save it as UTF-8",
        ),
    ),
    ProblemText(
        code="encoding-unknown",
        level="error",
        details=(
            "认不出文件的编码：第 {offset} 个字节（从 0 数）起不是 UTF-8，"
            "按 GB18030 或 Big5 读也不成文",
            "the encoding is not recognised: from byte {offset} (counted from 0) it is not UTF-8, "
            "and read as GB18030 or Big5 it makes no sense",
        ),
        hints=(
            "如果这是文本，请另存为 UTF-8；如果不是，请把它移出内容文件夹",
            "If it is text, save it as UTF-8; if not, move it out of the content folder",
        ),
    ),
    # What lies in the content folder (store/read.py).
    ProblemText(
        code="content-missing",
        level="error",
        details=("找不到内容文件夹 {folder}", "there is no content folder {folder}"),
        hints=(
            "请核对路径，或用 jingwei new site 新建一个",
            "Check the path, or make one with `jingwei new site`",
        ),
    ),
    ProblemText(
        code="content-not-folder",
        level="error",
        details=("{folder} 不是文件夹", "{folder} is not a folder"),
        hints=("请给出内容文件夹的路径", "Give the path of the content folder"),
    ),
    ProblemText(
        code="content-empty",
        level="error",
        details=(
            "{folder} 里没有 site.toml，也没有可用的文章或源文件",
            "{folder} holds neither a site.toml nor any article or source page",
        ),
        hints=(
            "请核对路径，或用 jingwei new site 新建一个",
            "Check the path, or make one with `jingwei new site`",
        ),
    ),
    ProblemText(
        code="content-crowded",
        level="error",
        details=("文件超过 {limit} 个", "there are more than {limit} files"),
        hints=("请拆成几个网站", "Split it into several sites"),
    ),
    ProblemText(
        code="file-large",
        level="error",
        details=(
            "文件有 {size} 字节，超过上限 {limit} 字节",
            "the file has {size} bytes; the limit is {limit}",
        ),
        hints=(
            "请拆成几个文件，或在 site.toml 的 [limits] 里调高 file-bytes",
            "Split it, or raise file-bytes in [limits] of site.toml",
        ),
    ),
    ProblemText(
        code="media-large",
        level="error",
        details=(
            "图片或附件有 {size} 字节，超过上限 {limit} 字节",
            "the picture or document has {size} bytes; the limit is {limit}",
        ),
        hints=(
            "请压缩或缩小它，或链接到别处的文件",
            "Make it smaller, or link to a file elsewhere",
        ),
    ),
    ProblemText(
        code="file-unreadable",
        level="error",
        details=("读不了（{reason}）", "it can't be read ({reason})"),
        hints=(
            "请检查文件名、路径和读取权限",
            "Check the name, the path and that you may read it",
        ),
    ),
    ProblemText(
        code="file-special",
        level="error",
        details=(
            "这不是普通文件（是管道、设备之类）",
            "this is no ordinary file (a pipe, a device …)",
        ),
        hints=("请把它移出内容文件夹", "Move it out of the content folder"),
    ),
    ProblemText(
        code="file-unknown",
        level="note",
        details=(
            "不知道这个文件有什么用，没有读",
            "nothing is known to do with this file; not read",
        ),
        hints=(
            "文章放在 articles/ 下（.md），源文件放在 pages/ 下（.txt），专题放在 topics/ 下（.md），"
            "规范档放在 authority/ 下（.toml）；图片等放在 assets/ 下",
            "Articles go to articles/ (.md), source pages to pages/ (.txt), topics to topics/ (.md), "
            "authority files to authority/ (.toml); images and the like to assets/",
        ),
    ),
    ProblemText(
        code="review-orphan",
        level="error",
        details=("旁边没有源文件 {page}", "there is no source page {page} beside it"),
        hints=(
            "请把源文件放回来，或改正文件名，或删去这个审校文件",
            "Put the page back, mend the name, or delete this review file",
        ),
    ),
    ProblemText(
        code="name-undecodable",
        level="error",
        details=("文件名不是 UTF-8", "the file name is not UTF-8"),
        hints=("请改名", "Rename it"),
    ),
    ProblemText(
        code="name-control",
        level="error",
        details=(
            "文件名里有控制字符 {character}",
            "the file name holds the control character {character}",
        ),
        hints=("请改名", "Rename it"),
    ),
    ProblemText(
        code="name-clash",
        level="error",
        details=(
            "与 {other} 只有大小写或字符编码形式之差，有的系统上会是同一个文件",
            "it differs from {other} only in case or Unicode form; some systems take both for one",
        ),
        hints=("请给其中一个改名", "Rename one of them"),
    ),
    ProblemText(
        code="link-outside",
        level="error",
        details=(
            "这个符号链接指向内容文件夹之外",
            "this symbolic link leads out of the content folder",
        ),
        hints=("请把文件本身放进来", "Put the file itself here"),
    ),
    ProblemText(
        code="link-broken",
        level="error",
        details=("这个符号链接指向的文件不存在", "this symbolic link leads nowhere"),
        hints=("请删去链接，或把文件放进来", "Delete the link, or put the file here"),
    ),
    ProblemText(
        code="link-loop",
        level="error",
        details=("这个符号链接绕回了自己", "this symbolic link leads back to itself"),
        hints=("请删去链接", "Delete the link"),
    ),
)
