mkdir -p src
for n in $(seq -w 1 60); do
    echo "int module_$n(int x) { int y = x; return y * 1$n; }" > src/module_$n.c
done
cat > src/main.c <<'END'
#include <stdio.h>
#include "modules.h"
int main(void)
{
	int total = 0;
	for (int i = 0; i < 3; i++)
		total += module_01(i) + module_60(i);
	printf("%d of %d\n", total, MODULE_CUONT);
	return 0;
}
END
echo '#define MODULE_COUNT 60' > src/modules.h
for n in $(seq -w 1 60); do echo "int module_$n(int x);"; done >> src/modules.h
