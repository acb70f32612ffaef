#!/bin/sh
echo "Updating desktop database"
exec update-desktop-database -q "$DESTDIR/usr/share/applications"
