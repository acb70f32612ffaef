#!/bin/sh
{ echo 'package report'; echo; echo 'var names = []string{'; while read -r n; do printf '\t"%s",\n' "$n"; done < names.txt; echo '}'; } > names.go
