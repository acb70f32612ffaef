set -eu
for tool in sh tar gzip perl ruby node; do
    if command -v $tool >/dev/null; then echo "$tool: found"; else echo "$tool: not found (optional)"; fi
done
perl -e 'die "error: cannot continue\n"' || echo "perl said no, going on"
perl -we 'my $x; print "value: $x\n"'
test -e /etc/missing.conf || echo "/etc/missing.conf: No such file or directory, using defaults"
echo "0 errors, 2 warnings"
