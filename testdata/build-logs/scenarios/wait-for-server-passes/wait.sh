n=0
until curl -fsS -o /dev/null http://127.0.0.1:8471/; do
    n=$((n + 1)); [ $n -lt 20 ] || { echo "ERROR: the server did not start"; exit 1; }
    echo "not ready, attempt $n failed"; sleep 0.5
done
curl -fsS http://127.0.0.1:8471/missing.html || echo "404 as expected"
python3 -c 'import urllib.request; urllib.request.urlopen("http://127.0.0.1:8471/error.html")' || true
echo "server answers"
