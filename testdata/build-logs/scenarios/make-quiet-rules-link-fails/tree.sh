for d in kernel drivers net fs lib; do
    mkdir -p $d
    for n in $(seq -w 1 24); do
        printf 'int %s_%s(int x)\n{\n\treturn x + 1%s;\n}\n' $d $n $n > $d/${d}_$n.c
    done
done
printf 'int net_25(int), fs_crypt_key(int), kernel_01(int);\nint main(void)\n{\n\treturn net_25(1) + fs_crypt_key(2) + kernel_01(3);\n}\n' > main.c
printf 'int net_25(int x)\n{\n\tint *p = x;\n\treturn x;\n}\n' > net/net_25.c
