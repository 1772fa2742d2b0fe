"""Gives each name of a clause its role: names wait until a label's list ends or role words end it."""

from planparse.document import Party, Role
from planparse.rules.bodies.names import Name, continues

# After a comma, these words speak of their own list only, not of the labelled list before the comma.
_OF_ITS_OWN_LIST: tuple[Role, ...] = ("lead", "support", "implement", "guide")


class Lists:
    """The parties found so far, and the names whose role is still to come, in runs that a comma ends."""

    def __init__(self) -> None:
        self.parties: list[Party] = []
        self.last_list = 0  # index in ``parties`` of the first body of the last list
        self.label_role: Role | None = None
        self.supporting = False  # 会同 stands before the names that come
        self._runs: list[list[Name]] = [[]]

    @property
    def waiting(self) -> bool:
        """Whether the present run holds names."""
        return bool(self._runs[-1])

    def goes_on(self, name: Name) -> bool:
        """Whether the name is no body of its own and goes on with the one before it: 各市、县人民政府."""
        last = self._runs[-1][-1] if self._runs[-1] else None
        return last is not None and name.span.start == last.span.end + 1 and continues(last, name)

    def add(self, name: Name) -> None:
        """A name of the present list."""
        if self.goes_on(name):
            last = self._runs[-1].pop()
            name = last._replace(text=f"{last.text}、{name.text}", span=last.span.join(name.span))
        elif self.supporting and not name.role:
            name = name._replace(role="support")
        self._runs[-1].append(name)

    def comma(self) -> None:
        """The present run ends; its list may go on."""
        if self.waiting:
            self._runs.append([])

    def open(self, label_role: Role | None) -> None:
        """A label opens a new list."""
        self.close()
        self.label_role = label_role

    def close(self) -> None:
        """The list ends without role words: the label's role counts."""
        self._assign(self._runs, self.label_role)
        self._runs, self.supporting = [[]], False

    def close_with(self, role: Role) -> None:
        """Role words end the list: they count for all of it, or after a label perhaps for the last run only."""
        if self.label_role and (role in _OF_ITS_OWN_LIST or self.label_role != "responsible"):
            self._assign(self._runs[:-1], self.label_role)
            self._runs = self._runs[-1:]
        self._assign(self._runs, role)
        self._runs, self.supporting = [[]], False

    def _assign(self, runs: list[list[Name]], role: Role | None) -> None:
        names = [name for run in runs for name in run]
        if names:
            self.last_list = len(self.parties)
        default: Role = role or ("lead" if self.supporting else "responsible")
        for name in names:
            own = None if role == "shared" and self.supporting else name.role
            self.parties.append(Party(name.text, own or default, name.span, name.also_known_as))
