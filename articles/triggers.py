"""What the database holds over the texts: what was public is never rewritten, never deleted, and changes only by a new version."""

from collections.abc import Iterable

from kzarchive.addresses.invariants import Trigger, refuse, registered, slugged
from kzarchive.merging.invariants import mergeable, points_at_a_living, within_a_merge

from .models.article import RECORD_FIELDS


def _differ(columns: Iterable[str]) -> str:
    return " OR ".join(f"NEW.{column} {{differs}} OLD.{column}" for column in columns)


# What was printed where does not change when two records of the printer, or of an author, are found to be one.
_RECORD_DIFFERS = (
    f"{_differ(column for column in RECORD_FIELDS if column != 'publication_id')} OR {_differ(['publication_id'])} "
    f"AND NOT {within_a_merge('articles_publication', 'publication')}"
)

# A newer version than the one shown exists only inside a revision, between its first statement and its last.
_NOT_BEING_REVISED = (
    "EXISTS (SELECT 1 FROM articles_article a WHERE a.id = {row}.article_id AND a.first_published_at IS NOT NULL "
    "AND {unless} a.current_id = (SELECT v.id FROM articles_version v WHERE v.article_id = a.id ORDER BY v.number DESC LIMIT 1))"
)


def _part_of_the_record(table: str, columns: tuple[str, ...], *, merged: tuple[str, str]) -> tuple[Trigger, ...]:
    """Return the rules that rows of ``table`` belong to the record of their article and change only with a new version of it.

    ``merged`` names the column, and its table, that may follow a merge, as long as the other ``columns`` stay.
    """
    column, of = merged
    moves = f"AND NOT (NOT ({_differ(columns)}) AND {within_a_merge(of, column)})"
    return tuple(
        refuse(
            f"{table}_by_revision_on_{event.lower()}",
            table,
            f"BEFORE {event}",
            "the record of an article that was public changes only by a revision",
            # clear_demo takes a whole demonstration article away, row by row.
            when=f"({' OR '.join(_NOT_BEING_REVISED.format(row=row, unless='NOT a.is_demo AND' if event == 'DELETE' else '') for row in rows)}) "
            f"{moves if event == 'UPDATE' else ''}",
        )
        for event, rows in (("INSERT", ["NEW"]), ("UPDATE", ["OLD", "NEW"]), ("DELETE", ["OLD"]))
    )


# The day by which an article is sorted, while readers may see it: what ``Article.sort_day`` is, and null otherwise.
_PUBLIC_DAY = "CASE WHEN {article}.state = 'published' THEN COALESCE({article}.published_latest, '0001-01-01') END"


def _known_for_good(table: str) -> tuple[Trigger, ...]:
    """Return the rules that a row of ``table`` which was public stays, and stays public."""
    return (
        refuse(
            f"{table}_stays", table, "BEFORE DELETE", "its address was public and must go on answering",
            when="OLD.public_since IS NOT NULL AND NOT OLD.is_demo",
        ),
        refuse(
            f"{table}_stays_public", table, "BEFORE UPDATE", "what was public stays known",
            when="OLD.public_since IS NOT NULL AND NEW.public_since {differs} OLD.public_since",
        ),
        # The other way is open: a record of the demonstration that articles of the archive's own name is theirs from then on.
        refuse(f"{table}_keeps_demo", table, "BEFORE UPDATE", "only what was made as a demonstration is one", when="NEW.is_demo AND NOT OLD.is_demo"),
    )  # fmt: skip


def _for_good(table: str, kind: str, *, because: str) -> tuple[Trigger, ...]:
    """Return the rules that a row of ``table``, which has a pid and states, is never unpublished or deleted once it was public."""
    return (
        *registered(table, kind),
        refuse(f"{table}_keeps_demo", table, "BEFORE UPDATE", "only what was made as a demonstration is one", when="NEW.is_demo AND NOT OLD.is_demo"),
        refuse(
            f"{table}_states", table, "BEFORE UPDATE", "this state does not follow that one",
            when="OLD.first_published_at IS NOT NULL AND NEW.first_published_at {differs} OLD.first_published_at "
            "OR NEW.state = 'withdrawn' AND OLD.first_published_at IS NULL",
        ),
        refuse(f"{table}_stays", table, "BEFORE DELETE", because, when="OLD.first_published_at IS NOT NULL AND NOT OLD.is_demo"),
    )  # fmt: skip


