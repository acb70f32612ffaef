echo "--- start"
pg_ctlcluster 15 main start
su postgres -c "psql -Atc 'select version()'" | cut -d, -f1
su postgres -c "createdb stock"
for f in /sql/*.sql; do
    echo "--- $f"
    su postgres -c "psql -d stock -f $f"
done
echo "--- roles"
su postgres -c "psql -d stock -c 'grant select on item to reader'" || echo "reader is made by the operator"
su postgres -c "psql -d stock -Atc 'select count(*) from item'"
pg_ctlcluster 15 main stop -m fast
tail -n 8 /var/log/postgresql/*.log
