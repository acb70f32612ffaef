set -e
python server.py > server.log 2>&1 &
sleep 2
echo "smoke test: GET /health"
python - <<'PY'
import urllib.request
print(urllib.request.urlopen("http://127.0.0.1:8088/health").status)
PY
echo "smoke test passed"
