die() { echo "fatal: $*" >&2; return 1; }
port_ok() { [ "$1" -gt 0 ] 2>/dev/null && [ "$1" -lt 65536 ] || die "bad port '$1'"; }
trim() { local s=$1; s=${s#"${s%%[! ]*}"}; echo "${s%"${s##*[! ]}"}"; }
