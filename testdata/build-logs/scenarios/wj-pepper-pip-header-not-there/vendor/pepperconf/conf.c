#include <Python.h>
#include <confuse.h>

static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "_pepperconf", NULL, -1, NULL};

PyMODINIT_FUNC PyInit__pepperconf(void)
{
    cfg_opt_t opts[] = {CFG_END()};
    (void)opts;
    return PyModule_Create(&module);
}
