/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "json_in.h"
#include "log_packages.h"

#define ROW(type, name, version, location, layer, more)                   \
    "{\"type\":\"" type "\",\"name\":\"" name "\",\"version\":\"" version \
    "\",\"location\":\"" location "\",\"layer\":\"" layer "\"" more "}"

static const char base_text[] =
    "{\"result\":{\"packages\":[],\"image\":{\"layers\":[{\"digest\":\"a\"}]}}}";

/* Layer b was made by a RUN, layer c by a COPY. */
#define OUTPUT(packages)                                                                \
    "{\"result\":{\"packages\":[" packages "],\"history\":[{\"created_by\":\"ADD x\"}," \
    "{\"created_by\":\"|1 A=b /bin/sh -c pip install\"},"                               \
    "{\"created_by\":\"/bin/sh -c #(nop) COPY dir:1 in /srv\"}],"                       \
    "\"image\":{\"layers\":[{\"digest\":\"a\"},{\"digest\":\"b\"},{\"digest\":\"c\"}]}}}"

/* pip installs a 1 in the first stage, b 1 in the second. */
static const char log_text[] =
    "{\"result\":{\"steps\":[{\"command\":\"FROM x\",\"first_line\":1},{\"command\":\"RUN "
    "pip\",\"first_line\":2},{\"command\":\"from y\",\"first_line\":10},{\"command\":\"RUN "
    "pip\",\"first_line\":11}],\"packages\":["
    "{\"manager\":\"pip\",\"name\":\"a\",\"version\":\"1\",\"action\":\"installed\",\"line\":3},"
    "{\"manager\":\"pip\",\"name\":\"b\",\"version\":\"1\",\"action\":\"installed\",\"line\":12}]}"
    "}";

static json_t *parse(const char *text)
{
    struct error err = {0};
    json_t *document = json_in_parse(span_string(text), "test", &err);

    assert_non_null(document);
    return document;
}

static const char *reason_of(const json_t *list, const char *name)
{
    const json_t *entry;
    size_t i;

    json_array_foreach (list, i, entry)
        if (strcmp(json_in_string_or(entry, "name", ""), name) == 0)
            return json_in_string_or(entry, "reason", "null");
    return "not listed";
}

/* Both reasons are of the package called name. */
static void check(const char *output_text, const char *name, const char *not_in_image,
                  const char *not_in_log)
{
    CLEANUP(cleanup_json) json_t *base = parse(base_text);
    CLEANUP(cleanup_json) json_t *output = parse(output_text);
    CLEANUP(cleanup_json) json_t *log = parse(log_text);
    CLEANUP(cleanup_json) json_t *missing = NULL;
    CLEANUP(cleanup_json) json_t *silent = NULL;
    struct layers layers;
    struct error err = {0};
    PACKAGE_LIST_AUTO(before);
    PACKAGE_LIST_AUTO(after);
    PACKAGE_DIFF_AUTO(diff);
    LOG_PACKAGES_AUTO(logged);
    const struct reasons reasons = {reasons_last_stage(log), &after, &layers};

    assert_true(package_list_read(&before, base, &err) && package_list_read(&after, output, &err));
    assert_true(layers_read(&layers, base, output, &err) && log_packages_read(&logged, log, &err));
    package_diff_make(&diff, &before, &after, &layers);
    missing = log_packages_not_in_image(&logged, &after, &reasons);
    silent = log_packages_not_in_log(&logged, &diff, &reasons);
    assert_string_equal(reason_of(missing, name), not_in_image);
    assert_string_equal(reason_of(silent, name), not_in_log);
    layers_release(&layers);
}

#define B_IS_THERE ROW("pypi", "b", "1", "/lib/python3.11/b-1.dist-info", "b", "")

static void why_what_was_installed_is_not_there(void **state)
{
    check(OUTPUT(""), "a", "earlier-stage", "not listed");
    check(OUTPUT(""), "b", "null", "not listed");
    check(OUTPUT(ROW("pypi", "b", "2", "/p/b-2.dist-info", "b", "")), "b", "other-version", "null");
    check(OUTPUT(ROW("pypi", "b", "1", "/p/b-1.dist-info", "b", ",\"removed_by\":\"c\"")), "b",
          "removed-later", "not listed");
    check(OUTPUT(ROW("deb", "python3-b", "1-1", "/var/lib/dpkg/status", "b", "")), "b",
          "other-type", "not listed");
    check(OUTPUT(B_IS_THERE), "b", "not listed", "not listed");
}

static void why_what_is_there_was_not_installed(void **state)
{
    check(OUTPUT(B_IS_THERE "," ROW("pypi", "x", "1", "/lib/python3.11/x-1.dist-info", "b", "")),
          "x", "not listed", "null");
    check(OUTPUT(B_IS_THERE "," ROW("pypi", "x", "1", "/lib/python3.12/x-1.dist-info", "b", "")),
          "x", "not listed", "other-environment");
    check(OUTPUT(B_IS_THERE "," ROW("pypi", "x", "1", "/srv/x-1.dist-info", "c", "")), "x",
          "not listed", "copied");
    check(OUTPUT(B_IS_THERE
                 "," ROW("pypi", "x", "1", "/lib/python3.11/b/_vendor/x-1.dist-info", "b", "")),
          "x", "not listed", "vendored");
    check(OUTPUT(B_IS_THERE "," ROW("pypi", "x", "1", "/lib/python3.11/x-1.dist-info", "b",
                                    ",\"owner\":\"python3-x\"")),
          "x", "not listed", "part-of-package");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(why_what_was_installed_is_not_there),
        cmocka_unit_test(why_what_is_there_was_not_installed),
    };

    return cmocka_run_group_tests_name("reasons", tests, NULL, NULL);
}
