set -e
count=$(sqlite3 /seed/app.db 'select count(*) from status')
sqlite3 -header -column /seed/app.db 'select * from status'
sqlite3 -json /seed/app.db 'select * from status' | jq -c '.[]'
[ "$count" -ge 4 ]
echo "seed: $count rows, check passed"
