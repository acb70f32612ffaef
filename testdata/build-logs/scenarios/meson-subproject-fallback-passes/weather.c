#include <stdio.h>
#include "sensor.h"
int main(int argc, char **argv) { (void)argv; fprintf(stderr, "ERROR: sensor says %d\n", sensor()); return argc > 1; }
