echo "bash $(bash -c 'echo ${BASH_VERSION%%(*}')"
echo "git $(git version | cut -d' ' -f3)"
