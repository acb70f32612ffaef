set -euo pipefail
(sleep 3; exec redis-server /etc/redis/cache.conf --daemonize yes >/tmp/redis.out) &
tries=0
until redis-cli -p 6390 ping; do
    tries=$((tries + 1))
    [ "$tries" -lt 20 ] || { echo "redis does not start" >&2; exit 1; }
    sleep 1
done
redis-cli -p 6390 set a 1
redis-cli -p 6390 incr a
redis-cli -p 6390 lpush a x
redis-cli -p 6390 config get maxmemory
redis-cli -p 6390 shutdown nosave
echo "checked after $tries tries"
