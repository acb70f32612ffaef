#include <string.h>
int kv_check(const char *key)
{
	char copy[4];
	strncpy(copy, key, 4);
	return copy[0] == 'b' && key[1] == 'a' && key[2] == 'd';
}
