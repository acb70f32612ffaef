for n in $(seq -w 1 18); do echo "int part_$n(void) { return 1$n; }" > part_$n.c; done
printf '#include <stdio.h>\nint total(size_t n, u_int_32 m)\n{\n\treturn n + m;\n}\n' > total.c
