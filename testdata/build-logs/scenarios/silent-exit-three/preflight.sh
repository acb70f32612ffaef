for key in port host user workers; do
    grep -q "^$key *=" /opt/site.conf || exit 3
done
