unset SSL_CERT_FILE
openssl s_server -quiet -www -accept 8443 -cert server.pem -key server.key >/dev/null 2>&1 &
sleep 1
curl -sS --cacert /dev/null https://localhost:8443/ -o /dev/null || echo "without the authority: refused, as it should be"
curl -fsS --cacert /etc/ssl/certs/ca-certificates.crt https://localhost:8443/ -o /dev/null && echo "with the authority: ok"
status=$?
kill $!
exit $status
