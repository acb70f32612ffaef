echo "bundle 312 kB (limit 400 kB)"
