/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "json_in.h"
#include "lists.h"
#include "log_packages.h"

/* The names in a list of packages, each with a blank after it. */
static void names_of(struct strbuf *out, const json_t *packages)
{
    const json_t *package;
    size_t i;

    strbuf_clear(out);
    json_array_foreach (packages, i, package) {
        strbuf_add_string(out, json_in_string_or(package, "name", "?"));
        strbuf_add_byte(out, ' ');
    }
}

static void check(const char *log, const char *base, const char *output, const char *not_in_image,
                  const char *not_in_log)
{
    CLEANUP(cleanup_json) json_t *log_document = log_of(log);
    CLEANUP(cleanup_json) json_t *base_document = image_of(base);
    CLEANUP(cleanup_json) json_t *output_document = image_of(output);
    CLEANUP(cleanup_json) json_t *missing = NULL;
    CLEANUP(cleanup_json) json_t *silent = NULL;
    STRBUF_AUTO(names, 4 * KIB);
    struct error err = {0};
    PACKAGE_LIST_AUTO(before);
    PACKAGE_LIST_AUTO(after);
    PACKAGE_DIFF_AUTO(diff);
    LOG_PACKAGES_AUTO(logged);
    const struct layers nothing = {0};
    const struct reasons reasons = {reasons_last_stage(log_document), &after, &nothing};

    assert_true(package_list_read(&before, base_document, &err));
    assert_true(package_list_read(&after, output_document, &err));
    assert_true(log_packages_read(&logged, log_document, &err));
    package_diff_make(&diff, &before, &after, NULL);
    missing = log_packages_not_in_image(&logged, &after, &reasons);
    names_of(&names, missing);
    assert_string_equal(names.data, not_in_image);
    silent = log_packages_not_in_log(&logged, &diff, &reasons);
    names_of(&names, silent);
    assert_string_equal(names.data, not_in_log);
}

static void what_agrees_is_not_told(void **state)
{
    check("pip Flask 2.2.5 installed 1", "", "pypi flask 2.2.5 - /x", "", "");
    check("pip my_pkg 1.0RC1 installed 1", "", "pypi My.Pkg 1.0rc1 - /x", "", "");
    check("apt libc6:amd64 2.36 installed 1", "", "deb libc6 2.36 amd64 -", "", "");
    check("pip a - installed 1", "", "pypi a 3 - /x", "", "");
    check("dnf a 1.0-1.el8 installed 1", "", "rpm a 2:1.0-1.el8 x86_64 -", "", "");
    check("dnf a 1:1.0-1.el8 installed 1", "", "rpm a 2:1.0-1.el8 x86_64 -", "a ", "a ");
}

static void tells_what_is_missing(void **state)
{
    check("pip a 1 installed 1", "", "", "a ", "");
    check("pip a 1 installed 1", "", "pypi a 2 - /x", "a ", "a ");
    check("pip a 1 installed 1\npip b 1 failed 2", "", "pypi a 1 - /x", "", "");
}

static void the_last_word_counts(void **state)
{
    check("pip a 1 installed 1\npip a 1 removed 2", "", "", "", "");
    /* An upgrade removes the older one first, although the log's list has it last. */
    check("pip a 2 installed 9\npip a 1 removed 5", "pypi a 1 - /x", "pypi a 2 - /x", "", "");
    check("pip a 1 installed 1\npip a 1 satisfied 2", "", "", "a ", "");
    check("pip a 1 installed 1\npip a 2 installed 2", "", "pypi a 2 - /x", "", "");
}

static void tells_what_came_in_silence(void **state)
{
    check("pip a 1 installed 1", "", "pypi a 1 - /x\npypi b 1 - /x", "", "b ");
    check("pip a 1 satisfied 1", "", "pypi b 1 - /x", "", "b ");
    check("pip a 1 installed 1", "pypi b 1 - /x", "pypi a 1 - /x\npypi b 2 - /x", "", "b ");
    check("pip a 1 installed 1", "pypi b 1 - /x", "pypi a 1 - /x\npypi b 1 - /x", "", "");
}

static void says_nothing_of_what_the_log_does_not_speak_of(void **state)
{
    check("pip a 1 installed 1", "", "pypi a 1 - /x\ndeb b 1 all -", "", "");
    check("brew a 1 installed 1", "", "pypi b 1 - /x", "", "");
    check("npm a 1 installed 1", "", "npm a 1 - /x\nnpm b 1 - /y", "", "");
    check("", "", "pypi b 1 - /x", "", "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_agrees_is_not_told),
        cmocka_unit_test(tells_what_is_missing),
        cmocka_unit_test(the_last_word_counts),
        cmocka_unit_test(tells_what_came_in_silence),
        cmocka_unit_test(says_nothing_of_what_the_log_does_not_speak_of),
    };

    return cmocka_run_group_tests_name("log_packages", tests, NULL, NULL);
}
