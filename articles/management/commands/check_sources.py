"""Ask the addresses that articles were taken from whether they still answer."""

from __future__ import annotations

import json
from itertools import islice

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from articles import editorial
from kzarchive.marks import visible

MOST = 500


class Command(BaseCommand):
    help = (
        "Ask the source addresses of articles whether they still answer, and write down what was seen; no article is changed. What answers is "
        "asked again after 30 days, what fails on the next day. Exit status: 0 all that was due was asked, however it answered; "
        "1 another run is at it, or no host at all was reached; 2 wrong usage. A run that was ended goes on with the next."
    )

    def add_arguments(self, parser):
        parser.add_argument("--limit", type=_count, default=MOST, metavar="N", help=f"The most addresses of one run; {MOST} without it.")
        parser.add_argument("--again", action="store_true", help="Ask also what is not due yet.")
        parser.add_argument("--dry-run", action="store_true", help="List the addresses that are due, and ask none.")
        parser.add_argument("--json", action="store_true", help="One line of JSON an address on standard output.")

    def handle(self, *, limit, again, dry_run, **options):
        if dry_run:
            for _, url in islice(editorial.due_sources(now=timezone.now(), again=again), limit):
                self.stdout.write(json.dumps({"address": url}, ensure_ascii=False) if options["json"] else visible(url))
            return
        counts: dict[str, int] = {}
        try:
            for seen in editorial.check_sources(limit=limit, again=again):
                counts[seen.answer.outcome] = counts.get(seen.answer.outcome, 0) + 1
                self._report(seen, as_json=options["json"])
        except editorial.EditorialError as refusal:
            raise CommandError(str(refusal), returncode=1) from None
        except KeyboardInterrupt:
            self._sum_up(counts)
            raise CommandError("Ended before all was asked; the next run goes on with the rest.", returncode=130) from None
        self._sum_up(counts)

    def _report(self, seen: editorial.Seen, *, as_json: bool) -> None:
        answer = seen.answer
        if as_json:
            self.stdout.write(json.dumps({
                "address": seen.url, "articles": list(seen.pids), "outcome": answer.outcome, "status": answer.status,
                "led_to": answer.led_to or None, "message": answer.message or None, "dead": seen.is_dead,
            }, ensure_ascii=False))  # fmt: skip
        else:
            line = [answer.outcome, str(answer.status or "-"), visible(seen.url), *([f"→ {visible(answer.led_to)}"] if answer.led_to else [])]
            self.stdout.write("\t".join([*line, *(["no longer answers"] if seen.is_dead else [])]))
        self.stdout.flush()

    def _sum_up(self, counts: dict[str, int]) -> None:
        said = ", ".join(f"{count} {outcome}" for outcome, count in sorted(counts.items())) or "no source is due"
        self.stderr.write(said, self.style.NOTICE)


def _count(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 1 <= int(text[:10]) <= 1_000_000:
        raise CommandError(f"--limit is {text[:20]!r}: write a number from 1 to 1,000,000.", returncode=2)
    return int(text)
