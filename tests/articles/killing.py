"""Started by a test in an archive of its own: imports a folder in child processes and kills them, twenty times, at random points.

Usage: python killing.py FOLDER KILLS SEED. Prints as JSON how many were killed at work and how many had finished.
"""

import io
import json
import os
import random
import signal
import sys
import time

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "kzarchive.settings"
django.setup()

from django.core.management import call_command  # noqa: E402 - models can be loaded only after setup


def main(folder: str, kills: int, seed: int) -> None:
    chance = random.Random(seed)
    counts = {"killed": 0, "finished": 0}
    for _ in range(kills):
        child = os.fork()  # no connection is open yet: the child makes its own
        if child == 0:
            call_command("import_articles", folder, publish=True, stdout=io.StringIO(), stderr=io.StringIO())
            os._exit(0)
        time.sleep(chance.uniform(0.02, 0.35))
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        counts["killed" if os.WIFSIGNALED(status) else "finished"] += 1
    sys.stdout.write(json.dumps(counts))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
