#define PY_SSIZE_T_CLEAN
#include <Python.h>

static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "fastsum", NULL, SIZE, NULL};

PyMODINIT_FUNC PyInit_fastsum(void) { return PyModule_Create(&module); }
