echo "enum { ERROR_MAX = 4 };"
