x='a  b'
[ "$x" = "a  b" ]
cat /nonexistent/file || true
