/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A status that is not the wanted one, as an error: its kind follows the status, its text holds what the
 * registry itself says (distribution-spec, error codes), masked and cut.
 */
#ifndef REGISTRY_REFUSAL_H
#define REGISTRY_REFUSAL_H

#include "http.h"

/*
 * Reads the body. 401 and 403 are ERROR_PERMISSION, 404 ERROR_NO_INPUT, 408, 429, 500 and 502 to 504
 * ERROR_TRY_AGAIN, all others ERROR_MALFORMED.  Always returns false.
 */
bool registry_refusal(struct http_response *response, struct error *err);

#endif
