# runs the integration tests
echo "integration tests"
