for n in 1 2 3 4 5 6; do echo "ok $1 $n"; done
case $1 in
media) echo "ffmpeg: command not found" >&2; exit 77 ;;
mail) [ "$2" = again ] || { echo "not ok mail 7 - smtp: Connection refused" >&2; exit 1; } ;;
esac
echo "$1: done"
