#!/bin/sh
set -e
echo "Collecting files"
mkdir -p /srv/www
rsync -a --delete html/ /srv/www/
echo "Published"
