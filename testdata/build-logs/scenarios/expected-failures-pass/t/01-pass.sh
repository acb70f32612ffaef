echo "0 errors"
