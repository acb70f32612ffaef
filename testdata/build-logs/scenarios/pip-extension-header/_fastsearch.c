#include <Python.h>
#include <mysql/mysql.h>

static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "_fastsearch"};

PyMODINIT_FUNC PyInit__fastsearch(void)
{
    return PyModule_Create(&module);
}
