import http.server, ssl
server = http.server.HTTPServer(("127.0.0.1", 8463), http.server.SimpleHTTPRequestHandler)
context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain("/tmp/ca/cert.pem", "/tmp/ca/key.pem")
server.socket = context.wrap_socket(server.socket, server_side=True)
print("ready", flush=True)
server.serve_forever()
