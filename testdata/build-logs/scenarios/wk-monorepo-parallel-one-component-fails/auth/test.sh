echo "auth: 14 checks passed"