# Of what is said about a claim, nothing is changed and nothing goes, unless the claim itself may.
_OF_A_PUBLIC_CLAIM = "EXISTS (SELECT 1 FROM articles_claim c WHERE c.id = {claim} AND c.first_published_at IS NOT NULL AND NOT c.is_demo)"

# The index of claims in SQLite (PostgreSQL's is made of the columns themselves): a table of words that is told what leaves and what comes.
_SEARCHED = ("words_key", "excerpt_key", "quote_key", "value_key")


def _told(row: str, *, leaves: bool) -> str:
    command, word = ("articles_claimwords, ", "'delete', ") if leaves else ("", "")
    values = ", ".join(f"{row}.{column}" for column in _SEARCHED)
    return f"INSERT INTO articles_claimwords ({command}rowid, {', '.join(_SEARCHED)}) VALUES ({word}{row}.id, {values})"


def _indexed(event: str, condition: str, *action: str) -> Trigger:
    return Trigger(f"articles_claim_words_on_{event.lower()}", "articles_claim", f"AFTER {event}", condition, action=action, engines=("sqlite",))


TRIGGERS = (
    _indexed("INSERT", "1 = 1", _told("NEW", leaves=False)),
    _indexed("UPDATE", _differ(_SEARCHED), _told("OLD", leaves=True), _told("NEW", leaves=False)),
    _indexed("DELETE", "1 = 1", _told("OLD", leaves=True)),
    *registered("articles_article", "article"),
    *(
        refuse(
            f"articles_article_current_on_{event.lower()}",
            "articles_article",
            f"BEFORE {event}",
            "the version shown must be the newest of this article, and frozen",
            when="NEW.current_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM articles_version v "
            "WHERE v.id = NEW.current_id AND v.article_id = NEW.id AND v.frozen_at IS NOT NULL "
            "AND v.number = (SELECT MAX(w.number) FROM articles_version w WHERE w.article_id = NEW.id))",
        )
        for event in ("INSERT", "UPDATE")
    ),
    refuse(
        "articles_article_by_revision",
        "articles_article",
        "BEFORE UPDATE",
        "the record of an article that was public changes only by a revision",
        when=f"OLD.first_published_at IS NOT NULL AND NEW.current_id = OLD.current_id AND ({_RECORD_DIFFERS})",
    ),
    refuse(
        "articles_article_states",
        "articles_article",
        "BEFORE UPDATE",
        "this state does not follow that one",
        when="OLD.first_published_at IS NOT NULL AND NOT OLD.is_demo AND (NEW.first_published_at {differs} OLD.first_published_at "
        "OR NEW.state IN ('draft', 'in review')) OR NEW.state = 'withdrawn' AND OLD.first_published_at IS NULL",
    ),
    refuse(
        "articles_article_keeps_demo",
        "articles_article",
        "BEFORE UPDATE",
        "only what was made as a demonstration is one",
        when="NEW.is_demo <> OLD.is_demo",
    ),
    refuse(
        "articles_article_stays",
        "articles_article",
        "BEFORE DELETE",
        "an article that was public is withdrawn, not deleted",
        when="OLD.first_published_at IS NOT NULL AND NOT OLD.is_demo",
    ),
    *_part_of_the_record("articles_contribution", ("article_id", "position", "name", "role", "affiliation"), merged=("author", "articles_author")),
    *_part_of_the_record(
        "articles_alsoprinted",
        ("article_id", "title", "published_on", "volume", "issue", "pages", "note"),
        merged=("publication", "articles_publication"),
    ),
    Trigger(
        "articles_article_dates_its_tags",
        "articles_article",
        "AFTER UPDATE",
        "NEW.state <> OLD.state OR NEW.published_latest {differs} OLD.published_latest",
        action=(f"UPDATE articles_taggedentity SET public_day = {_PUBLIC_DAY.format(article='NEW')} WHERE content_object_id = NEW.id",),
    ),
    *(
        Trigger(
            f"articles_taggedentity_is_dated_on_{event.lower()}",
            "articles_taggedentity",
            f"AFTER {event}",
            "EXISTS (SELECT 1 FROM articles_article a WHERE a.id = NEW.content_object_id "
            f"AND NEW.public_day {{differs}} {_PUBLIC_DAY.format(article='a')})",
            action=(
                f"UPDATE articles_taggedentity SET public_day = (SELECT {_PUBLIC_DAY.format(article='a')} FROM articles_article a "
                "WHERE a.id = NEW.content_object_id) WHERE id = NEW.id",
            ),
        )
        for event in ("INSERT", "UPDATE")
    ),
    *points_at_a_living("articles_taggedentity", "tag", "entities_entity"),
    *points_at_a_living("articles_suggestion", "entity", "entities_entity"),
    *points_at_a_living("articles_author", "entity", "entities_entity"),
    *points_at_a_living("articles_contribution", "author", "articles_author"),
    *points_at_a_living("articles_article", "publication", "articles_publication"),
    *points_at_a_living("articles_alsoprinted", "publication", "articles_publication"),
    *points_at_a_living("articles_publicationtitle", "publication", "articles_publication"),
    *points_at_a_living("articles_claimentity", "entity", "entities_entity"),
    *points_at_a_living("articles_claim", "asserted_by_author", "articles_author"),
    *points_at_a_living("articles_claim", "asserted_by_entity", "entities_entity"),
    *points_at_a_living("articles_claim", "subject", "entities_entity"),
    *points_at_a_living("articles_claim", "reported_publication", "articles_publication"),
    *mergeable("articles_author"),
    *mergeable("articles_publication"),
    refuse("articles_version_is_frozen", "articles_version", "BEFORE UPDATE", "a frozen version never changes", when="OLD.frozen_at IS NOT NULL"),
    refuse(
        "articles_version_stays",
        "articles_version",
        "BEFORE DELETE",
        "a frozen version never goes",
        when="OLD.frozen_at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM articles_article a WHERE a.id = OLD.article_id AND a.is_demo)",
    ),
    refuse(
        "articles_version_in_order",
        "articles_version",
        "BEFORE INSERT",
        "versions are numbered without a gap",
        when="NEW.number <> COALESCE((SELECT MAX(v.number) FROM articles_version v WHERE v.article_id = NEW.article_id), 0) + 1",
    ),
    refuse(
        "articles_capture_is_fixed",
        "articles_capture",
        "BEFORE UPDATE",
        "a capture never changes",
        when="NEW.sha256 <> OLD.sha256 OR NEW.text_sha256 <> OLD.text_sha256 OR NEW.size_bytes <> OLD.size_bytes",
    ),
    *(
        refuse(
            name,
            "articles_reading",
            event,
            "the source of an article that was public stays with it",
            when=f"{moved} EXISTS (SELECT 1 FROM articles_article a "
            "WHERE a.id = OLD.article_id AND a.first_published_at IS NOT NULL AND NOT a.is_demo)",
        )
        for name, event, moved in (
            ("articles_reading_stays", "BEFORE DELETE", ""),
            ("articles_reading_keeps_source", "BEFORE UPDATE", "(NEW.article_id <> OLD.article_id OR NEW.capture_id <> OLD.capture_id) AND"),
        )
    ),
    *registered("articles_author", "author"),
    *slugged("articles_author", "author", is_public="OLD.public_since IS NOT NULL"),
    *_known_for_good("articles_author"),
    *registered("articles_publication", "publication"),
    *slugged("articles_publication", "publication", is_public="OLD.public_since IS NOT NULL"),
    *_known_for_good("articles_publication"),
    refuse(
        "articles_topic_stays_public",
        "articles_topic",
        "BEFORE UPDATE",
        "what was public stays known",
        when="OLD.public_since IS NOT NULL AND NEW.public_since {differs} OLD.public_since",
    ),
    refuse("articles_topic_keeps_address", "articles_topic", "BEFORE UPDATE", "the address of a topic is for ever", when="NEW.slug <> OLD.slug"),
    refuse(
        "articles_topic_stays",
        "articles_topic",
        "BEFORE DELETE",
        "its address was public and must go on answering",
        when="OLD.public_since IS NOT NULL",
    ),
    *_for_good("articles_claim", "claim", because="a claim that was public is withdrawn, not deleted"),
    refuse(
        "articles_claim_keeps_words",
        "articles_claim",
        "BEFORE UPDATE",
        "the words of a claim that was public, and its article, are for ever",
        when="NEW.article_id <> OLD.article_id OR OLD.first_published_at IS NOT NULL AND NEW.quote {differs} OLD.quote",
    ),
    *(
        refuse(
            f"articles_claim_after_its_article_on_{event.lower()}",
            "articles_claim",
            f"BEFORE {event}",
            "a claim is published after its article",
            when=f"NEW.state = 'published' {moved} AND NOT EXISTS "
            "(SELECT 1 FROM articles_article a WHERE a.id = NEW.article_id AND a.first_published_at IS NOT NULL)",
        )
        for event, moved in (("INSERT", ""), ("UPDATE", "AND OLD.state <> 'published'"))
    ),
    *(
        refuse(
            f"articles_anchor_in_its_article_on_{event.lower()}",
            "articles_anchor",
            f"BEFORE {event}",
            "words are anchored in a version of their own article",
            when="NOT EXISTS (SELECT 1 FROM articles_version v JOIN articles_claim c ON c.article_id = v.article_id "
            "WHERE v.id = NEW.version_id AND c.id = NEW.claim_id AND c.quote IS NOT NULL) AND NOT EXISTS (SELECT 1 FROM articles_version v "
            "JOIN articles_correction c ON c.article_id = v.article_id WHERE v.id = NEW.version_id AND c.id = NEW.correction_id)",
        )
        for event in ("INSERT", "UPDATE")
    ),
    refuse(
        "articles_anchor_keeps_its_place",
        "articles_anchor",
        "BEFORE UPDATE",
        "where words stood in a former version never changes",
        when="EXISTS (SELECT 1 FROM articles_version v JOIN articles_version w ON w.article_id = v.article_id AND w.number > v.number "
        "WHERE v.id = OLD.version_id) OR OLD.version_id <> NEW.version_id",
    ),
    refuse(
        "articles_anchor_stays",
        "articles_anchor",
        "BEFORE DELETE",
        "where the words of a public claim stood stays known",
        when=_OF_A_PUBLIC_CLAIM.format(claim="OLD.claim_id"),
    ),
    refuse("articles_assessment_is_fixed", "articles_assessment", "BEFORE UPDATE", "an assessment never changes: the next one stands beside it"),
    refuse(
        "articles_assessment_stays",
        "articles_assessment",
        "BEFORE DELETE",
        "an assessment never goes",
        when=_OF_A_PUBLIC_CLAIM.format(claim="OLD.claim_id"),
    ),
    refuse(
        "articles_assessment_says_whose_work",
        "articles_assessment",
        "BEFORE INSERT",
        "whoever assesses a claim of their own says so",
        when="NOT NEW.is_own_work AND EXISTS (SELECT 1 FROM articles_claim c WHERE c.id = NEW.claim_id AND c.created_by_id = NEW.reviewer_id)",
    ),
    refuse("articles_evidence_is_fixed", "articles_evidence", "BEFORE UPDATE", "what an assessment rests on never changes"),
    refuse(
        "articles_evidence_stays",
        "articles_evidence",
        "BEFORE DELETE",
        "what an assessment rests on never goes",
        when="EXISTS (SELECT 1 FROM articles_assessment s JOIN articles_claim c ON c.id = s.claim_id "
        "WHERE s.id = OLD.assessment_id AND c.first_published_at IS NOT NULL AND NOT c.is_demo)",
    ),
    *_for_good("articles_question", "question", because="a question that was public is withdrawn, not deleted"),
)
