/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The first byte says which of the files of a distribution the others are. */
#include "fuzz_cataloger.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char *const paths[] = {
        "s/a.dist-info/METADATA", "s/a.dist-info/INSTALLER", "s/a.dist-info/direct_url.json",
        "s/a.egg-info",           "s/a.dist-info/RECORD",    "s/a.egg-info/requires.txt",
        "s/a.egg-link",           "s/__editable__.a.pth",    "s/__editable___a_finder.py",
    };

    if (size < 1)
        return 0;
    /* python.c tells the files apart by their names, not by the pattern. */
    fuzz_cataloger(&python_cataloger, 0, paths[data[0] % (sizeof paths / sizeof *paths)],
                   span_of((const char *)data + 1, size - 1));
    return 0;
}
