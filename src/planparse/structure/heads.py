"""The metadata of a notice, gathered from the places where it can stand."""

from collections.abc import Sequence

from planparse import patterns
from planparse.document import Field, Head
from planparse.span import Span
from planparse.structure.bodies import split_joint
from planparse.structure.closing import Closing
from planparse.structure.imprint import Imprint
from planparse.structure.opening import Opening
from planparse.structure.parts import Segment
from planparse.structure.titles import Title

_AND_OTHERS = patterns.compile(r"等\w{0,3}(?:部门|单位)$")


def make_head(
    title: Title,
    opening: Opening,
    closing: Closing | None,
    imprint: Imprint,
    named: Sequence[Field],
    documents: Sequence[Segment],
) -> Head:
    """The head of a notice. ``named`` are the titles that it says it issues, in order."""
    return Head(
        title=title.field,
        plan_title=_plan_title(named, documents),
        document_number=opening.document_number,
        issuers=closing.issuers if closing and closing.issuers else _issuers_in_title(title) or opening.letterhead,
        issue_date=closing.issue_date if closing else opening.adopted,
        print_office=imprint.print_office,
        print_date=imprint.print_date,
        recipients=opening.recipients,
        copied_to=imprint.copied_to,
    )


def _plan_title(named: Sequence[Field], documents: Sequence[Segment]) -> Field | None:
    """The plan's own title; where it stands without one, the title by which the notice issues it."""
    plan = next((document for document in documents if document.kind == "plan"), None)
    if plan and plan.title:
        return plan.title
    return named[0] if named else None


def _issuers_in_title(title: Title) -> tuple[Field, ...]:
    """The bodies that the title begins with, without 等部门."""
    fields, at = [], title.field.span.start
    name = _AND_OTHERS.sub("", title.issuer)
    for body in split_joint(name) if name else ():
        fields.append(Field(body, Span(at, at + len(body))))
        at += len(body)
    return tuple(fields)
