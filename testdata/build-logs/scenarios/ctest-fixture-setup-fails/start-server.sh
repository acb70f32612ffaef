echo "starting store-server on port 7070"
[ -x /usr/local/libexec/store-server ] || { echo "start-server: /usr/local/libexec/store-server is not installed" >&2; exit 1; }
