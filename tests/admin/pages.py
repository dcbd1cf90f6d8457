"""Pages of the admin as a browser without scripts sees them: the fields of a form with what stands in them."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Any


class _Fields(HTMLParser):
    def __init__(self):
        super().__init__()
        self.values: dict[str, Any] = {}
        self.select = self.textarea = None

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        name, kind = given.get("name"), given.get("type", "text")
        if tag == "select":
            self.select = name
            self.values.setdefault(name, "")
        elif tag == "option" and self.select and "selected" in given:
            self.values[self.select] = given.get("value", "")
        elif tag == "textarea":
            self.textarea = name
            self.values[name] = ""
        elif tag == "input" and name and kind not in {"submit", "button", "file"} and (kind not in {"checkbox", "radio"} or "checked" in given):
            self.values[name] = given.get("value", "on" if kind == "checkbox" else "")

    def handle_endtag(self, tag):
        if tag == "select":
            self.select = None
        if tag == "textarea":
            # A browser reads every line end as a line feed, drops the one that opens a text box, and sends them as CR LF.
            self.values[self.textarea] = self.values[self.textarea].replace("\r\n", "\n").removeprefix("\n").replace("\n", "\r\n")
            self.textarea = None

    def handle_data(self, data):
        if self.textarea:
            self.values[self.textarea] += data


def fields_of(response) -> dict[str, Any]:
    """Return what a browser would send if the form of ``response`` were submitted as it stands."""
    parser = _Fields()
    parser.feed(response.content.decode())
    return {name: value for name, value in parser.values.items() if name not in {"csrfmiddlewaretoken", "q", "action"} and "__prefix__" not in name}


def faults_of(response) -> list[str]:
    """Return every fault that the page shows, fields and rows alike."""
    context = response.context
    forms = [context["adminform"].form if "adminform" in context else context["form"]]
    for wrapped in context.get("inline_admin_formsets") or []:
        forms += wrapped.formset.forms
    for name in ("credit_rows", "printing_rows"):
        forms += list(context.get(name) or [])
    return [fault for form in forms for faults in form.errors.values() for fault in faults]


def messages_of(response) -> list[str]:
    """Return the messages shown on the page that ``response`` led to."""
    return [str(message) for message in response.context["messages"]]
