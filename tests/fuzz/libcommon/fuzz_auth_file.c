/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "auth_file.h"
#include "credential_helper.h"
#include "limits.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* What becomes a header holds no line break. */
static void check(const struct auth_file_answer *answer)
{
    const char *token = answer->login.registry_token;

    if (token && (!*token || strpbrk(token, " \r\n\t")))
        abort();
    if (answer->helper && (!*answer->helper || !answer->server))
        abort();
}

static void find(struct span text, const char *host, const char *repository, bool old_form)
{
    struct auth_file_query query = {host, repository, old_form};
    AUTH_FILE_ANSWER_AUTO(answer);
    struct error err = {0};
    bool found = auth_file_find(text, &query, &answer, &err);

    if (found == error_is_set(&err) || (!found && err.kind != ERROR_CONFIGURATION))
        abort();
    if (!found && (!login_is_empty(&answer.login) || answer.helper))
        abort();
    check(&answer);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct span text = span_of((const char *)data, size);
    LOGIN_AUTO(login);
    struct error err = {0};

    if (size > 64 * KIB)
        return 0;
    find(text, "registry.example:5000", "ns/repo", false);
    find(text, "docker.io", "library/a", false);
    find(text, "docker.io", "library/a", true);
    if (credential_helper_parse(text, &login, &err) == error_is_set(&err))
        abort();
    return 0;
}
