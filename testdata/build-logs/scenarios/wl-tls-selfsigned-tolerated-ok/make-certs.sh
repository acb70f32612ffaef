set -euo pipefail
openssl req -x509 -newkey rsa:2048 -nodes -keyout ca.key -out ca.pem -days 30 -subj "/CN=Corp Test CA"
openssl req -newkey rsa:2048 -nodes -keyout server.key -out server.csr -subj "/CN=web.corp.example"
openssl x509 -req -in server.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 10 -out server.pem -extfile <(echo subjectAltName=DNS:web.corp.example)
echo "certificates made"
