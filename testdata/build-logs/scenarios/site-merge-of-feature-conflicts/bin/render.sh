#!/bin/sh
# renders a page
set -eu
for page in pages/*.md; do
    name=$(basename "$page" .md)
    echo "rendering $name"
    sed -e 's,^# \(.*\),<h1>\1</h1>,' "$page" > "$OUT/$name.html"
done
