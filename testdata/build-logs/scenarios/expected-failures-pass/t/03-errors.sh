ls /missing 2>&1 | grep "No such file"
