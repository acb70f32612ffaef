#include <Python.h>
#include <fastmath/vector.h>

PyMODINIT_FUNC PyInit__native(void) { return 0; }
