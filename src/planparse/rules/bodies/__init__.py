"""Who is responsible: bracketed and labelled clauses, and lines that only name bodies and their roles.

Found: （牵头单位：市教育局，配合单位：市财政局）; 〔市水利局牵头，市林草局等按职责分工负责〕;
责任单位：各区政府 on a line of its own.
Not found: 由市教育局牵头建立联席会议制度 inside a sentence; brackets of other kinds
(以下简称平台, 国发〔2021〕33号).
"""

from planparse.rules.bodies.inherit import inherit
from planparse.rules.bodies.rule import find_responsibilities

__all__ = ["find_responsibilities", "inherit"]
