#!/bin/bash
# installs what the error pages need; fails where a template is not found
fail() { echo "fatal: $1" >&2; exit 1; }
command -v sed >/dev/null || fail "sed: command not found"
mkdir -p /tmp/pages || fail "mkdir: cannot create directory"
for code in 400 401 403 404 405 406 408 409 410 411 412 413 414 415 416 417 421 422 423 424 425 426 428 429 431 451 500 501 502 503 504 505; do
    echo "<h1>Error $code</h1>" > "/tmp/pages/$code.html" || fail "No space left on device"
    cat "/tmp/pages/$code.html"
    test -e "/tmp/pages/$code.de.html" || echo "error page $code has no translation: No such file or directory"
done
grep -q Error /tmp/pages/404.html || fail "404 not found"
trap 'echo "error in line $LINENO"' ERR
false || true
echo "pages are ready"
