#include <stdio.h>
#include <zip-example.h>

int main(void) { return 0; }
