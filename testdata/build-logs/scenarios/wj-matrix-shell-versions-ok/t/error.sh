( exit 3 )
[ $? -eq 3 ]
