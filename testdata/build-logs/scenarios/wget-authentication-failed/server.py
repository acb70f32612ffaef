import http.server


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        if self.path.startswith("/public"):
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b"app.tar.gz 4411\n")
        else:
            self.send_response(401)
            self.send_header("WWW-Authenticate", 'Basic realm="artifacts"')
            self.end_headers()

    def log_message(self, *args):
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", 8233), Handler)
print("ready", flush=True)
server.serve_forever()
