"""Folders of short notices for the tests of ``planparse batch``: real ones, cut."""

from itertools import cycle, islice
from pathlib import Path

from corpus import ANNOTATED, INVENTED, source_text

POEM = "床前明月光，疑是地上霜。\n举头望明月，低头思故乡。\n"
_LINES = 14


def short_notices(count: int) -> list[str]:
    """The beginnings of notices of a few lengths; no two are the same."""
    texts = [source_text(path).splitlines() for path in (*ANNOTATED, *INVENTED)]
    return [
        "\n".join([*lines[: _LINES + n // len(texts) % 4], f"附注{n}"]) + "\n"
        for n, lines in enumerate(islice(cycle(texts), count))
    ]


def make_folder(folder: Path, count: int) -> list[str]:
    """Write short notices in folders, in two encodings, one in fifty a poem; gives their paths below the folder."""
    paths = []
    for n, text in enumerate(short_notices(count)):
        path = f"{n % 7}年/{n % 3} 季度/通知{n:03}.txt"
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        encoding = "utf-8" if n % 2 else "gb18030"
        (folder / path).write_bytes((text if n % 50 else POEM).encode(encoding))
        paths.append(path)
    return paths


def contents(folder: Path) -> dict[str, bytes]:
    """Every file in the folder and below."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
