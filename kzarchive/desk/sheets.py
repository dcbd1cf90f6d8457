"""What was typed into a form is never lost: each form carries a signed sheet, by which its words find their way to whoever typed them.

The sheet names the person, the form and the window. It lets words be kept for that person after the session is over, and
nothing else: they are shown to nobody else, and put into no record before that person has looked at them and saved.
"""

from __future__ import annotations

import datetime as dt
import re
import secrets
from typing import Any

from django.contrib.auth.models import User
from django.core import signing
from django.http import HttpRequest, HttpResponseRedirect, QueryDict
from django.views.csrf import csrf_failure as stock_csrf_failure

from .models import LONGEST_FORM, Scratch

FIELD = "_sheet"
LONGEST = 12_000_000  # characters of one form
VALID_FOR = dt.timedelta(days=7)
_SIGNER = signing.TimestampSigner(salt="kzarchive.desk.sheet")
# Passwords and what is no field of the record. Buttons are left out too: what is taken up again is only looked at.
_NOT_KEPT = re.compile(r"csrfmiddlewaretoken|_[a-z_]+|.*password.*")


def _read(token: str | None) -> dict[str, Any] | None:
    try:
        return _SIGNER.unsign_object(token or "", max_age=VALID_FOR)
    except signing.BadSignature:
        return None


def context(request: HttpRequest, form: str = "") -> dict[str, Any]:
    """Return what a page with a form needs: ``sheet``, to be carried by the form, ``scratches``, which may be taken up, and ``typed_at``,
    where one of them is.

    ``form`` is the address that the form is sent to, where that is not the page's own.
    """
    former = getattr(request, "sheet", None) or (_read(request.POST.get(FIELD)) or {}).get("s")
    sheet = former or secrets.token_hex(8)
    form = (form or request.path)[:LONGEST_FORM]
    found = Scratch.objects.of(request.user, form).exclude(sheet=sheet).only("id", "saved_at") if not former else Scratch.objects.none()
    signed = _SIGNER.sign_object({"u": request.user.pk, "f": form, "s": sheet})
    return {"sheet": signed, "scratches": list(found[:5]), "typed_at": getattr(request, "typed_at", "")}


def keep(data: QueryDict) -> Scratch | None:
    """Keep what a form held for whoever typed it, and return it; None where its sheet is not ours, too old, or too long."""
    sheet = _read(data.get(FIELD))
    typed = {name: values for name, values in data.lists() if not _NOT_KEPT.fullmatch(name)}
    if sheet is None or sum(len(value) for values in typed.values() for value in values) > LONGEST:
        return None
    user = User.objects.filter(pk=sheet["u"], is_active=True, is_staff=True).first()
    # No database of ours stores these; the form itself says where they stand when it is sent.
    typed = {name: [value.replace("\0", "") for value in values] for name, values in typed.items()}
    return Scratch.objects.keep(user, form=sheet["f"], sheet=sheet["s"], data=typed) if user else None


def take_up(request: HttpRequest) -> str:
    """Put what was typed before in the place of what ``request`` sends, where it asks for that; return when it was typed, else nothing.

    The request then reads as the form did when it was sent; whoever calls must see to it that nothing is saved.
    """
    wanted = request.GET.get("scratch", "")
    if request.method != "GET" or not wanted.isdecimal() or len(wanted) > 18:
        return ""
    scratch = Scratch.objects.of(request.user, request.path).filter(pk=int(wanted)).first()
    if scratch is None:
        return ""
    typed = QueryDict(mutable=True)
    for name, values in scratch.data.items():
        typed.setlist(name, values)
    _ = request.FILES  # reads the body, and so must come before what is put in its place
    request.method, request.POST, request.sheet = "POST", typed, scratch.sheet
    request.typed_at = f"{scratch.saved_at:%d %B, %H:%M} UTC"
    return request.typed_at


def done(request: HttpRequest) -> None:
    """Throw away what was kept of the form that ``request`` sent: it is saved now."""
    sheet = _read(request.POST.get(FIELD))
    if sheet is not None and sheet["u"] == request.user.pk:
        Scratch.objects.filter(user=request.user, form=sheet["f"], sheet=sheet["s"]).delete()


def csrf_failure(request: HttpRequest, reason: str = ""):
    """Answer a form whose token is over, as it is after logging in again: its words are kept and offered on its page."""
    if request.path.startswith("/admin/") and keep(request.POST) is not None:
        return HttpResponseRedirect(request.path)
    return stock_csrf_failure(request, reason=reason)
