/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "json_in.h"
#include "relations.h"

static json_t *parse(const char *text)
{
    struct error err = {0};
    json_t *value = json_in_parse(span_string(text), "packages", &err);

    assert_non_null(value);
    return value;
}

/* The rows that the first of packages needs, as "1 2". */
static void assert_first_needs(const char *packages, const char *expected)
{
    CLEANUP(cleanup_json) json_t *rows = parse(packages);
    struct relations r;
    const size_t *needed;
    size_t count;

    STRBUF_AUTO(text, KIB);
    relations_init(&r, rows);
    needed = relations_depends(&r, 0, &count);
    for (size_t i = 0; i < count; i++)
        strbuf_addf(&text, "%s%zu", i ? " " : "", needed[i]);
    assert_string_equal(text.data, expected);
    relations_release(&r);
}

static void each_type_spells_names_in_its_way(void **state)
{
    static const char *const cases[][3] = {
        {"deb", "libc6 (>= 2.34)", "libc6"},
        {"deb", "python3:any (>= 3.5~)", "python3"},
        {"deb", "missing | libc6", "libc6"},
        {"apk", "so:libc.musl.so.1", "so:libc.musl.so.1"},
        {"apk", "zlib>=1.2", "zlib"},
        {"rpm", "libc.so.6()(64bit)", "libc.so.6()(64bit)"},
        {"rpm", "bash >= 5", "bash"},
        {"alpm", "glibc>=2.3", "glibc"},
        {"pypi", "Zope_Interface[test]>=5 ; python_version > '3'", "zope.interface"},
        {"npm", "@scope/name@^1", "@scope/name"},
        {"npm", "name@1", "name"},
        {"gem", "rack (>= 1)", "rack"},
        {"cran", "Rcpp (>= 1.0)", "Rcpp"},
        {"composer", "acme/b:^2", "acme/b"},
        {"nuget", "Serilog.Core/1.0", "serilog.core"},
        {"conda", "python >=3.8,<3.9", "python"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char text[500];

        snprintf(
            text, sizeof text,
            "[{\"type\": \"%s\", \"name\": \"a\", \"depends\": [\"%s\"]},"
            " {\"type\": \"generic\", \"name\": \"%s\"}, {\"type\": \"%s\", \"name\": \"%s\"}]",
            cases[i][0], cases[i][1], cases[i][2], cases[i][0], cases[i][2]);
        assert_first_needs(text, "2");
    }
}

static void what_is_not_needed_is_no_relation(void **state)
{
    (void)state;
    assert_first_needs("[{\"type\": \"pypi\", \"name\": \"a\", \"depends\": "
                       "[\"b ; extra == 'x'\", \"c\", \"a\", \"\", \";\"]},"
                       " {\"type\": \"pypi\", \"name\": \"b\"}]",
                       "");
    assert_first_needs("[{\"type\": \"apk\", \"name\": \"a\", \"depends\": [\"!b\"]},"
                       " {\"type\": \"apk\", \"name\": \"b\"}]",
                       "");
    assert_first_needs("[{\"type\": \"unknown\", \"name\": \"a\", \"depends\": [\"b\"]},"
                       " {\"type\": \"unknown\", \"name\": \"b\"}]",
                       "");
}

static void what_others_provide_is_found(void **state)
{
    (void)state;
    assert_first_needs("[{\"type\": \"deb\", \"name\": \"a\", \"depends\": [\"awk\", \"mawk\"]},"
                       " {\"type\": \"deb\", \"name\": \"mawk\", \"provides\": [\"awk (= 1)\"]}]",
                       "1");
    assert_first_needs("[{\"type\": \"pypi\", \"name\": \"a\", \"depends\": [\"NumPy>1\"]},"
                       " {\"type\": \"conda\", \"name\": \"numpy-base\","
                       "  \"provides\": [\"pkg:pypi/numpy@1.2\"]}]",
                       "1");
}

static void the_nearest_of_several_is_meant(void **state)
{
    (void)state;
    assert_first_needs(
        "[{\"type\": \"deb\", \"name\": \"a\", \"arch\": \"i386\", \"depends\": [\"b\"]},"
        " {\"type\": \"deb\", \"name\": \"b\", \"arch\": \"amd64\"},"
        " {\"type\": \"deb\", \"name\": \"b\", \"arch\": \"i386\"}]",
        "2");
    assert_first_needs(
        "[{\"type\": \"npm\", \"name\": \"a\", \"depends\": [\"c@1\", \"d@1\"],"
        "  \"location\": \"/app/node_modules/a/package.json\"},"
        " {\"type\": \"npm\", \"name\": \"c\", \"location\":"
        "  \"/app/node_modules/b/node_modules/c/package.json\"},"
        " {\"type\": \"npm\", \"name\": \"c\", \"location\": \"/app/node_modules/c/package.json\"},"
        " {\"type\": \"npm\", \"name\": \"d\", \"location\": \"/app/node_modules/d/package.json\"},"
        " {\"type\": \"npm\", \"name\": \"d\", \"location\":"
        "  \"/app/node_modules/a/node_modules/d/package.json\"}]",
        "2 4");
}

static void owners_are_packages_of_the_system(void **state)
{
    CLEANUP(cleanup_json)
    json_t *rows = parse("[{\"type\": \"pypi\", \"name\": \"six\", \"owner\": \"python3-six\"},"
                         " {\"type\": \"pypi\", \"name\": \"python3-six\"},"
                         " {\"type\": \"deb\", \"name\": \"python3-six\"},"
                         " {\"type\": \"gem\", \"name\": \"x\", \"owner\": \"gone\"},"
                         " {\"type\": \"gem\", \"name\": \"y\", \"owner\": null}]");
    struct relations r;

    (void)state;
    relations_init(&r, rows);
    assert_int_equal(relations_owner(&r, 0), 2);
    assert_int_equal(relations_owner(&r, 3), RELATIONS_NONE);
    assert_int_equal(relations_owner(&r, 4), RELATIONS_NONE);
    relations_release(&r);
}

/* 20,000 rows of one name, each of which needs it: what would be squared stays bounded. */
static void many_of_one_name_cost_little(void **state)
{
    CLEANUP(cleanup_json) json_t *rows = json_new_array();
    struct relations r;
    size_t count;

    (void)state;
    for (size_t i = 0; i < 20000; i++)
        json_append_take(rows,
                         parse("{\"type\": \"npm\", \"name\": \"a\", \"depends\": [\"a@1\"]}"));
    relations_init(&r, rows);
    for (size_t i = 0; i < 20000; i++)
        relations_depends(&r, i, &count);
    relations_release(&r);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_type_spells_names_in_its_way),
        cmocka_unit_test(what_is_not_needed_is_no_relation),
        cmocka_unit_test(what_others_provide_is_found),
        cmocka_unit_test(the_nearest_of_several_is_meant),
        cmocka_unit_test(owners_are_packages_of_the_system),
        cmocka_unit_test(many_of_one_name_cost_little),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
