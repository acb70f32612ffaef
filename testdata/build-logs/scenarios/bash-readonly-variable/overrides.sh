echo "Reading overrides"
APP_VERSION=2.4.1
