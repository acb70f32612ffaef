#include <stdio.h>
#include <zmq.h>

int main(void)
{
	puts("hello");
	return 0;
}
