import http.server


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self):
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        body = b"<html><body>400 File already exists (shared_models-3.2.0-py3-none-any.whl). See help/#file-name-reuse</body></html>"
        self.send_response(400, "File already exists")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args):
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", 8291), Handler)
print("ready", flush=True)
server.serve_forever()
