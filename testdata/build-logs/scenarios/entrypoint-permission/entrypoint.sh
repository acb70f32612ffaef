set -e
exec python manage.py "$@"
