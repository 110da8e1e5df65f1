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

clean() {
  rm -rf "$backup/request" "$backup/snapshot" "$backup/failed"
  rm -f "$part"
}
clean
# However this ends: a snapshot that stays keeps the room of what is deleted.
trap clean EXIT
trap 'exit 1' HUP INT TERM
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
tar -cf "$part" -C "$backup/snapshot" . || {
  status=$?
  # GNU tar says so (1, where 2 is failure) when a file changes while it is read. Files of a snapshot share their data
  # with the server's, which never writes to them again; but when it deletes its own, their number of links changes.
  if [ "$status" -ne 1 ] || ! tar --version 2>/dev/null | grep -q GNU; then
    echo "cannot pack the snapshot" >&2
    exit 1
  fi
}
mv "$part" "$2"
