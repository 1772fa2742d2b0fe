"""Whose 市, 省 or 区 a notice means: 市发改委 in a notice of 营口市 is 营口市发展和改革委员会.

The names of bodies in a notice leave out the place, which its issuer has said. A notice of a district may also name
bodies of its city and its province. Where the issuer's place is not certain, nothing is filled in.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from planparse.lexicon.agencies import Agency, find_agency, find_central_agency
from planparse.lexicon.central import is_central
from planparse.lexicon.regions import Region, parents_of

_LEVELS = ("自治区", "自治州", "自治县", "省", "市", "区", "县", "州", "盟", "旗")


class Jurisdiction(NamedTuple):
    """The place that each word of level stands for: 市 is 营口市, 省 is 辽宁省; ``central`` where a central body issues."""

    places: Mapping[str, str] = {}
    central: bool = False

    @classmethod
    def of(cls, region: Region | None, issuers: Iterable[str] = ()) -> "Jurisdiction":
        """The places that a notice of the region means; none where it has no certain place in the country."""
        if region is None:
            return cls(central=any(map(is_central, issuers)))
        if region.code is None:
            return cls()
        places: dict[str, str] = {}
        for name in (region.name, *parents_of(region.code)):
            level = next((level for level in _LEVELS if name.endswith(level)), "")
            if level:
                places.setdefault(level, name)
                places.setdefault(level[-1], name)  # 州 of an 自治州, 区 of an 自治区 or a district
        return cls(places)

    def agency(self, name: str) -> Agency | None:
        """The body of that name; 能源局 is 国家能源局 where a central body issues."""
        found = find_agency(name)
        says_whose = found is not None and (found.level or found.placed)
        return (not says_whose and self.central and find_central_agency(name)) or found

    def full_name(self, agency: Agency, level: str = "") -> str:
        """The body's full name with its place; ``level`` is the word of level of the list, where its own lacks one.

        省工信厅、|发改委: the second is the province's too.
        """
        own = agency.level or ("" if agency.placed else level)
        place = self.places.get(own.removesuffix("级").removesuffix("直"), own)
        return agency.canonical.replace(agency.level, place, 1) if agency.level else place + agency.canonical
