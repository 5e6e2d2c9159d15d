"""1MM Desktop: the program its people use where the web does not reach."""

from __future__ import annotations

from onemm_desktop.lasting_none import keep_none

keep_none()
