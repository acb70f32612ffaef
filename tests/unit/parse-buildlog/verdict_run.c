/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "verdict_run.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "report.h"
#include "rules_read.h"
#include "verdict.h"

/* One rule of each kind; their ids are the words that they find. */
static const char rule_file[] =
    "{\"rules\": ["
    "{\"id\": \"step.failed\", \"title\": \"t\", \"pattern\": \"(?:'(?P<cmd>.*)' )?returned "
    "a non-zero code: (?P<rc>\\\\d+)\","
    " \"stage\": \"s\", \"rank\": \"wrapper\", \"advice\": \"\", \"proves_failure\": true},"
    "{\"id\": \"refused\", \"title\": \"t\", \"pattern\": \"REFUSED\", \"stage\": \"s\","
    " \"rank\": \"root\", \"advice\": \"a\", \"proves_failure\": true},"
    "{\"id\": \"killed\", \"title\": \"t\", \"pattern\": \"^Killed$|non-zero code: 137\","
    " \"stage\": \"s\", \"rank\": \"root\", \"advice\": \"a\"},"
    "{\"id\": \"wrapper\", \"title\": \"t\", \"pattern\": \"WRAPPER\", \"stage\": \"s\","
    " \"rank\": \"wrapper\", \"advice\": \"\"},"
    "{\"id\": \"root\", \"title\": \"t\", \"pattern\": \"ROOTCAUSE\", \"stage\": \"s\","
    " \"rank\": \"root\", \"advice\": \"a\"},"
    "{\"id\": \"test.failed\", \"title\": \"t\", \"pattern\": \"TESTFAILED\", \"stage\": \"s\","
    " \"rank\": \"root\", \"advice\": \"a\"},"
    "{\"id\": \"first\", \"title\": \"t\", \"pattern\": \"FIRSTCAUSE\", \"stage\": \"s\","
    " \"rank\": \"root\", \"advice\": \"a\", \"prefer\": \"first\"},"
    "{\"id\": \"first\", \"title\": \"t\", \"pattern\": \"FIRSTAGAIN\", \"stage\": \"s\","
    " \"rank\": \"root\", \"advice\": \"a\", \"prefer\": \"first\"},"
    "{\"id\": \"chain\", \"title\": \"t\", \"pattern\": \"CHAINLINK\", \"stage\": \"s\","
    " \"rank\": \"root\", \"advice\": \"a\", \"prefer\": \"first\", \"chain\": \"innermost\"},"
    "{\"id\": \"generic\", \"title\": \"t\", \"pattern\": \"GENERIC\", \"stage\": \"s\","
    " \"rank\": \"root\", \"advice\": \"a\", \"generic\": true},"
    "{\"id\": \"polite\", \"title\": \"t\", \"pattern\": \"POLITE\", \"stage\": \"s\","
    " \"rank\": \"root\", \"advice\": \"a\", \"yields_to\": [\"roo\"]},"
    "{\"id\": \"conda\", \"title\": \"t\", \"pattern\": \"NOTHING provides\", \"stage\": \"s\","
    " \"rank\": \"root\", \"advice\": \"a\", \"tools\": [\"conda\"]},"
    "{\"id\": \"thrown\", \"title\": \"t\", \"pattern\": \"^Error: paper\", \"stage\": \"s\","
    " \"rank\": \"root\", \"advice\": \"a\", \"tools\": [\"node\"], \"generic\": true},"
    "{\"id\": \"gone\", \"title\": \"{thing} is gone\", \"pattern\": \"MISSING (?P<thing>\\\\S+)\","
    " \"stage\": \"s\", \"rank\": \"root\", \"advice\": \"a\", \"missing\": \"thing\"},"
    "{\"id\": \"runner\", \"title\": \"t\", \"stage\": \"s\", \"rank\": \"root\", \"advice\": "
    "\"a\","
    " \"exit\": {\"commands\": [\"behave\"], \"codes\": [1]}},"
    "{\"id\": \"silent\", \"title\": \"no {x}\", \"pattern\": \"NOANSWER\", \"stage\": \"s\", "
    "\"rank\": \"root\", \"advice\": "
    "\"a\","
    " \"exit\": {\"commands\": [\"curl\", \"wget\"], \"codes\": [22, 8]}},"
    "{\"id\": \"guessed\", \"title\": \"t\", \"pattern\": \"\\\\bjam\\\\b\", \"stage\": \"s\","
    " \"rank\": \"root\", \"advice\": \"a\", \"guess\": true},"
    "{\"id\": \"old.base\", \"title\": \"t\", \"pattern\": \"OLDBASE\", \"stage\": \"s\", "
    "\"rank\": \"root\","
    " \"advice\": \"{base} is old\", \"base\": \"^debian:(?:jessie|stretch)\", \"instead_of\": "
    "[\"root\"]}"
    "]}";

void verdict_check(const char *log, const char *want)
{
    verdict_check_given(OUTCOME_UNKNOWN, log, want);
}

void verdict_check_given(enum outcome given, const char *log, const char *want)
{
    struct error err = {0};
    CLEANUP(cleanup_rules) struct rules *rules = rules_parse("test", span_string(rule_file), &err);
    CLEANUP(cleanup_analysis)
    struct analysis *a = analysis_new(rules ? rules : rules_load(&err), given);
    STRBUF_AUTO(got, MIB);
    STRBUF_AUTO(explained, MIB);

    assert_string_equal(err.message, "");
    analysis_feed(a, span_string(log));
    analysis_finish(a);
    strbuf_addf(&got, "%s", outcome_name(a->outcome));
    if (a->failure)
        strbuf_addf(&got, " %s@%d", a->failure->rule->id, (int)a->failure->line);
    for (size_t i = 0; i < a->secondary_count; i++)
        strbuf_addf(&got, " %s@%d", a->secondary[i]->rule->id, (int)a->secondary[i]->line);
    assert_string_equal(got.data, want);
    report_explain(a, true, &explained);
    if (a->failure)
        assert_non_null(strstr(explained.data, a->failure->rule->id));
}
