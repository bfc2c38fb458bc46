"""Problems of the stage check: what the published files say that they should not."""

from __future__ import annotations

from generator.model.problem_texts.text import ProblemText

TEXTS: tuple[ProblemText, ...] = (
    ProblemText(
        code="page-markup",
        level="error",
        details=(
            "网页标记不完整，从“{found}”起无法确切读出",
            "the markup is broken and can't be read surely from '{found}' on",
        ),
        hints=(
            "检查模板：标签要成对，文字里的“<”要写作 &lt;",
            "check the template: close each element and write &lt; for a '<' in text",
        ),
    ),
    ProblemText(
        code="page-encoding",
        level="error",
        details=(
            "文件不是 UTF-8，第 {found} 字节起无法读出",
            "the file is not UTF-8 from byte {found} on",
        ),
        hints=("重新运行 jingwei build 生成这个文件", "make the file anew with jingwei build"),
    ),
    ProblemText(
        code="page-base",
        level="error",
        details=(
            '网页里有 <base href="{found}">，会改变所有链接的去向',
            'the page has <base href="{found}">, which changes where every link leads',
        ),
        hints=(
            "从模板中去掉 <base>，链接都从网页自身的位置写起",
            "take <base> out of the template and write links from the page's own place",
        ),
    ),
    ProblemText(
        code="page-title-missing",
        level="error",
        details=("网页没有标题（<title>）{found}", "the page has no title (<title>){found}"),
        hints=("在模板的 <head> 里写上 <title>", "write a <title> in the template's <head>"),
    ),
    ProblemText(
        code="page-language-missing",
        level="error",
        details=(
            "网页没有写明语言（<html lang>）{found}",
            "the page does not say its language (<html lang>){found}",
        ),
        hints=(
            "在模板的 <html> 上写明 lang，例如 zh-Hans",
            "give the template's <html> a lang, such as zh-Hans",
        ),
    ),
    ProblemText(
        code="page-id-repeated",
        level="error",
        details=(
            "锚点“{found}”在同一网页里出现了不止一次",
            "the id '{found}' stands on more than one element of the page",
        ),
        hints=(
            "改掉其中一个；若来自文章里的 HTML，改那里的 id",
            "rename one of them; if it comes from HTML in an article, change its id there",
        ),
    ),
    ProblemText(
        code="site-link-broken",
        level="error",
        details=(
            "链接指向不存在的网页“{target}”（{count} 个网页上有）",
            "a link leads to '{target}', which is not there (on {count} pages)",
        ),
        hints=(
            "改正链接或补上目标；最接近的地址：{nearest}",
            "mend the link or add its target; nearest address: {nearest}",
        ),
    ),
    ProblemText(
        code="site-anchor-missing",
        level="error",
        details=(
            "链接指向“{target}”的锚点“{anchor}”，那里没有（{count} 个网页上有）",
            "a link leads to '{anchor}' on '{target}', where there is no such id (on {count} pages)",
        ),
        hints=(
            "改正 # 之后的部分，或在目标网页补上这个锚点",
            "mend what follows the #, or give the target page that id",
        ),
    ),
    ProblemText(
        code="site-link-outside",
        level="error",
        details=(
            "链接“{target}”走出了网站的根目录（{count} 个网页上有）",
            "the link '{target}' leads out of the site's root (on {count} pages)",
        ),
        hints=("减少“../”，或者写出完整网址", "take away some '../', or write the whole URL"),
    ),
    ProblemText(
        code="site-link-absolute",
        level="error",
        details=(
            "链接“{target}”从服务器根目录写起，网站放到别的路径下就断了（{count} 个网页上有）",
            "the link '{target}' starts at the server's root and breaks when the site stands under another path (on {count} pages)",
        ),
        hints=(
            "改为相对链接，或在 site.toml 里写明 base_url",
            "make it a relative link, or set base_url in site.toml",
        ),
    ),
    ProblemText(
        code="site-link-unsafe",
        level="error",
        details=(
            "链接“{target}”会执行代码或读取本地内容（{count} 个网页上有）",
            "the link '{target}' runs code or reads local data (on {count} pages)",
        ),
        hints=("改为指向网页的普通链接", "make it an ordinary link to a page"),
    ),
    ProblemText(
        code="site-request-elsewhere",
        level="error",
        details=(
            "网页会向别的网站请求“{target}”（{count} 个网页上有）",
            "the page fetches '{target}' from another site (on {count} pages)",
        ),
        hints=(
            "把文件放进本站再引用；读者的访问不应让第三方知道",
            "keep a copy on this site and use that: nobody else should learn who reads it",
        ),
    ),
    ProblemText(
        code="value-differs",
        level="error",
        details=(
            "网页上的数值与所引的字不符（{found}）",
            "the amount on the page is not in the words it is of ({found})",
        ),
        hints=(
            "这是程序的错误，请报告；在名录里用 [[correct]] 改正或去掉这个数字，可以先发布",
            "a bug: please report it; a [[correct]] that mends or drops the figure lets you publish",
        ),
    ),
    ProblemText(
        code="value-malformed",
        level="error",
        details=("网页上的数值不是数（{found}）", "the amount on the page is no number ({found})"),
        hints=("检查模板里的 <data value>", "check <data value> in the template"),
    ),
    ProblemText(
        code="date-differs",
        level="error",
        details=(
            "网页上的日期与所引的字不符（{found}）",
            "the date on the page does not follow from the words it is of ({found})",
        ),
        hints=(
            "这是程序的错误，请报告；在名录里用 [[correct]] 改正或去掉这个日期，可以先发布",
            "a bug: please report it; a [[correct]] that mends or drops the date lets you publish",
        ),
    ),
    ProblemText(
        code="date-malformed",
        level="error",
        details=("网页上的日期不是 EDTF（{found}）", "the date on the page is no EDTF ({found})"),
        hints=(
            "检查模板里的 datetime 和 data-edtf",
            "check datetime and data-edtf in the template",
        ),
    ),
    ProblemText(
        code="proof-source-missing",
        level="error",
        details=(
            "引文的来源文件“{source}”不存在或无法读出",
            "the source '{source}' of a quotation is not there or cannot be read",
        ),
        hints=(
            "放回这个文件，或重新运行 jingwei build",
            "put the file back, or run jingwei build again",
        ),
    ),
    ProblemText(
        code="proof-pieces-malformed",
        level="error",
        details=(
            "引自“{source}”的文字，其出处“{declared}”不合格式",
            "the place '{declared}' in '{source}', where a quotation is from, is malformed",
        ),
        hints=(
            "写作“行号:起-止”，例如 29:0-40；重新运行 jingwei build",
            "write line:start-end, such as 29:0-40; run jingwei build again",
        ),
    ),
    ProblemText(
        code="proof-pieces-outside",
        level="error",
        details=(
            "引文的出处“{declared}”超出了“{source}”的行数或行长",
            "the place '{declared}' of a quotation is beyond the lines of '{source}'",
        ),
        hints=(
            "来源文件可能已改动：重新运行 jingwei build，并核对审阅文件的行号",
            "the source may have changed: run jingwei build again and check the line numbers of the review file",
        ),
    ),
    ProblemText(
        code="proof-pieces-overlap",
        level="error",
        details=(
            "引自“{source}”的文字两次用到同一处原文“{declared}”",
            "a quotation from '{source}' uses the same place '{declared}' twice",
        ),
        hints=(
            "检查审阅文件：一个字只能放在一处",
            "check the review file: each character stands in one place only",
        ),
    ),
    ProblemText(
        code="proof-pieces-missing",
        level="error",
        details=(
            "引自报纸版面“{source}”的文字“{shown}”没有写明出自哪几行",
            "'{shown}' is quoted from the newspaper page '{source}' without the lines it is from",
        ),
        hints=(
            "检查模板：引文元素要带上 data-pieces",
            "check the template: the element needs data-pieces",
        ),
    ),
    ProblemText(
        code="proof-seam",
        level="warning",
        details=(
            "引自“{source}”的文字在一行中间（{declared}）接上了别处",
            "a quotation from '{source}' is joined to another place in the middle of a line ({declared})",
        ),
        hints=(
            "检查审阅文件里的拼接：拼接处应在行首或行尾",
            "check the joins in the review file: they belong at the ends of lines",
        ),
    ),
    ProblemText(
        code="proof-repairs-malformed",
        level="error",
        details=(
            "引自“{source}”的文字，其校改“{declared}”不合格式、次序不对或超出原文",
            "the repair '{declared}' of a quotation from '{source}' is malformed, out of order or beyond the text",
        ),
        hints=(
            "重新运行 jingwei build；若仍如此，检查审阅文件里的校改",
            "run jingwei build again; if it stays, check the repairs in the review file",
        ),
    ),
    ProblemText(
        code="proof-repair-large",
        level="warning",
        details=(
            "对“{source}”的校改幅度过大：{declared}",
            "a repair of '{source}' changes more than a misprint: {declared}",
        ),
        hints=(
            "校改只改正错字；改写的话请写进专题导言，并标明是编者所写",
            "a repair mends misprints; put your own wording into the topic's introduction",
        ),
    ),
    ProblemText(
        code="proof-text-differs",
        level="error",
        details=(
            "网页文字与“{source}”第 {line} 行起的原文不符：应为“{expected}”，网页作“{shown}”",
            "the page differs from '{source}', line {line} on: it should say '{expected}' and says '{shown}'",
        ),
        hints=(
            "重新运行 jingwei build；若仍如此，检查审阅文件里的行号和校改",
            "run jingwei build again; if it stays, check lines and repairs in the review file",
        ),
    ),
    ProblemText(
        code="proof-quote-missing",
        level="error",
        details=(
            "引文不在“{source}”里，从这里起不符：“{shown}”",
            "a quotation is not in '{source}'; it departs at '{shown}'",
        ),
        hints=(
            "重新运行 jingwei build；若仍如此，检查原文此处的 Markdown 记号（如未转义的 * 和 _）",
            "run jingwei build again; if it stays, look for Markdown signs there, such as a bare * or _",
        ),
    ),
    ProblemText(
        code="proof-empty",
        level="error",
        details=(
            "标明引自“{source}”的地方没有文字",
            "what is marked as quoted from '{source}' holds no text",
        ),
        hints=(
            "检查模板：引文元素里应有原文",
            "check the template: the element should hold the text",
        ),
    ),
    ProblemText(
        code="site-folder-missing",
        level="error",
        details=("没有找到网站文件夹“{folder}”", "there is no site folder '{folder}'"),
        hints=(
            "先运行 jingwei build，或用 --output 指明位置",
            "run jingwei build first, or say with --output where it is",
        ),
    ),
    ProblemText(
        code="site-manifest-missing",
        level="error",
        details=(
            "网站没有文件清单，无法核对文件是否齐全",
            "the site has no manifest, so nobody can tell whether its files are complete",
        ),
        hints=("重新运行 jingwei build", "run jingwei build again"),
    ),
    ProblemText(
        code="site-manifest-broken",
        level="error",
        details=("网站的文件清单无法读出", "the site's manifest cannot be read"),
        hints=("重新运行 jingwei build", "run jingwei build again"),
    ),
    ProblemText(
        code="site-file-missing",
        level="error",
        details=(
            "文件清单里有这个文件，网站里没有",
            "the manifest lists this file, and it is not there",
        ),
        hints=(
            "重新运行 jingwei build；上传的话请检查是否传全",
            "run jingwei build again; after an upload, see whether all arrived",
        ),
    ),
    ProblemText(
        code="site-file-altered",
        level="error",
        details=("这个文件在生成之后被改动过", "this file was altered after it was made"),
        hints=(
            "改动应写在 content/ 或模板里；重新运行 jingwei build",
            "make changes in content/ or the templates; run jingwei build again",
        ),
    ),
    ProblemText(
        code="site-file-unknown",
        level="note",
        details=(
            "这个文件不在文件清单里，不是由 jingwei 生成的",
            "the manifest does not list this file: jingwei did not make it",
        ),
        hints=(
            "若是有意放在这里，可不理会；否则请删去",
            "leave it if you put it there, else delete it",
        ),
    ),
)
