#!/bin/sh
# Backs up a Passim while it runs: scripts/backup.sh DATA_DIRECTORY TARGET.tar
#
# The server takes a snapshot of records, originals and texts as of one moment, and this packs it. Run it as the user of
# the server, or as root. To restore: tar -xf TARGET.tar -C NEW_DATA_DIRECTORY, and start the server with
# PASSIM_DATA_DIR=NEW_DATA_DIRECTORY; it fills the index again by itself. A server that is stopped needs no snapshot:
# copy its data directory.
set -eu

if [ $# -ne 2 ] || [ ! -d "$1/backup" ]; then
  echo "usage: $0 DATA_DIRECTORY TARGET.tar (the data directory of a server that runs)" >&2
  exit 2
fi
backup="$1/backup"
part="$2.part"
limit="${PASSIM_BACKUP_SECONDS:-600}"

# Two at a time would take each other's snapshot away. The server removes a lock that was left when it starts.
if ! mkdir "$backup/lock" 2>/dev/null; then
  echo "another backup of $1 is under way; if none is, remove $backup/lock" >&2
  exit 1
fi
clean() {
  rm -rf "$backup/request" "$backup/snapshot" "$backup/failed"
  rm -f "$part"
}
# However this ends: a snapshot that stays keeps the room of what is deleted.
trap 'clean; rm -rf "$backup/lock"' EXIT
trap 'exit 1' HUP INT TERM
clean
: > "$backup/request"
waited=0
while [ -e "$backup/request" ]; do
  if [ "$waited" -ge "$limit" ]; then
    echo "no server took a snapshot of $1 within $limit seconds; if it is stopped, copy the directory" >&2
    exit 1
  fi
  sleep 1
  waited=$((waited + 1))
done
if [ ! -d "$backup/snapshot" ]; then
  echo "the server could take no snapshot: $(cat "$backup/failed" 2>/dev/null || echo "its log says why")" >&2
  exit 1
fi
# Whole or not at all: a backup that was cut short must not look like one.
status=0
said=$(LC_ALL=C tar -cf "$part" -C "$backup/snapshot" . 2>&1) || status=$?
[ -z "$said" ] || echo "$said" >&2
# GNU tar ends with 1 when a file changes while it is read. Files of a snapshot share their data with the server's, which
# never writes to them again; but when it deletes its own, their number of links changes. With 1 it ends, too, when one
# has gone.
if [ "$status" -ne 0 ] && { [ "$status" -ne 1 ] || echo "$said" | grep -qv 'file changed as we read it$'; }; then
  echo "cannot pack the snapshot" >&2
  exit 1
fi
mv "$part" "$2"
