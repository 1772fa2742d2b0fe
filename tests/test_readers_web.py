"""HTML: what is the text of a page, and how its lines break."""

import pytest

from planparse.readers import read_bytes

PROSE = "<p>　　为做好节能工作，制定本方案。</p><h3>一、目标</h3><p>到2025年，全市单位地区生产总值能耗下降14%。</p>"
LINES = "为做好节能工作，制定本方案。\n一、目标\n到2025年，全市单位地区生产总值能耗下降14%。\n"
TITLE = "某市节能工作方案"


def text_of(body: str, head: str = "") -> str:
    """The text of a page."""
    return read_bytes(f"<!doctype html><html><head>{head}</head><body>{body}</body></html>".encode()).text


PAGES = {
    "plain": PROSE,
    "a form around all, as ASP.NET makes it": f"<form>{PROSE}<input value='x'></form>",
    "a layout of tables": f"<table><tr><td><a href='/'>首页</a></td></tr><tr><td>{PROSE}</td></tr></table>".replace(
        "<a href='/'>首页</a>", ""
    ),
    "scripts and styles inside": PROSE.replace(
        "<h3>", "<script>var a = '到2099年，下降。';</script><style>p{}</style><h3>"
    ),
    "hidden blocks": f"{PROSE}<div style='display: none'>到2099年，下降9%。</div><p hidden>隐藏，</p>",
    "comments": PROSE.replace("<h3>", "<!-- 到2099年，下降9%。 --><h3>"),
    "words cut by markup": PROSE.replace("2025", "<span>20</span><b>25</b>").replace("一、", "<strong>一、</strong>"),
    "line ends in the source": PROSE.replace("，制定", "，\n      制定").replace(" ", ""),
    "breaks for paragraphs": "<div>" + LINES.strip().replace("\n", "<br>\n") + "</div>",
    "a menu that is named so": f"<div class='nav'>首页，政务公开。</div><div id='main'>{PROSE}</div>",
    "a list of links": f"{PROSE}<ul><li><a>甲通知，</a></li><li><a>乙通知，</a></li><li><a>丙通知，</a></li></ul>",
    "a notice in a block named badly": f"<div class='share'><div>{PROSE}</div></div>",
}


@pytest.mark.parametrize("name", list(PAGES))
def test_the_main_text_of_a_page(name: str) -> None:
    assert text_of(PAGES[name]).replace("， 制定", "，制定") == LINES


@pytest.mark.parametrize(
    ("head", "before"),
    [
        (f'<meta name="ArticleTitle" content="{TITLE}">', ""),
        ("", f"<div class='header'><h1>{TITLE}</h1></div>"),
        (f"<title>{TITLE}_某市人民政府</title>", ""),
        (f"<title>{TITLE} - 某市人民政府</title>", ""),
    ],
)
def test_a_title_outside_of_the_main_text(head: str, before: str) -> None:
    assert text_of(f"{before}<div>{PROSE * 3}</div>", head).startswith(TITLE + "\n")


def test_a_title_that_the_main_text_holds_is_not_repeated() -> None:
    page = text_of(f"<div><p>某市节能</p><p>工作方案</p>{PROSE}</div>", f"<title>{TITLE}_某市人民政府</title>")
    assert page.startswith("某市节能\n工作方案\n为做好")


def test_tables_keep_their_columns() -> None:
    table = (
        "<table><tr><th rowspan=2>指标</th><th colspan=2>目标</th></tr><tr><td>2020年</td><td>2025年</td></tr>"
        "<tr><td><p>能耗</p><p>强度</p></td><td>1</td><td></td></tr></table>"
    )
    assert text_of(PROSE + table).removeprefix(LINES) == "指标\t目标\t\n\t2020年\t2025年\n能耗强度\t1\t\n"


def test_ordered_lists_keep_their_numbers() -> None:
    items = "<ol start=3><li>推进工业节能。</li><li><p>推进建筑节能。</p></li></ol>"
    assert text_of(PROSE + items).removeprefix(LINES) == "3.推进工业节能。\n4.推进建筑节能。\n"


def test_a_small_annex_behind_the_main_text_belongs_to_it() -> None:
    annex = "<div><p>附件</p><table><tr><td>指标</td><td>目标</td></tr><tr><td>能耗</td><td>14</td></tr></table></div>"
    links = "<div><table><tr><td>2</td></tr><tr><td><a href='/'>下一篇：通知，2025年</a></td></tr></table></div>"
    page = text_of(f"<div><div><div>{PROSE * 20}</div>{annex}</div>{links}</div>")
    assert page == LINES * 20 + "附件\n指标\t目标\n能耗\t14\n"
