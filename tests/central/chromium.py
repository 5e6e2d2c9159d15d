"""Chromium without a screen, started once and told what to do over a pipe (the Chrome DevTools protocol).

Starting it costs more than all the pages it shows.
"""

from __future__ import annotations

import base64
import json
import os
import subprocess
from collections.abc import Callable
from io import BytesIO
from itertools import count
from pathlib import Path
from typing import Any, Literal

from PIL import Image

QUIET = (
    "--headless", "--disable-gpu", "--no-sandbox", "--no-first-run", "--disable-extensions", "--disable-sync",
    "--disable-background-networking", "--disable-component-update",
)  # fmt: skip


class Chromium:
    """One page of one browser. Messages end with a zero byte; it reads them from 3 and writes its own to 4."""

    def __init__(self, program: str, profile: Path) -> None:
        its_in, self._out = os.pipe()
        back, its_out = os.pipe()
        # The shell puts the two ends where the protocol wants them: Python passes a descriptor under its own number.
        joined = f'exec "$@" 3<&{its_in} 4>&{its_out}'
        command = ("bash", "-c", joined, "-", program, *QUIET, f"--user-data-dir={profile}", "--remote-debugging-pipe")
        self._process = subprocess.Popen(
            command, pass_fds=(its_in, its_out), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        os.close(its_in)
        os.close(its_out)
        self._in = os.fdopen(back, "rb")
        self._rest = b""
        self._numbers = count(1)
        #: The pages all of which has come, by the number that the browser gave them.
        self._loaded: set[str] = set()
        self._session: dict[str, str] = {}
        target = self._do("Target.createTarget", url="about:blank")["targetId"]
        self._session = {"sessionId": self._do("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]}
        self._do("Page.enable")
        self._do("Page.setLifecycleEventsEnabled", enabled=True)
        self._do("Emulation.setDeviceMetricsOverride", width=420, height=900, deviceScaleFactor=1, mobile=False)

    def close(self) -> None:
        """End the browser and wait for it."""
        self._session = {}
        self._do("Browser.close")
        self._process.wait(timeout=60)
        os.close(self._out)
        self._in.close()

    def open(self, address: str, *, scripts: bool = True, look: Literal["light", "dark"] = "light") -> str:
        """Show a page, wait until all of it is there, and answer it as the browser understood it, as HTML."""
        self._do("Emulation.setScriptExecutionDisabled", value=not scripts)
        self._do("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": look}])
        opened = self._do("Page.navigate", url=address)
        assert "errorText" not in opened, opened
        if opened["loaderId"] not in self._loaded:
            self._until(lambda _: opened["loaderId"] in self._loaded)
        root = self._do("DOM.getDocument", depth=0)["root"]["nodeId"]
        shown: str = self._do("DOM.getOuterHTML", nodeId=root)["outerHTML"]
        return shown

    def picture(self) -> Image.Image:
        """What the page looks like."""
        png = base64.b64decode(self._do("Page.captureScreenshot", format="png")["data"])
        return Image.open(BytesIO(png)).convert("RGB")

    def _do(self, method: str, **params: Any) -> dict[str, Any]:
        """Ask for one thing; its answer."""
        number = next(self._numbers)
        asked = {"id": number, "method": method, "params": params, **self._session}
        os.write(self._out, json.dumps(asked).encode() + b"\0")
        answer = self._until(lambda message: message.get("id") == number)
        assert "error" not in answer, (method, answer)
        result: dict[str, Any] = answer["result"]
        return result

    def _until(self, wanted: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        while True:
            while b"\0" not in self._rest:
                read = self._in.read1(1 << 16)
                assert read, f"Chromium ended with {self._process.wait(timeout=60)}"
                self._rest += read
            first, _, self._rest = self._rest.partition(b"\0")
            message: dict[str, Any] = json.loads(first)
            if message.get("method") == "Page.lifecycleEvent" and message["params"]["name"] == "load":
                self._loaded.add(message["params"]["loaderId"])
            if wanted(message):
                return message
