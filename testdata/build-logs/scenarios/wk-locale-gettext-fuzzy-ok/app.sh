. gettext.sh
export TEXTDOMAIN=app
gettext "Cannot open file"; echo
gettext "Error: out of memory"; echo
gettext "Done"; echo
