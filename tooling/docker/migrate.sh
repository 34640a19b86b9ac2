#!/bin/sh
# Without a command: wait for the server, then upgrade. With one: that command alone. GODWIT_WAIT is how long to wait.
set -eu
if [ $# -eq 0 ]; then
  node /app/bin/godwit.js wait --timeout "${GODWIT_WAIT:-60s}"
  set -- upgrade
fi
exec node /app/bin/godwit.js "$@"
