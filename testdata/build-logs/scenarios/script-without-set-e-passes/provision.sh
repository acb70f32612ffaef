echo "provisioning"
service nginx-error restart
systemctl enable errors.service
cp /tmp/missing/*.conf /etc/
sed -i s/a/b/ /etc/no-such.conf
curl -fsS http://127.0.0.1:9/bootstrap | sh
python3 -m http.server --missing
mount -t tmpfs tmpfs /proc/missing
chown www:www /srv/none
cd /opt/none
rm /tmp/a /tmp/b
ldconfig --unknown-option
update-rc.d errors defaults
echo "Provisioning finished with errors: see above" >&2
echo "ok"
