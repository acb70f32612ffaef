echo "bundling for $1"
echo "  app.js 12 kB"
if [ ! -f settings.$1.json ]; then
    echo "build.sh: settings.$1.json: no such file" >&2
    exit 3
fi
