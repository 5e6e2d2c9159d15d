"""Collects the texts of the program for the translators and compiles what they wrote.

    python -m scripts.translate          collect new texts into resources/translations/*.ts, then compile
    python -m scripts.translate --check  fail if a text of the program is missing in a .ts file

The tools come with PySide6-Essentials.
"""

from __future__ import annotations

import subprocess
import sys
import sysconfig
import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path

from resources import resource

ROOT = Path(__file__).resolve().parent.parent
LANGUAGES = ("en", "cy")


def tool(name: str, *arguments: str) -> None:
    """Run one of Qt's tools from this environment."""
    program = Path(sysconfig.get_path("scripts")) / f"pyside6-{name}"
    done = subprocess.run([str(program), *arguments], cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(done.stdout + done.stderr)


def sources() -> list[str]:
    """Every file that words something, in one order on every machine."""
    return sorted(str(file.relative_to(ROOT)) for file in (ROOT / "onemm_desktop").rglob("*.py"))


def collect(language: str, file: Path) -> None:
    """Add the program's texts to a .ts file; what is no longer in the program goes."""
    plural = ["-pluralonly"] if language == "en" else []
    tool(
        "lupdate",
        *("-no-obsolete", "-locations", "none", "-source-language", "en_GB"),
        *("-target-language", f"{language}_GB"),
        *plural,
        *sources(),
        "-ts",
        str(file),
    )


def texts(file: Path) -> set[tuple[str, str]]:
    """(context, text) of everything in a .ts file."""
    found = set()
    for context in ET.parse(file).getroot().iter("context"):
        name = context.findtext("name") or ""
        found |= {(name, message.findtext("source") or "") for message in context.iter("message")}
    return found


def untranslated(file: Path) -> list[str]:
    """Texts nobody has translated yet."""
    messages = ET.parse(file).getroot().iter("message")
    return [
        message.findtext("source") or ""
        for message in messages
        if (translation := message.find("translation")) is not None and translation.get("type") == "unfinished"
    ]


def missing(language: str) -> set[tuple[str, str]]:
    """Texts of the program that the .ts file does not have."""
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder) / "fresh.ts"
        collect(language, fresh)
        return texts(fresh) - texts(resource("translations", f"onemm_{language}.ts"))


def main() -> int:
    """See the module's text."""
    if "--check" in sys.argv:
        lacking = {language: missing(language) for language in LANGUAGES}
        for language, found in lacking.items():
            for context, text in sorted(found):
                print(f"{language}: {context}: {text}")
        return 1 if any(lacking.values()) else 0
    for language in LANGUAGES:
        file = resource("translations", f"onemm_{language}.ts")
        collect(language, file)
        compiled = file.with_suffix(".qm")
        draft = compiled.with_suffix(".new")
        tool("lrelease", "-silent", str(file), "-qm", str(draft))
        # Exchanged whole: a running program has the old file mapped, and dies when it is cut short under it.
        draft.replace(compiled)
        print(f"{language}: {len(texts(file))} texts, {len(untranslated(file))} not translated yet")
    return 0


if __name__ == "__main__":
    sys.exit(main())
