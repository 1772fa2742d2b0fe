"""What ``planparse check`` found, in the forms that people and programs read, one a file.

Each form is a function from the checked files, in order, to pieces of text; forms that may be read while the run goes
on (text, github) give the pieces of a file as soon as it is checked.
"""

from planparse.output.findings.checked import Checked
from planparse.output.findings.forms import FORMS

__all__ = ["FORMS", "Checked"]
