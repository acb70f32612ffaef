set -e
python3 -m http.server 8099 --bind 127.0.0.1 > /tmp/server.log 2>&1 &
sleep 2
for mirror in http://127.0.0.1:8098 http://127.0.0.1:8099/old http://127.0.0.1:8099; do
    for try in 1 2; do
        echo "fetching from $mirror, try $try"
        if curl -fsSL --connect-timeout 2 -o out.tar.gz $mirror/data-1.0.tar.gz; then
            cat /tmp/server.log
            exit 0
        fi
    done
done
echo "all mirrors failed" >&2
exit 1
