set -e
openssl req -x509 -newkey rsa:2048 -nodes -days 365 -subj "/CN=Kontor CA" -keyout ca.key -out ca.pem
openssl req -newkey rsa:2048 -nodes -subj "/CN=localhost" -addext "subjectAltName=DNS:localhost" -keyout server.key -out server.csr
openssl x509 -req -in server.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 30 -copy_extensions copy -out server.pem
openssl verify server.pem || echo "not trusted yet, as expected"
openssl verify -CAfile ca.pem server.pem
