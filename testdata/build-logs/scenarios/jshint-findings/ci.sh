set -e
echo "Linting"
node_modules/.bin/jshint lib
echo "Tests"
node test.js
