sleep 1
for i in 1 2 3 4 5 6; do echo "search: index $i rebuilt, 0 errors"; done
