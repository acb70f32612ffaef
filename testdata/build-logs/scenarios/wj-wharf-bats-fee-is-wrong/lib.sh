berth() { printf 'B%02d\n' "$1"; }
fee() { echo $(($1 * 12 + 5)); }
flag() { case $1 in de) echo black ;; fr) echo blue ;; *) return 1 ;; esac; }
