#include <Python.h>
#include <math.h>
#include <stdlib.h>
#include <sys/stat.h>

static PyObject *power(PyObject *self, PyObject *args) {
    double a, b;
    struct stat info;
    (void)self;
    if (!PyArg_ParseTuple(args, "dd", &a, &b) || stat("/", &info)) return NULL;
    return PyFloat_FromDouble(pow(a, b) + exp(a) + (double)arc4random_uniform(2));
}
static PyMethodDef methods[] = {{"power", power, METH_VARARGS, "power"}, {0}};
static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "fastsum", 0, -1, methods, 0, 0, 0, 0};
PyMODINIT_FUNC PyInit_fastsum(void) { return PyModule_Create(&module); }
