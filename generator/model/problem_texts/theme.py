"""Problems of a site's theme (content/theme/)."""

from __future__ import annotations

from generator.model.problem_texts.text import ProblemText

TEXTS: tuple[ProblemText, ...] = (
    ProblemText(
        code="theme-file-unknown",
        level="warning",
        details=(
            "主题里用不上这个文件，没有读；最接近的：{nearest}",
            "nothing in a theme is called so; not read; nearest name: {nearest}",
        ),
        hints=(
            "主题里可以有 colours.toml、texts.toml、site.css、templates/*.html 和 assets/ 里的图片、字体",
            "A theme may have colours.toml, texts.toml, site.css, templates/*.html, and pictures and fonts in assets/",
        ),
    ),
    ProblemText(
        code="theme-asset-kind",
        level="error",
        details=(
            "这种文件（{kind}）不能放在主题的 assets/ 里",
            "files of this kind ({kind}) can't stand in a theme's assets/",
        ),
        hints=(
            "图片用 png、jpg、gif、webp、avif，字体用 woff2、woff、ttf、otf；SVG 能藏代码，请直接写进模板",
            "Pictures are png, jpg, gif, webp or avif, fonts woff2, woff, ttf or otf; SVG can hold code: write it into a template",
        ),
    ),
    ProblemText(
        code="theme-asset-missing",
        level="error",
        details=(
            "主题的 assets/ 里没有 {name}；最接近的：{nearest}",
            "there is no {name} in the theme's assets/; nearest name: {nearest}",
        ),
        hints=(
            "补上文件或改正名称；可用 png、jpg、gif、webp、avif、woff2、woff、ttf、otf",
            "Add the file or mend the name; png, jpg, gif, webp, avif, woff2, woff, ttf and otf will do",
        ),
    ),
    ProblemText(
        code="colour-form",
        level="error",
        details=("{key} 不是颜色：{value}", "{key} is not a colour: {value}"),
        hints=(
            "请写 # 和六位十六进制数，如 #1f5f8b",
            "Write # and six hexadecimal digits, as in #1f5f8b",
        ),
    ),
    ProblemText(
        code="font-form",
        level="error",
        details=("{key} 不是字体名称：{value}", "{key} is not the name of a font: {value}"),
        hints=(
            '只写名称本身，不加引号、逗号、分号，一种字体一项，如 "LXGW WenKai"',
            'Write the bare name without quotes, commas or semicolons, one font an entry, as in "LXGW WenKai"',
        ),
    ),
    ProblemText(
        code="theme-contrast",
        level="error",
        details=(
            "{mode}模式的{name} {colour} 在纸色 {paper} 上看不清：对比度 {ratio}，WCAG 2.2 AA 要求 {needed} 以上",
            "{colour} can't be read on {paper} ({mode} {name}): contrast {ratio}, WCAG 2.2 AA asks for {needed}",
        ),
        hints=(
            "可改用 {better}，这是够得上的最近的深浅；或改纸色",
            "Use {better}, the nearest shade that will do, or change the paper",
        ),
    ),
    ProblemText(
        code="theme-text-holder",
        level="error",
        details=(
            "{key} 里花括号的写法不对：{value}",
            "the braces in {key} are not as they have to be: {value}",
        ),
        hints=(
            "这一条可以填入的只有：{known}；花括号本身写作 {{{{ 和 }}}}",
            "What can be filled in here: {known}; a brace itself is written {{{{ or }}}}",
        ),
    ),
    ProblemText(
        code="theme-style-import",
        level="error",
        details=("样式里有 @import", "the style sheet has an @import"),
        hints=(
            "把要引的样式直接写进 site.css",
            "Write the rules that it would fetch into site.css itself",
        ),
    ),
    ProblemText(
        code="theme-style-brace",
        level="error",
        details=("样式里的花括号不成对，从这里起", "a brace without a partner stands here"),
        hints=("补上或去掉一个花括号", "Add a brace or take one away"),
    ),
    ProblemText(
        code="theme-request-elsewhere",
        level="error",
        details=(
            "要从别的网站取文件：{target}",
            "a file would be fetched from another site: {target}",
        ),
        hints=(
            '把文件放进主题的 assets/，样式里写 url(assets/文件名)，模板里写 asset("文件名")',
            'Put the file into the theme\'s assets/ and write url(assets/NAME) in styles, asset("NAME") in templates',
        ),
    ),
    ProblemText(
        code="theme-inline",
        level="error",
        details=(
            "模板里有网页不许有的东西：{found}",
            "the template has what no page may hold: {found}",
        ),
        hints=(
            "样式写进主题的 site.css；网页不运行写在里面的代码，内容安全策略也不能放宽",
            "Styles go to the theme's site.css; pages run no code of their own, and the policy stays as strict as it is",
        ),
    ),
    ProblemText(
        code="theme-policy-missing",
        level="error",
        details=(
            "自己的 base.html 没有内容安全策略",
            "a base.html of one's own has no Content-Security-Policy",
        ),
        hints=(
            '照抄程序自带的 base.html 里 http-equiv="Content-Security-Policy" 那一行，或改用 {{% extends "jingwei/base.html" %}}',
            'Copy the line with http-equiv="Content-Security-Policy" from the packaged base.html, or use {{% extends "jingwei/base.html" %}}',
        ),
    ),
    ProblemText(
        code="theme-template-syntax",
        level="error",
        details=("模板写法有误：{reason}", "the template can't be read: {reason}"),
        hints=(
            "检查这一行和上一行的 {{% %}}、{{{{ }}}} 是否成对，块是否以 end… 结束",
            "Look at this line and the one above: {{% %}} and {{{{ }}}} go in pairs, and blocks end with end…",
        ),
    ),
    ProblemText(
        code="theme-template-unknown",
        level="error",
        details=(
            "程序没有叫这个名字的模板，别的模板也没有用到它；最接近的：{nearest}",
            "there is no packaged template of this name, and none asks for it; nearest name: {nearest}",
        ),
        hints=(
            "文件名要和所替换的模板一样（见文档里的模板表），或在别的模板里 include、import 它",
            "Call it as the template it replaces (the documentation lists them), or include or import it",
        ),
    ),
    ProblemText(
        code="theme-template-missing",
        level="error",
        details=(
            "没有叫 {name} 的模板；最接近的：{nearest}",
            "there is no template {name}; nearest name: {nearest}",
        ),
        hints=(
            "程序自带的模板写作 jingwei/文件名，自己的写文件名",
            "Packaged templates are jingwei/NAME, a theme's own are called by their names",
        ),
    ),
    ProblemText(
        code="theme-extends-itself",
        level="error",
        details=("模板 {name} 要扩展它自己", "the template {name} extends itself"),
        hints=(
            '要扩展程序自带的那个，写 {{% extends "jingwei/{name}" %}}',
            'To extend the packaged one write {{% extends "jingwei/{name}" %}}',
        ),
    ),
    ProblemText(
        code="theme-name-unknown",
        level="error",
        details=(
            "模板里用了不存在的名称 {name}；最接近的：{nearest}",
            "the template uses {name}, which is not there; nearest name: {nearest}",
        ),
        hints=(
            "改正名称；可能没有值的，先用 {{% if … is defined %}} 问一下",
            "Mend the name; ask {{% if … is defined %}} for what may be missing",
        ),
    ),
    ProblemText(
        code="theme-block-unknown",
        level="error",
        details=(
            "所扩展的模板没有块 {name}，写在里面的不会显示；最接近的：{nearest}",
            "the template that is extended has no block {name}, so nothing in it would show; nearest name: {nearest}",
        ),
        hints=("有这些块：{known}", "It has these blocks: {known}"),
    ),
    ProblemText(
        code="theme-block-missing",
        level="error",
        details=(
            "自己的 base.html 没有块 {name}，网页的这一部分会丢掉",
            "a base.html of one's own has no block {name}: that part of pages would be lost",
        ),
        hints=(
            '写上 {{% block {name} %}}{{% endblock %}}，或改用 {{% extends "jingwei/base.html" %}}',
            'Add {{% block {name} %}}{{% endblock %}}, or use {{% extends "jingwei/base.html" %}}',
        ),
    ),
    ProblemText(
        code="theme-outside-block",
        level="error",
        details=(
            "模板扩展了另一个，块以外的内容不会显示：{found}",
            "the template extends another, so what stands outside its blocks does not show: {found}",
        ),
        hints=(
            "移进 {{% block … %}} 里，或删去",
            "Move it into a {{% block … %}}, or take it out",
        ),
    ),
    ProblemText(
        code="theme-render",
        level="error",
        details=(
            "用这个模板做不成网页 {page}：{reason}",
            "the page {page} can't be made with this template: {reason}",
        ),
        hints=(
            "改正这一行；可能没有的内容，先用 {{% if %}} 问一下",
            "Mend this line; ask {{% if %}} for what may not be there",
        ),
    ),
    ProblemText(
        code="theme-proof-dropped",
        level="error",
        details=(
            "网页 {page} 上有 {count} 处原文没有带出处属性，第一处：“{text}”",
            "on {page} words of a source stand without their proof in {count} places, first: “{text}”",
        ),
        hints=(
            "引文用 {{{{ …|quoted }}}}、quote(…)、sentence(…)，正文用 {{{{ body }}}}，文章标题用 {{{{ heading }}}}；"
            "自己写元素时加上 {{{{ …|attributes }}}}",
            "Show quotations by {{{{ …|quoted }}}}, quote(…) or sentence(…), the text by {{{{ body }}}}, the title by {{{{ heading }}}}; "
            "give elements of your own {{{{ …|attributes }}}}",
        ),
    ),
    ProblemText(
        code="theme-markup",
        level="error",
        details=(
            "用这个模板做出的网页 {page} 标记有误：{found}",
            "the markup of {page}, made with this template, is wrong: {found}",
        ),
        hints=(
            "标签要成对、按次序关闭，每个 id 在一页里只用一次，页上要有 <title> 和 <html lang>",
            "Close elements in their order, use each id once a page, and keep <title> and <html lang>",
        ),
    ),
)
