#include <Python.h>
#include <frameobject.h>

int line_of(PyFrameObject *frame)
{
    return frame->f_lineno;
}

PyMODINIT_FUNC PyInit_frames(void)
{
    PyThreadState_GET()->use_tracing = 0;
    return NULL;
}
