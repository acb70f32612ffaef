set -e
cp handler.py package/
cd package
before=$(du -sk . | cut -f1)
find . -name __pycache__ -prune -exec rm -r {} +
rm -rf boto3 || echo "no boto3"
zip -qr ../function.zip .
size=$(stat -c %s ../function.zip)
echo "unpacked: $before kB, zip: $((size / 1024)) kB"
if [ "$size" -gt 10000000 ]; then echo "WARNING: over 10 MB, cold starts will be slow"; fi
if [ "$size" -gt 50000000 ]; then echo "ERROR: over 50 MB, upload would fail"; exit 1; fi
