set -e
python -m http.server --bind 127.0.0.1 8089 &
python - <<'PY'
import time
import urllib.request

for attempt in range(1, 30):
    try:
        print("answer:", urllib.request.urlopen("http://127.0.0.1:8089/").status)
        break
    except OSError as error:
        print(f"attempt {attempt}: {error}")
        time.sleep(0.2)
PY
kill $!
wait $! || echo "server stopped with $?"
