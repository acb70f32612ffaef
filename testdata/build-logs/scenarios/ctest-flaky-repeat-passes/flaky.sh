count=$(cat count 2>/dev/null || echo 0)
echo $((count + 1)) > count
[ $count -ge 2 ] || { echo "ERROR: connect: Connection refused (attempt $count)"; exit 1; }
echo connected
