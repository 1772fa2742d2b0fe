"""What a web page adds below a document: links, sharing buttons, the editor's name."""

import re
from collections.abc import Collection, Sequence

from planparse.document import Line
from planparse.structure.annexes import read_label
from planparse.structure.document_numbers import number_line
from planparse.structure.marks import read_mark

_BELOW_THE_TEXT = re.compile(
    r"^[【\[［（(]?(?:责任编辑|编辑|信息来源|来源|稿源|作者|打印|关闭|返回顶部|分享到|扫一扫|上一篇|下一篇|相关链接|相关文档|相关文件|相关解读|"
    r"政策解读|图解|浏览次数|阅读次数|字体|附件下载|下载|文件下载|主办单位|版权所有|网站标识码|网站地图|联系我们|二维码|原文链接|我要纠错)"
    r"|\.(?:docx?|pdf|xlsx?|wps|ofd|zip|rar|jpg|png)[】\]］）)]?$|^https?[:：]//|ICP备"
)
_LONGEST = 80


def trim_web_page(lines: Sequence[Line], imprint: Collection[int]) -> tuple[list[Line], list[Line]]:
    """The lines without the imprint and without the page's own lines at the end; and those lines."""
    end = len(lines)
    while end and (end - 1 in imprint or _below_text(lines[end - 1])):
        end -= 1
    if imprint and not any(map(_is_text, lines[max(imprint) + 1 :])):
        end = min(end, max(imprint) + 1)
    kept = [line for at, line in enumerate(lines[:end]) if at not in imprint]
    tail = [line for at, line in enumerate(lines[end:], end) if at not in imprint]
    numbers = [line for line in tail if number_line(line)]
    return kept + numbers, [line for line in tail if line not in numbers]


def _below_text(line: Line) -> bool:
    return len(line.text) <= _LONGEST and bool(_BELOW_THE_TEXT.search(line.text))


def _is_text(line: Line) -> bool:
    """Whether a line below the imprint shows that the document goes on there."""
    return len(line.text) > _LONGEST or read_mark(line.text) is not None or read_label(line) is not None
