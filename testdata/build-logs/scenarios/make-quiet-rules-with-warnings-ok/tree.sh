for d in kernel drivers net fs lib; do
    mkdir -p $d
    for n in $(seq -w 1 20); do
        printf 'int %s_error_%s(int x)\n{\n\tint failed;\n\treturn x + 1%s;\n}\n' $d $n $n > $d/${d}_$n.c
    done
done
printf 'int main(void)\n{\n\treturn 0;\n}\n' > main.c
