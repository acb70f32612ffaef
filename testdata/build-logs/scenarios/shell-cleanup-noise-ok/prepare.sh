#!/bin/sh
# makes folders, takes over what an older image may have left
for part in conf data log; do
    mv /opt/shop/$part /srv/ || mkdir -p /srv/$part
done
cp /opt/shop/shop.ini /srv/conf/ || printf '[shop]\nerrors = log\n' > /srv/conf/shop.ini
grep -q '^mode' /srv/conf/shop.ini || echo 'mode = production' >> /srv/conf/shop.ini
chown shop:shop /srv/data || echo "there is no user shop yet: root keeps the data"
systemctl enable shop || echo "no systemd in here"
cat /srv/conf/shop.ini
n=0
for test in 1 2 3 4 5 6 7 8 9 10 11 12; do
    echo "check $test: ok (0 errors)"
done
echo "12 passed, $n failed"
