"""``make demo``: a trainer's day offline, played on the pilot's data.

Leaves pictures, PDFs and a summary in ``demo-output/``; the exit status is 0 only if every step held. With a display
it then opens the window on that region, with the centre running, until the window is closed.
"""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

from tests.journeys.a_day_offline import PASSPHRASE, Story
from tests.robots.laptop_process import LaptopProcess

OUTPUT = Path("demo-output")


def main() -> int:
    """Play the story; 0 if all of it held."""
    shutil.rmtree(OUTPUT, ignore_errors=True)
    OUTPUT.mkdir()
    story = Story(OUTPUT.resolve(), lambda step: print(f"· {step}", flush=True))
    try:
        story.play()
    except AssertionError as error:
        print(f"\nThe story does not hold: {error}", file=sys.stderr)
        return 1
    summary = _summary(story)
    (OUTPUT / "summary.txt").write_text(summary, encoding="utf-8")
    print(f"\n{summary}\nPictures, papers and this summary are in {OUTPUT}/.")
    if os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY") or sys.platform in ("win32", "darwin"):
        _open_the_window(story)
    return 0


def _summary(story: Story) -> str:
    strokes = sorted(story.strokes)
    facts = {**story.facts, "key strokes per arrival (median)": str(strokes[len(strokes) // 2])}
    width = max(len(name) for name in facts)
    return "".join(f"{name:<{width}}  {value}\n" for name, value in facts.items())


def _open_the_window(story: Story) -> None:
    print(f"The window opens on London. Its passphrase is {PASSPHRASE!r}; close it to end the demo.")
    story.centre.start()
    try:
        laptop = LaptopProcess(story.laptop, story.papers, platform="")
        laptop.ask("unlock", passphrase=PASSPHRASE)
        laptop.wait()
    finally:
        story.centre.stop()


if __name__ == "__main__":
    sys.exit(main())
