/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "catalog.h"
#include "catalogers.h"
#include "catalogers/ruby_text.h"
#include "json_in.h"

#define SPECIFICATION "usr/lib/ruby/gems/3.1.0/specifications/a-1.gemspec"

static void reads_what_rubygems_writes(void **state)
{
    struct sample samples[] = {
        {SPECIFICATION, 1,
         "# -*- encoding: utf-8 -*-\n# stub: nokogiri 1.15.4 x86_64-linux lib\n"
         "# stub: ext/nokogiri/extconf.rb\n\n"
         "Gem::Specification.new do |s|\n"
         "  s.name = \"nokogiri\".freeze\n  s.version = \"1.15.4\"\n"
         "  s.platform = Gem::Platform.new([\"x86_64\".freeze, \"linux\".freeze, nil])\n\n"
         "  s.description = \"s.name = \\\"x\\\"\\n s.licenses = ['y']\".freeze\n"
         "  s.licenses = [\"MIT\".freeze, \"Apache-2.0\".freeze]\n"
         "  s.name_of_a_friend = \"z\"\n"
         "  s.specification_version = 4\n\n"
         "  s.add_runtime_dependency(%q<racc>.freeze, [\"~> 1.4\".freeze, \">= 1.4.1\".freeze])\n"
         "  s.add_runtime_dependency(%q<mini_portile2>.freeze, [\"~> 2.8.2\"])\n"
         "  s.add_development_dependency(%q<rake>.freeze, [\">= 0\"])\nend\n",
         0}};
    struct findings f;

    CATALOG(&f, &gem_cataloger, samples);
    json_t *package = package_named(&f, "nokogiri");
    assert_json(package, "{'arch':'x86_64-linux','depends':['racc (~> 1.4, >= 1.4.1)',"
                         "'mini_portile2 (~> 2.8.2)'],'installer':null,'layer':1,"
                         "'licenses':['MIT','Apache-2.0'],'location':'/" SPECIFICATION "',"
                         "'name':'nokogiri','origin':null,'owner':null,'provides':[],'purl':null,"
                         "'replaces':[],'requested':null,'source_package':null,'type':'gem',"
                         "'version':'1.15.4'}");
    findings_release(&f);
}

static void knows_old_and_other_forms(void **state)
{
    static const struct {
        const char *text;
        const char *expected; /* [name, version, arch, licenses, depends] */
    } cases[] = {
        /* RubyGems 1.3 to 3.2: all dependencies twice, once without their kind. */
        {"Gem::Specification.new do |s|\n  s.name = %q{x}\n  s.name = %q<old>\n"
         "  s.version = \"0.1\"\n  s.license = 'MIT'\n"
         "  if s.respond_to? :add_runtime_dependency then\n"
         "    s.add_runtime_dependency(%q<a>, [\">= 0\"])\n"
         "    s.add_development_dependency(%q<b>, [\">= 0\"])\n  else\n"
         "    s.add_dependency(%q<a>, [\">= 0\"])\n    s.add_dependency(%q<b>, [\">= 0\"])\n"
         "  end\nend\n",
         "['old','0.1',null,['MIT'],['a (>= 0)']]"},
        /* A hand-made one, with another variable. */
        {"Gem::Specification.new do |spec|\r\n  spec.name    = 'hand'\r\n  spec.version = '2'\r\n"
         "  spec.platform = 'java'\r\n  spec.add_dependency 'c', '~> 1'\r\n"
         "  spec.add_dependency 'd'\r\n",
         "['hand','2','java',[],['c (~> 1)','d']]"},
        {"# stub: short 1 ruby lib", "['short','1',null,[],[]]"},
        /* A stub that is none: the assignments. */
        {"# stub: x\ns.name = \"y\"\ns.version = \"3\"\n", "['y','3',null,[],[]]"},
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        static const char *const keys[] = {"name", "version", "arch", "licenses", "depends"};
        struct sample samples[] = {{SPECIFICATION, 0, cases[i].text, 0}};
        CLEANUP(cleanup_json) json_t *actual = json_new_array();
        struct findings f;

        CATALOG(&f, &gem_cataloger, samples);
        assert_int_equal(json_array_size(f.packages), 1);
        for (size_t j = 0; j < sizeof keys / sizeof *keys; j++)
            json_append_take(actual,
                             json_incref(json_object_get(json_array_get(f.packages, 0), keys[j])));
        assert_json(actual, cases[i].expected);
        findings_release(&f);
    }
}

static void says_what_it_cannot_read(void **state)
{
    static const char *const texts[] = {
        "",
        "s.name = \"a\"\ns.version = A::VERSION\n",
        "s.name = 'a\ns.version = '1'\n",
        "s.name = 'a b'\ns.version = '1'\n",
        "s.name == 'a'\ns.version = '1'\n",
        "# stub: a\n",
        "s.name = \"\\",
    };

    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct sample samples[] = {{SPECIFICATION, 0, texts[i], 0}};
        struct findings f;

        CATALOG(&f, &gem_cataloger, samples);
        assert_int_equal(json_array_size(f.packages), 0);
        assert_int_equal(json_array_size(f.warnings), 1);
        findings_release(&f);
    }
}

static void knows_the_folders(void **state)
{
    struct sample samples[] = {
        {"srv/specifications/a-1.gemspec", 0, "# stub: a 1 ruby lib", 0},
        {"srv/specifications/default/b-1.gemspec", 0, "# stub: b 1 ruby lib", 0},
        {"srv/gems/a-1/a.gemspec", 0, "# stub: c 1 ruby lib", 0},
        {"srv/specifications/default/x/d-1.gemspec", 0, "# stub: d 1 ruby lib", 0},
    };
    struct findings f;

    CATALOG(&f, &gem_cataloger, samples);
    assert_int_equal(json_array_size(f.packages), 2);
    assert_int_equal(json_array_size(f.warnings), 0);
    findings_release(&f);
}

static void finds_strings(void **state)
{
    static const struct {
        const char *line;
        const char *strings; /* with '|' between them */
    } cases[] = {
        {"[\"a\".freeze, 'b', %q<c>, %q(d)]", "a|b|c|d"},
        {"\"a\\\"b\" 'c\\'d'", "a\\\"b|c\\'d"},
        {"\"\" ''", "|"},
        {"nil, \"open", ""},
        {"%q<open", ""},
        {"\"\\", ""},
        {"%w<a>", ""},
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct span line = span_string(cases[i].line);
        struct span string;
        const char *separator = "";

        STRBUF_AUTO(found, 1 * KIB);
        while (ruby_next_string(&line, &string)) {
            strbuf_add_string(&found, separator);
            strbuf_add_span(&found, string);
            separator = "|";
        }
        assert_string_equal(found.data, cases[i].strings);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_what_rubygems_writes),
        cmocka_unit_test(knows_old_and_other_forms),
        cmocka_unit_test(says_what_it_cannot_read),
        cmocka_unit_test(knows_the_folders),
        cmocka_unit_test(finds_strings),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
