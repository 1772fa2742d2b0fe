"""The results of a run as tables, read back one at a time."""

from collections.abc import Iterator
from pathlib import Path

from planparse.batch.lock import lock
from planparse.batch.manifest import Manifest
from planparse.batch.run import MANIFEST, Order
from planparse.notice import Notice
from planparse.output.tables.formats import TableFormat, open_tables
from planparse.output.tables.writing import Language, add
from planparse.output.whole import Unwritable


def write_tables(order: Order, path: Path, form: TableFormat, language: Language) -> None:
    """Write what all notices of the order gave, in the order of their paths.

    Raises :class:`Unwritable` or :class:`OSError` where that fails; what stood at ``path`` then stays.
    """
    with lock(order.output), Manifest(order.output / MANIFEST) as manifest, open_tables(path, form, language) as writer:
        for key, result in _results(order, manifest):
            add(writer, key, _notice(result))


def _results(order: Order, manifest: Manifest) -> Iterator[tuple[str, Path]]:
    for found in order.files():
        entry = manifest.get(found.path)
        if found.fault is None and entry is not None and entry.result is not None:
            yield entry.path, order.output / entry.result


def _notice(result: Path) -> Notice:
    try:
        return Notice.model_validate_json(result.read_bytes())
    except ValueError as fault:
        raise Unwritable(f"{result} is no longer what planparse wrote; run with --force") from fault
