#include <Python.h>

int lodge(int error, const char *unused);

static PyObject *dam(PyObject *self, PyObject *args)
{
    unsigned sticks;
    int unused_failure;
    if (!PyArg_ParseTuple(args, "I", &sticks))
        return NULL;
    for (int i = 0; i < sticks; i++)
        lodge(i, "x");
    return PyLong_FromLong(lodge((int)sticks, "error"));
}

static PyMethodDef methods[] = {{"dam", dam, METH_VARARGS, ""}, {NULL}};
static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "_beaver", NULL, -1, methods};

PyMODINIT_FUNC PyInit__beaver(void)
{
    return PyModule_Create(&module);
}
