"""Problems of the stage build: the output folder, and articles whose work had to be stopped."""

from __future__ import annotations

from generator.model.problem_texts.text import ProblemText

TEXTS: tuple[ProblemText, ...] = (
    ProblemText(
        code="twin-name-form",
        level="error",
        details=(
            "{key} 不是名称：{value}",
            "{key} is no name: {value}",
        ),
        hints=(
            "写名称，照写；或写“简体=繁体”，等号两边都要有字，如 丰子恺=豐子愷",
            "Write the name as it stays, or simplified=traditional with words on both sides",
        ),
    ),
    ProblemText(
        code="twin-without-opencc",
        level="note",
        details=(
            "没有装 OpenCC，没有出繁体的一份",
            "OpenCC is not installed: there is no traditional twin",
        ),
        hints=(
            "安装：pip install 'jingwei[hant]'",
            "install it: pip install 'jingwei[hant]'",
        ),
    ),
    ProblemText(
        code="twin-of-traditional",
        level="note",
        details=(
            "内容本来就是繁体，没有再出一份",
            "the content is traditional already: there is no twin",
        ),
        hints=(
            "去掉 [twin]，或者把 language 改成 zh-Hans",
            "take [twin] away, or set language to zh-Hans",
        ),
    ),
    ProblemText(
        code="pictures-without-pillow",
        level="note",
        details=(
            "没有装 Pillow，没有画分享图",
            "Pillow is not installed: no share pictures were drawn",
        ),
        hints=(
            "安装：pip install 'jingwei[pictures]'",
            "install it: pip install 'jingwei[pictures]'",
        ),
    ),
    ProblemText(
        code="pictures-without-font",
        level="note",
        details=(
            "这台机器上没有找到中文字体，没有画分享图",
            "no Chinese font was found on this machine: no share pictures were drawn",
        ),
        hints=(
            '安装思源宋体（Noto Serif CJK）等字体，或在 [save] 写 font = "字体文件"',
            'install one such as Noto Serif CJK, or name one in [save]: font = "FILE"',
        ),
    ),
    ProblemText(
        code="pictures-font-missing",
        level="note",
        details=(
            "没有字体文件 {font}，没有画分享图",
            "there is no font file {font}: no share pictures were drawn",
        ),
        hints=(
            "改正路径（从内容文件夹算起），或删去这一行，用系统里的字体",
            "mend the path (from the content folder), or leave it out to use the system's fonts",
        ),
    ),
    ProblemText(
        code="output-locked",
        level="error",
        details=(
            "另一个 jingwei 正在写 {file}，等了 {seconds} 秒仍未结束",
            "another jingwei is writing to {file} and was not done after {seconds} seconds",
        ),
        hints=(
            "等它结束再运行，或用 --output 换一个输出文件夹",
            "run again when it has finished, or give another folder by --output",
        ),
    ),
    ProblemText(
        code="output-full",
        level="error",
        details=(
            "写 {file} 时磁盘空间或配额用尽，原来的网站没有改动",
            "the disk or quota was full while writing {file}; the site is as it was",
        ),
        hints=(
            "腾出空间后重新运行，或用 --output 换到别的磁盘",
            "make room and run again, or give a folder on another disk by --output",
        ),
    ),
    ProblemText(
        code="output-not-writable",
        level="error",
        details=(
            "没有写 {file} 的权限，原来的网站没有改动",
            "{file} may not be written; the site is as it was",
        ),
        hints=(
            "改正输出文件夹的所有者和权限，或用 --output 换一个文件夹",
            "mend owner and permissions of the output folder, or give another by --output",
        ),
    ),
    ProblemText(
        code="output-not-folder",
        level="error",
        details=(
            "{file} 应是真正的文件夹，现在是文件或符号链接",
            "{file} has to be a real folder and is a file or a symbolic link",
        ),
        hints=(
            "移走它，或用 --output 换一个文件夹；要用别的磁盘，让整个输出文件夹在那里",
            "move it away or give another folder by --output; "
            "to use another disk, let the whole output folder lie there",
        ),
    ),
    ProblemText(
        code="output-not-movable",
        level="error",
        details=(
            "{file} 不能一步换成新网站：它是挂载点，或与输出文件夹不在同一文件系统",
            "{file} can't be exchanged in one step: it is a mount point, or on another file system "
            "than the output folder",
        ),
        hints=(
            "挂载整个输出文件夹而不是其中的 site，或删除 site 后重新运行",
            "mount the whole output folder and not site in it, or delete site and run again",
        ),
    ),
    ProblemText(
        code="output-name-too-long",
        level="error",
        details=(
            "文件名或路径太长，系统不接受：{file}",
            "the system refuses so long a file name or path: {file}",
        ),
        hints=(
            "用更短的 slug，或把输出文件夹放到更浅的位置",
            "give a shorter slug, or an output folder with a shorter path",
        ),
    ),
    ProblemText(
        code="output-failed",
        level="error",
        details=(
            "系统不能写 {file}：{reason}；原来的网站没有改动",
            "the system can't write {file}: {reason}; the site is as it was",
        ),
        hints=(
            "检查磁盘和输出文件夹后重新运行",
            "check the disk and the output folder, then run again",
        ),
    ),
    ProblemText(
        code="output-taken",
        level="error",
        details=(
            "{file} 不是 jingwei 生成的，却占了网页 {page} 的位置",
            "{file} was not made by jingwei and stands where the page {page} must go",
        ),
        hints=(
            "移走或删除这个文件，或给那个网页换一个 slug",
            "move or delete that file, or give that page another slug",
        ),
    ),
    ProblemText(
        code="leaf-timed-out",
        level="error",
        details=(
            "处理这个文件超过 {seconds} 秒，已停止",
            "work on this file was stopped after {seconds} seconds",
        ),
        hints=(
            "把文件拆小，或去掉其中异常的部分（很深的嵌套、很长的一行、成片的符号）",
            "split the file, or take out what is unusual in it "
            "(deep nesting, a very long line, runs of punctuation)",
        ),
    ),
    ProblemText(
        code="leaf-died",
        level="error",
        details=(
            "处理这个文件的进程意外结束，可能是内存不足",
            "the process at work on this file ended unexpectedly, perhaps for want of memory",
        ),
        hints=(
            "用 --jobs 1 再试；若仍如此，把文件拆小",
            "try again with --jobs 1; if that does not help, split the file",
        ),
    ),
)
