"""Which language the program speaks: English or Welsh, as chosen, or as the system does."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from resources import resource

Language = Literal["system", "en", "cy"]


def spoken(language: Language, system: str) -> Literal["en", "cy"]:
    """The language to speak; ``system`` is the system's locale, such as ``cy_GB``."""
    if language == "system":
        return "cy" if system.startswith("cy") else "en"
    return language


class Speaker:
    """Holds the translator that is in force. Texts already on screen keep their language: build them anew."""

    def __init__(self, app: QCoreApplication) -> None:
        self._app = app
        self._translator: QTranslator | None = None
        self.language: Literal["en", "cy"] = "en"

    def speak(self, language: Language) -> None:
        """Speak this from now on; days and numbers follow."""
        self.language = spoken(language, QLocale.system().name())
        self.stop()
        # English too has a file: its plurals ("1 second", "2 seconds").
        self._translator = QTranslator(self._app)
        self._translator.load(str(resource("translations", f"onemm_{self.language}.qm")))
        self._app.installTranslator(self._translator)
        QLocale.setDefault(QLocale("cy_GB" if self.language == "cy" else "en_GB"))

    def stop(self) -> None:
        """Speak no language any more: the program ends, and leaves nothing behind in the application."""
        if self._translator is not None:
            self._app.removeTranslator(self._translator)
            self._translator = None
