for n in 1 2 3; do echo "#define ERROR_$n $n" > errors$n.h; done
