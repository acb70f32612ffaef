export LEVEL=debug
unalias ls || true
