for n in $(seq 1 25); do
    printf 'static int unused_%d(void) { return 0; }\nint error_%d(int x) { int e; if (x = %d) e = 1; return e; }\n' $n $n $n > error_$n.c
done
