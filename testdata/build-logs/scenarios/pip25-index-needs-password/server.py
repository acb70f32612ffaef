"""An index that wants a password."""
import http.server


class Index(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(401)
        self.send_header("WWW-Authenticate", 'Basic realm="packages"')
        self.send_header("Content-Length", "0")
        self.end_headers()


with http.server.HTTPServer(("127.0.0.1", 8641), Index) as server:
    print("ready", flush=True)
    server.serve_forever()
