"""One capture that holds several articles, one article that lies in several captures: the acts that set it right."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from articles import store
from articles.ingest.draft import draft_of_part
from articles.models import RECORD_FIELDS, Article, Capture, Contribution, Reading
from kzarchive.history.models import difference, values_of, write

from .asking import require
from .bringing_in import Terms, bring_in_part
from .errors import NothingToDivide, WrongState
from .naming import KnownNames
from .publishing import credits_of, save_draft, take_away

_ENDS_SENTENCE = (".", "!", "?", "…", ":", "”", "»", '"')


def parts_left(article: Article) -> list[tuple[Reading, tuple[int, int]]]:
    """Return the stretches of the article's captures in which other articles stand that nobody has made a draft of yet, each with its reading."""
    left = []
    for reading in article.readings.filter(parts__isnull=False).select_related("capture").order_by("id"):
        taken = {tuple(other.parts[0]) for other in reading.capture.readings.all() if other.parts}
        left += [(reading, (start, end)) for start, end in reading.parts if (start, end) not in taken]
    return left


@transaction.atomic
def split(article: Article, *, by) -> list[Article]:
    """Make drafts of the further articles that stand in the captures of ``article``, and return them in their order on the page.

    ``article`` itself is left as it is. A text that the archive has already is not made again: its article gets the capture as one more
    source, and is among those returned. Raises NothingToDivide.
    """
    require(by, "articles.import_article")
    article = Article.objects.select_for_update().get(pk=article.pk)
    list(Capture.objects.select_for_update().filter(readings__article=article).order_by("pk"))
    if not (left := parts_left(article)):
        raise NothingToDivide(f"No other article is left in the captures of {article.pid}.")
    names = KnownNames.load()
    found = []
    for reading, part in left:
        capture = reading.capture
        read = draft_of_part(store.get(capture.sha256), part, filename=capture.filename, today=timezone.localdate(capture.created_at))
        found.append(bring_in_part(capture, read, Terms(by=by, access=article.access), names=names))
    write("split", article, by=by, after={"articles": [other.pid for other in found]})
    return found


@transaction.atomic
def join(article: Article, rest: Article, *, by) -> Article:
    """Make one article of two drafts: ``rest`` is what another capture holds of ``article``, and is put below its text.

    A paragraph that the page border cut in two becomes one again, paragraphs printed on both pages stand once. What ``article`` does not
    state is taken from ``rest``, which is deleted; its captures become the article's. Raises WrongState.
    """
    require(by, "articles.change_article")
    held = {row.pk: row for row in Article.objects.select_for_update().filter(pk__in=[article.pk, rest.pk]).order_by("pk")}
    article, rest = held[article.pk], held[rest.pk]
    if article.pk == rest.pk:
        raise WrongState("An article cannot be joined to itself.")
    for one in (article, rest):
        if one.state not in (Article.State.DRAFT, Article.State.IN_REVIEW) or one.was_ever_public:
            raise WrongState(f"{one.pid} is or was public: only drafts are joined.")
        if one.state == Article.State.IN_REVIEW:
            require(by, "articles.review_article")
    if rest.claims.exists() or rest.notes.exists():
        raise WrongState(f"{rest.pid} has claims or notes of its own: move or discard them first.")
    before = values_of(article)
    first, second = article.versions.order_by("-number").first(), rest.versions.order_by("-number").first()
    body, kinds = _joined((first.body, first.kinds) if first else ("", ""), (second.body, second.kinds) if second else ("", ""))
    for name in RECORD_FIELDS:
        if getattr(article, name) in (None, "") and getattr(rest, name) not in (None, ""):
            setattr(article, name, getattr(rest, name))
    article.full_clean(exclude=["publication", "created_by"], validate_unique=False, validate_constraints=False)
    article.save()
    if not credits_of(article):
        Contribution.objects.filter(article=rest).update(article=article)
    known = set(article.readings.values_list("capture", flat=True))
    rest.readings.exclude(capture__in=known).update(article=article)
    pid = rest.pid
    take_away([rest])
    save_draft(article, by=by, body=body, kinds=kinds)
    changed_before, changed_after = difference(before, values_of(article))
    write("join", article, by=by, before=changed_before, after={**changed_after, "joined": pid})
    return article


def _joined(first: tuple[str, str], second: tuple[str, str]) -> tuple[str, str]:
    """Return two texts (body, kinds) as one."""
    above, below = (body.split("\n\n") if body else [] for body, _ in (first, second))
    kinds_above, kinds_below = list(first[1]), list(second[1])
    shared = next((n for n in range(min(len(above), len(below)), 0, -1) if above[-n:] == below[:n]), 0)
    below, kinds_below = below[shared:], kinds_below[shared:]
    if above and below and kinds_above[-1] == kinds_below[0] == "p" and not above[-1].endswith(_ENDS_SENTENCE) and below[0][0].islower():
        above[-1] = f"{above[-1]} {below.pop(0)}"
        kinds_below.pop(0)
    return "\n\n".join([*above, *below]), "".join([*kinds_above, *kinds_below])
