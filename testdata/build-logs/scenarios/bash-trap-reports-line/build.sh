trap 'status=$?; echo "ERROR: build.sh:$LINENO: \"$BASH_COMMAND\" exited with $status" >&2; echo "cleaning up"; rm -rf work; echo "Build failed. See https://wiki.example.org/build-errors"' ERR
step() { echo; echo "=== $1 ==="; }
step "Prepare"
mkdir -p work && cd work
step "Generate"
for n in $(seq 1 30); do echo "template error_$n.tmpl -> error_$n.html"; done
step "Compress"
tar -cf site.tar --files-from=../manifest.txt
gzip -9 site.tar
step "Done"
