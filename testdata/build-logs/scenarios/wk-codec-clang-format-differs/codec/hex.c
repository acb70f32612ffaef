#include "hex.h"
int hex(int x)
{
  if(x<10) return '0'+x;
  return 'a' + x - 10;
}
