# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# For bats files that need a real PostgreSQL, after helpers: one of Debian's, on a free loopback port, for the file.
#   setup_file() { postgres_up_or_skip; }    setup() { postgres_use; }    teardown_file() { postgres_down; }

# It does not run as root.
as_postgres() {
    if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi
}

postgres_up_or_skip() {
    local bin
    bin=$(find /usr/lib/postgresql/*/bin/initdb 2>/dev/null | sort -V | tail -n 1)
    if [ -z "$bin" ]; then
        skip_all 'needs the package postgresql'
        return
    fi
    export POSTGRES_BIN=${bin%/initdb}
    # Its socket's name must be short, and the folder its own.
    POSTGRES_DIR=$(mktemp -d /tmp/postgres.XXXXXX)
    export POSTGRES_DIR
    POSTGRES_PORT=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
    export POSTGRES_PORT
    [ "$(id -u)" != 0 ] || chown postgres "$POSTGRES_DIR"
    as_postgres "$POSTGRES_BIN/initdb" -D "$POSTGRES_DIR/data" -U postgres -A trust -N >"$BATS_FILE_TMPDIR/initdb" 2>&1
    as_postgres "$POSTGRES_BIN/pg_ctl" -D "$POSTGRES_DIR/data" -w -l "$POSTGRES_DIR/log" \
        -o "-p $POSTGRES_PORT -k $POSTGRES_DIR -h 127.0.0.1 -F" start >/dev/null 3>&- 4>&-
}

# As thoth-storages has it.
postgres_use() {
    skip_if_all
    export KNOWLEDGE_GRAPH_HOST=127.0.0.1 KNOWLEDGE_GRAPH_PORT=$POSTGRES_PORT KNOWLEDGE_GRAPH_USER=postgres
    export KNOWLEDGE_GRAPH_PASSWORD=none KNOWLEDGE_GRAPH_SSL_DISABLED=1
}

postgres_down() {
    [ -n "${POSTGRES_DIR:-}" ] || return 0
    as_postgres "$POSTGRES_BIN/pg_ctl" -D "$POSTGRES_DIR/data" -m immediate stop >/dev/null 2>&1 || true
    rm -rf "$POSTGRES_DIR"
}
