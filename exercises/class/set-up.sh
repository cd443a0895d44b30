#!/bin/sh
# Sets up a class's hub on a fresh Debian machine; README.md in this folder says what each part is for.
#
#   sh exercises/class/set-up.sh --show     prints every command and does nothing
#   sh exercises/class/set-up.sh            does it, as the superuser, in the teacher's copy of the course
#
# It may be given again: what is there is brought up to date, and no student's home is touched.
set -eu

CLASS=${READINGROOM_CLASS:-/srv/class}
EXCHANGE=${READINGROOM_EXCHANGE:-/srv/nbgrader/exchange}
STUDENT_COPY=${READINGROOM_STUDENT_COPY:-/srv/reading-room}
UNIT=${READINGROOM_UNIT:-/etc/systemd/system/reading-room-hub.service}
HUB_URL=${READINGROOM_HUB_URL:-http://127.0.0.1:8000}
TEACHERS=${READINGROOM_TEACHERS:-}
SPAWNS=${READINGROOM_SPAWNS_AT_ONCE:-10}
PROXY=configurable-http-proxy@5.3.0
LEAST_NODE=20
SHOW=no
[ "${1:-}" = "--show" ] && SHOW=yes

fail() {
  echo "set-up.sh: $1" >&2
  exit 1
}

run() {
  echo "+ $*"
  [ "$SHOW" = yes ] || "$@"
}

course=$(cd "$(dirname "$0")/../.." && pwd)
cd "$course"
[ -f data/article.toml ] && [ -f exercises/class/requirements.txt ] || fail "$course is not a copy of the course"
if [ "$SHOW" = no ]; then
  [ "$(id -u)" = 0 ] || fail "give the command as the superuser; with --show anybody can see what it would do"
fi

# 1. What Debian has.
run apt-get update
run apt-get install -y --no-install-recommends python3 python3-venv git nodejs npm ca-certificates
if [ "$SHOW" = no ]; then
  node=$(node --version | sed 's/^v//; s/\..*//')
  [ "$node" -ge "$LEAST_NODE" ] || fail "the proxy needs Node.js $LEAST_NODE or later, and this machine has $node: \
Debian 13 has it; on Debian 12 install a newer one first, and give the command again"
fi

# 2. The environment of the class, every package held to its sum, and the proxy.
run python3 -m venv "$CLASS"
run "$CLASS/bin/pip" install --require-hashes --no-deps -r requirements.txt -r exercises/class/requirements.txt \
  -r readingroom/cli/locks/teach.txt
run "$CLASS/bin/pip" install --no-deps .
run npm install --no-audit --no-fund --prefix "$CLASS/proxy" "$PROXY"

# 3. nbgrader's exchange, in which everybody may write, and its settings, which everybody may read.
run mkdir -p "$EXCHANGE" "$CLASS/settings"
run chmod 777 "$EXCHANGE"
run cp exercises/class/nbgrader_config.py "$CLASS/settings/"
run cp exercises/class/jupyterhub_config.py "$CLASS/"

# 4. The course as students pull it: an export, which has no key.
run mkdir -p "$STUDENT_COPY"
export_course() {
  git archive HEAD | tar -x -C "$STUDENT_COPY"
  [ ! -e "$STUDENT_COPY/exercises/key" ] || fail "the key is in $STUDENT_COPY/exercises/key; remove it before you go on"
  git -C "$STUDENT_COPY" init -q -b main
  git -C "$STUDENT_COPY" add -A
  git -C "$STUDENT_COPY" -c user.name=Teacher -c user.email=teacher@localhost commit -q --allow-empty -m "The course"
}
run export_course

# 5. The hub as a service, where the machine has systemd.
write_unit() {
  cat >"$UNIT" <<END
[Unit]
Description=A class's hub
After=network-online.target

[Service]
WorkingDirectory=$CLASS
Environment="PATH=$CLASS/bin:$CLASS/proxy/node_modules/.bin:/usr/local/bin:/usr/bin:/bin"
Environment="READINGROOM_HUB_URL=$HUB_URL"
Environment="READINGROOM_TEACHERS=$TEACHERS"
Environment="READINGROOM_EXCHANGE=$EXCHANGE"
Environment="READINGROOM_CONFIG_PATH=$CLASS/settings"
Environment="READINGROOM_SPAWNS_AT_ONCE=$SPAWNS"
ExecStart=$CLASS/bin/jupyterhub -f $CLASS/jupyterhub_config.py
Restart=on-failure

[Install]
WantedBy=multi-user.target
END
}
run write_unit
if [ "$SHOW" = yes ] || [ -d /run/systemd/system ]; then
  run systemctl daemon-reload
  run systemctl enable --now "$(basename "$UNIT")"
  run systemctl restart "$(basename "$UNIT")"
else
  echo "This machine has no systemd: start the hub with the lines that $UNIT holds."
fi
echo "The hub listens at $HUB_URL. Give each student an account (adduser NAME), and the machine a certificate and a web"
echo "server in front before passwords go through it."
