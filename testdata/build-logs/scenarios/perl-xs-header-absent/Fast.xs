#include "EXTERN.h"
#include "perl.h"
#include "XSUB.h"
#include <fastmath/fastmath.h>

MODULE = Acme::Fast  PACKAGE = Acme::Fast

double
square(double x)
CODE:
    RETVAL = fm_square(x);
OUTPUT:
    RETVAL
