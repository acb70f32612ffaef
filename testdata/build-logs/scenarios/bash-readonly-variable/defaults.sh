CHANNEL=beta
readonly APP_VERSION=2.4.0
