#!/bin/sh
# Make sure that what no Python wheel can bring is there: a working venv module and, on Linux, the libraries Qt opens.
# With a second word, "browser", also what tests alone use: the browser for the public page, OpenSSL for signatures.
# Installs them where it may (root, or sudo that asks nothing); otherwise names the one command to run.
set -eu
python=${1:-python3}

if [ -z "$python" ] || ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
    echo "1MM Desktop needs Python 3.11 or newer; install it, or say where it is: make PYTHON=/path/to/python3.11" >&2
    exit 1
fi
[ "$(uname -s)" = Linux ] || exit 0

wanted=""
needs() {  # needs PACKAGE LIBRARY
    ldconfig=$(command -v ldconfig || echo /sbin/ldconfig)
    "$ldconfig" -p 2>/dev/null | grep -q "$2" || wanted="$wanted $1"
}
needs libegl1 libEGL.so.1
needs libgl1 libGL.so.1
needs libxkbcommon0 libxkbcommon.so.0
needs libfontconfig1 libfontconfig.so.1
needs libfreetype6 libfreetype.so.6
needs libdbus-1-3 libdbus-1.so.3
needs libglib2.0-0 libglib-2.0.so.0
if [ -n "${DISPLAY:-}" ]; then  # a real window also needs the X11 helpers
    needs libxcb-cursor0 libxcb-cursor.so.0
    needs libxkbcommon-x11-0 libxkbcommon-x11.so.0
    needs libxcb-icccm4 libxcb-icccm.so.4
    needs libxcb-image0 libxcb-image.so.0
    needs libxcb-keysyms1 libxcb-keysyms.so.1
    needs libxcb-render-util0 libxcb-render-util.so.0
    needs libxcb-shape0 libxcb-shape.so.0
    needs libxcb-xinerama0 libxcb-xinerama.so.0
fi
if [ "${2:-}" = browser ]; then
    found=""
    for name in chromium chromium-browser google-chrome chrome; do
        command -v "$name" >/dev/null && found=$name
    done
    [ -n "$found" ] || wanted="$wanted chromium"
    command -v openssl >/dev/null || wanted="$wanted openssl"
fi
"$python" -c 'import ensurepip, venv' 2>/dev/null || wanted="$wanted $("$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')"
[ -n "$wanted" ] || exit 0

if ! command -v apt-get >/dev/null; then
    echo "Please install what your system calls:$wanted" >&2
    exit 1
fi
if [ "$(id -u)" = 0 ]; then as_root=""
elif sudo -n true 2>/dev/null; then as_root="sudo -n"
else
    echo "Please run once:  sudo apt-get install$wanted" >&2
    exit 1
fi
echo "Installing system libraries:$wanted"
# shellcheck disable=SC2086
$as_root apt-get update -qq && $as_root apt-get install -y -qq --no-install-recommends $wanted >/dev/null
