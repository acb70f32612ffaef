#include <Python.h>
#include <yajl/yajl_parse.h>

PyMODINIT_FUNC PyInit__speedups(void) { return NULL; }
