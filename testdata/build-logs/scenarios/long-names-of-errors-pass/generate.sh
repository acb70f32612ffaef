for kind in error failure fatal abort timeout denied missing broken; do
    for n in 1 2 3 4 5 6 7 8; do
        printf 'int %s_%d(int code)\n{\n\tint unused;\n\treturn code + %d;\n}\n' $kind $n $n > ${kind}_$n.c
    done
done
