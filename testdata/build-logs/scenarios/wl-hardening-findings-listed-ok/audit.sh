#!/bin/sh
# lists what a hardened image should not have; a report, no gate
pass=0 fail=0 warn=0
say() { printf '[%s] %s\n' "$1" "$2"; }
probe() { if sh -c "$2"; then say ' OK ' "$1"; pass=$((pass + 1)); else say FAIL "$1"; fail=$((fail + 1)); fi; }
hint() { if sh -c "$2"; then pass=$((pass + 1)); else say WARN "$1"; warn=$((warn + 1)); fi; }
echo "== hardening audit of $(. /etc/os-release; echo "$PRETTY_NAME")"
probe "root has no empty password" '! grep -q "^root::" /etc/shadow'
probe "no password in the environment" '! env | grep -qi password'
probe "home of root is private" '[ "$(stat -c %a /root)" = 700 ] && [ ! -e /usr/bin/newgrp ]'
probe "passwd is not writable by others" '[ ! "$(find /etc/passwd -perm -o+w)" ]'
probe "no compiler in the image" '! command -v gcc'
hint "setuid programs: $(find /usr/bin -perm -4000 2>/dev/null | tr '\n' ' ')" '[ -z "$(find /usr/bin -perm -4000)" ]'
hint "apt is still there" '! command -v apt-get >/dev/null'
hint "default umask is $(umask)" '[ "$(umask)" = 0027 ]'
cat /etc/shadow- 2>&1 | head -1
echo "== $pass passed, $fail FAILED, $warn warnings"
