case $1 in --*) echo "tool: error: unrecognized option $1" >&2; exit 64;; esac
