#include <stdio.h>
#include <stdlib.h>
int main(int argc,char**argv){
  int *p = NULL; char b[2];
  if (argc > 1 && argv[1][0]=='-') abort();
  fprintf(stderr,"error: nothing to do\n");
  return 3; }
