#!/bin/bash
set -eu
dry=${1:-}
hosts=(web1 web2 web3 worker1 worker2)
for host in "${hosts[@]}"; do
    if ! getent hosts "$host.build.invalid"; then
        echo "WARNING: $host.build.invalid does not resolve, using the inventory" >&2
    fi
    for unit in app proxy cron; do
        if [ "$dry" = --dry-run ]; then
            echo "would restart $unit on $host"
        else
            ssh "$host" systemctl restart "$unit"
        fi
    done
    grep -q "^$host" inventory || { echo "$host is not in the inventory (new host)"; true; }
done
echo "dry run finished, nothing was changed"
