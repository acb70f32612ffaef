info() { echo "--> $*"; }
