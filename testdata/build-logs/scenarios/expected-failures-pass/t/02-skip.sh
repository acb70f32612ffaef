echo "no docker daemon: Cannot connect to the Docker daemon"; exit 77
