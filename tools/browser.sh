#!/bin/sh
# Installs Chromium for the tests of the HTML report, where that is possible. Without it they are left out, and say so.
set -u
for program in "${CHROMIUM:-}" /usr/bin/chromium /usr/bin/chromium-browser /usr/bin/google-chrome; do
  if [ -n "$program" ] && [ -x "$program" ]; then echo "Chromium is there: $program"; exit 0; fi
done
if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
  echo "Chromium is not installed. Install the package chromium, or name the program in CHROMIUM."; exit 0
fi
wait='-o DPkg::Lock::Timeout=120'
# shellcheck disable=SC2086
if apt-get -qq update && apt-get -qq $wait install -y --no-install-recommends chromium fonts-liberation >/dev/null
then echo "Chromium is installed."
else echo "Chromium could not be installed; the tests of the HTML report in a browser will be left out."; fi
