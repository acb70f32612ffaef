#include <stdio.h>
int notes_add(int);
int main(void) { fprintf(stderr, "error: expected message\n"); return notes_add(1) != 2; }
