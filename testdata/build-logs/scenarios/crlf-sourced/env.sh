set -e
export APP_HOME=/srv/app
mkdir -p $APP_HOME
cd $APP_HOME
