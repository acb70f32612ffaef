unset http_proxy https_proxy
python3 server.py &
for try in 1 2 3 4 5 6 7 8 9 10 11 12; do
    if curl -fsS http://127.0.0.1:8080/health; then break; fi
    echo "smoke: attempt $try failed, retrying"
    sleep 1
done
curl -fsS http://127.0.0.1:8080/health || exit 1
curl -fsS http://127.0.0.1:8080/broken || echo "smoke: /broken fails, as it should"
kill $!
wait $! 2>/dev/null
echo "smoke: passed"
