/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "byte_class.h"

#define TEN(c)                                                                                \
    [c] = BYTE_ALNUM, [(c) + 1] = BYTE_ALNUM, [(c) + 2] = BYTE_ALNUM, [(c) + 3] = BYTE_ALNUM, \
    [(c) + 4] = BYTE_ALNUM, [(c) + 5] = BYTE_ALNUM, [(c) + 6] = BYTE_ALNUM,                   \
    [(c) + 7] = BYTE_ALNUM, [(c) + 8] = BYTE_ALNUM, [(c) + 9] = BYTE_ALNUM
#define SIX(c)                                                                                \
    [c] = BYTE_ALNUM, [(c) + 1] = BYTE_ALNUM, [(c) + 2] = BYTE_ALNUM, [(c) + 3] = BYTE_ALNUM, \
    [(c) + 4] = BYTE_ALNUM, [(c) + 5] = BYTE_ALNUM

const unsigned char byte_classes[256] = {
    TEN('0'), TEN('a'), TEN('k'),          SIX('u'),          TEN('A'),
    TEN('K'), SIX('U'), ['_'] = BYTE_NAME, ['-'] = BYTE_NAME, ['.'] = BYTE_NAME};
