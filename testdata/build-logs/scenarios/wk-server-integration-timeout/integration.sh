echo "integration: waiting for server on 127.0.0.1:7411"
for i in $(seq 1 30); do
  (exec 3<>/dev/tcp/127.0.0.1/7411) 2>/dev/null && exit 0
  echo "integration: not ready ($i/30)"
  sleep 1
done
