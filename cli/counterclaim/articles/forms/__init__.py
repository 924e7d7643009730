"""What a file is, told by its bytes, and the articles in it: HTML, mail, feeds, tables, JSON, PDF,
DOCX, archives. A form that is not read is refused by name, with what to do; no form is read as
another."""

from counterclaim.articles.forms.drafts import Columns, Draft
from counterclaim.articles.forms.kinds import tell_form
from counterclaim.articles.forms.readers import read_form

__all__ = ["Columns", "Draft", "read_form", "tell_form"]
