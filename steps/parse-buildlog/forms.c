/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "forms.h"

#include <string.h>

#include "form.h"
#include "wording.h"

/* ---- what a form alone does not tell ---- */

/* What says worse speaks for the program that logs. */
static bool is_handed_on(const struct found_form *found)
{
    return span_equal_string(found->name, "INFO") || span_equal_string(found->name, "DEBUG");
}

static bool is_stream(const struct found_form *found)
{
    return span_equal_nocase(found->name, SPAN_LITERAL("out")) ||
           span_equal_nocase(found->name, SPAN_LITERAL("err"));
}

static bool has_byte(struct span text, bool (*is_it)(char c))
{
    for (size_t i = 0; i < text.len; i++) {
        if (is_it(text.data[i]))
            return true;
    }
    return false;
}

/* Of these bytes are the ends that Kubernetes gives names: apimachinery's util/rand. */
static bool is_random_byte(char c)
{
    return c && strchr("bcdfghjklmnpqrstvwxz2456789", c);
}

/* "build-7cdd9-x2x4k", Argo's "build-x2x4k-2719023146". */
static bool is_pod(const struct found_form *found)
{
    struct span end = span_skip(found->name, span_find_last_byte(found->name, '-') + 1);

    return (end.len == 5 && wording_run(end, is_random_byte) == end.len) ||
           (end.len > 4 && wording_run(end, wording_is_digit) == end.len);
}

static bool is_capital(char c)
{
    return c >= 'A' && c <= 'Z';
}

static bool is_small(char c)
{
    return c >= 'a' && c <= 'z';
}

static bool is_scoped(const struct found_form *found)
{
    return span_find_byte(found->name, '/') < found->name.len;
}

/* "[Linux build] ", "[Backend] ", and not "[INFO] ", "[error] ", "[1/20] ", nor act's own "[CI/build] ". */
static bool is_branch(const struct found_form *found)
{
    static const char *const levels[] = {"Info",  "Warn",  "Warning", "Error",
                                         "Debug", "Trace", "Fatal",   NULL};

    for (const char *const *level = levels; *level; level++) {
        if (span_equal_string(found->name, *level))
            return false;
    }
    return found->name.len > 1 && is_capital(found->name.data[0]) &&
           has_byte(found->name, is_small) && !is_scoped(found);
}

static bool is_npm_scope(const struct found_form *found)
{
    return span_starts_with(found->name, "@") && is_scoped(found);
}

/* "app[web.1]", "heroku[router]", and no "make[1]", "error[E0425]", "test_a[x]". */
static bool is_dyno(const struct found_form *found)
{
    return span_equal_string(found->name, "app") || span_equal_string(found->name, "heroku");
}

/* "web.1": the name of a process and its number. */
static bool is_process(const struct found_form *found)
{
    size_t dot = span_find_last_byte(found->name, '.');

    return dot > 0 && dot + 1 < found->name.len &&
           wording_run(span_skip(found->name, dot + 1), wording_is_digit) ==
               found->name.len - dot - 1;
}

static bool is_address(const struct found_form *found)
{
    return span_find_byte(found->name, '@') < found->name.len;
}

/* "+build", "./web+build" */
static bool is_target(const struct found_form *found)
{
    return span_find_byte(found->name, '+') < found->name.len;
}

/* Seconds of this century. */
static bool is_epoch(const struct found_form *found)
{
    return found->number >= 1000000000 && found->number < 10000000000;
}

/* Gradle's are "> Task :compileJava". */
static bool is_no_task(const struct found_form *found)
{
    return !span_starts_with(found->rest, "Task ") && !span_starts_with(found->rest, "Configure ");
}

/* ---- the forms ---- */

static const struct form forms_known[] = {
    {"@ ~0 & @ @[0]: ", 3, 0, NULL},    /* syslog: "Mar  1 10:00:00 host docker[7]: " */
    {"<0>@ ~0 & @ @[0]: ", 3, 0, NULL}, /* as it is sent (RFC 3164, 4) */
    {"<0>0 % % % % - - ", 3, 0, NULL},  /* RFC 5424, 6: "<30>1 TIME host docker 7 - - " */
    {"@ ~0 & @ @: ", 3, 0, NULL},       /* of a program that tells no process */
    {"@ @[0]: ", 3, FORM_TIMED, NULL},  /* journalctl -o short-iso, rsyslog */
    {"@ 0-0-0 & @ @ @[0]: ", 3, 0,
     NULL}, /* -o short-full: "Fri 2024-03-01 10:00:00 UTC host docker[7]: " */
    {"[~0.0] @ @[0]: ", 3, 0, NULL},    /* -o short-monotonic: "[   12.345678] host docker[7]: " */
    {"0.0 @ @[0]: ", 3, 0, is_epoch},   /* -o short-unix */
    {"@[@]: ", 3, FORM_TIMED, is_dyno}, /* heroku logs: "TIME app[web.1]: " */
    {"@[@] @ [info] ", 3, FORM_TIMED, NULL},  /* fly logs: "TIME app[148e] iad [info] " */
    {"@ ~0 & @  ", 3, 0, NULL},               /* Render: "Mar 1 10:00:00 AM  " */
    {"[Step 0/0] ", 3, FORM_TIMED, NULL},     /* TeamCity, behind a time with a fraction */
    {"[&][Step 0/0] ", 3, FORM_OWN, NULL},    /* "[10:00:00][Step 1/1] " */
    {"[&]@:~[Step 0/0] ", 3, FORM_OWN, NULL}, /* "[10:00:00]W:<tab> [Step 1/1] " */
    {"[&]~:~[Step 0/0] ", 3, FORM_OWN, NULL}, /* "[10:00:00] :<tab> [Step 1/1] " */
    {"[%] {@:0} INFO - [base] ", 3, FORM_OWN,
     NULL},                            /* Airflow: "[TIME] {pod.py:7} INFO - [base] " */
    {"[%] {@:0} INFO - ", 3, 0, NULL}, /* "[TIME] {subprocess.py:93} INFO - " */
    {"{@:0} INFO - [base] ", 3, FORM_TIMED | FORM_OWN, NULL},
    {"{@:0} INFO - ", 3, FORM_TIMED, NULL},
    {"[@] [0-0-0 &] │ ", 3, FORM_NAMES, NULL}, /* DigitalOcean: "[web] [2024-03-01 10:00:00] │ " */
    {"[0-0-0 &] │ ", 3, 0, NULL},
    {"[0-0-0 &] ", 3, 0, NULL},          /* "[2024-03-01 10:00:00] " */
    {"[0/0/0 &] ", 3, 0, NULL},          /* "[2024/03/01 10:00:00] " */
    {"[0-@ &] ", 3, 0, NULL},            /* Coolify: "[2024-Mar-01 10:00:00.500] " */
    {"[INFO]: # ", 3, FORM_TIMED, NULL}, /* Amplify: "TIME [INFO]: # " */
    {"[INFO]: ", 3, FORM_TIMED, NULL},
    {"INFO[0-0-0T&Z] ", 3, FORM_OWN, NULL},         /* ci-operator: "INFO[2024-03-01T10:00:00Z] " */
    {"[@:L0:0s] ", 3, FORM_NAMES | FORM_OWN, NULL}, /* Woodpecker: "[build:L12:3s] " */
    {"[@:0] ", 3, FORM_NAMES | FORM_COUNTS, NULL},  /* Drone: "[build:12] " */
    {"[%]   | ", 3, FORM_NAMES | FORM_OWN, NULL},   /* act: "[CI/build]   | " */
    {"~@ | ", 3, FORM_NAMES, is_target},            /* Earthly: "    ./web+build | " */
    {"0~: [0.0s] | ", 3, 0, NULL},                  /* Dagger: "7 : [1.2s] | " */
    {"0~: [0.0s] ", 3, 0, NULL},
    {"[~0s] ", 3, 0, NULL},                     /* Open Build Service: "[   12s] " */
    {"DEBUG @:0:  ", 3, 0, NULL},               /* mock: "DEBUG util.py:444:  " */
    {"| @ | ", 3, FORM_TIMED | FORM_ALL, NULL}, /* Zuul: "TIME | ubuntu-jammy | " */
    {"[ @~]: & | ", 3, 0, is_handed_on},        /* KIWI: "[ INFO    ]: 10:00:00 | " */
    {"%(local-exec): ", 3, FORM_OWN, NULL}, /* Terraform: "null_resource.image (local-exec): " */
    {"%(remote-exec): ", 3, FORM_OWN, NULL},
    {"[%] out: ", 3, 0, NULL},                          /* Fabric: "[10.0.0.4] out: " */
    {"~DEBUG [@] \t", 3, 0, NULL},                      /* Capistrano: " DEBUG [8a1b2c3d] <tab>" */
    {"@:@:", 3, 0, is_handed_on},                       /* the same without times: "INFO:root:" */
    {"@     ", 3, FORM_TIMED | FORM_ALL, is_handed_on}, /* "TIME INFO     ", of Python's logging */
    {"@  ", 3, FORM_TIMED | FORM_ALL, is_handed_on},
    {"@ ", 3, FORM_TIMED | FORM_ALL, is_handed_on},
    {"std@: ", 3, 0, is_stream}, /* "stdout: ", "stderr: " */
    {"[std@] ", 3, 0, is_stream},
    {"@: ", 3, FORM_NAMES, is_pod},  /* argo logs: "build-x2x4k: " */
    {"@ @ ", 3, FORM_NAMES, is_pod}, /* stern: "build-7cdd9-x2x4k main " */
    {"@ ", 4, FORM_SAME | FORM_TIMED | FORM_NAMES,
     is_scoped},                                /* aws logs tail: "TIME build/0a1b " */
    {"@: ", 4, FORM_NAMES, is_npm_scope},       /* lerna: "@acme/web: " */
    {"@> ", 6, FORM_SAME | FORM_NAMES, NULL},   /* nix build -L: "hello> " */
    {"~@ │ ", 3, FORM_SAME | FORM_NAMES, NULL}, /* Tilt: "         web │ " */
    {"0|@~| ", 3, FORM_ALL, NULL},              /* pm2: "0|web  | " */
    {"@~| ", 3, FORM_TIMED, is_process},        /* foreman: "10:00:00 web.1  | " */
    {"@~| ", 4, FORM_NAMES, is_address},        /* docker service logs: "web.1.x2x4k@node-1 | " */
    {"[%] ", 6, FORM_SAME | FORM_NAMES, is_branch}, /* Jenkins, of branches: "[Linux build] " */
    {"[0] ", 4, FORM_ALL, NULL},                    /* concurrently: "[0] " */
    {"[&] ", 10, FORM_ALL, NULL},                   /* AppVeyor: "[00:01:02] " */
    {"@ 0 & ", 4, FORM_ALL, NULL},                  /* "Mar 01 10:00:00 " */
    {"0.0 ", 4, FORM_ALL, is_epoch},                /* "1709287200.500 " */
    {"~0  ", 4, FORM_COUNTS | FORM_ALL, NULL},      /* lines that a page or cat -n numbers */
    {"~0\t", 4, FORM_COUNTS | FORM_ALL, NULL},
    {"~0: ", 4, FORM_COUNTS | FORM_ALL, NULL},
    {"~0 | ", 4, FORM_COUNTS | FORM_ALL, NULL},
    {"~0 ", 4, FORM_COUNTS | FORM_ALL, NULL},
    {"> ", 4, FORM_ALL, is_no_task}, /* what a letter or a comment quotes */
    {"~| ", 4, FORM_ALL, NULL},
    {"│ ", 4, FORM_ALL, NULL},
};

#define KNOWN_COUNT (sizeof forms_known / sizeof *forms_known)
_Static_assert(KNOWN_COUNT <= FORMS_MOST, "struct forms_ahead has a count of each");

/* ---- the log's form ---- */

/* Lines that are nothing but a number of a page, until they are believed; and the digits of the largest. */
#define NUMBERS_LEAST 4
#define NUMBER_DIGITS 7

/* True if the line goes on as the lines before it that had this form. */
static bool continues(const struct form *form, const struct form_count *count,
                      const struct log_line *line, const struct found_form *found)
{
    if (form->flags & FORM_SAME)
        return span_equal(span_of(count->text, count->text_len), found->text);
    return !(form->flags & FORM_COUNTS) ||
           found->number - count->number == line->number - count->line;
}

/* False: the line has another form, or none. */
static bool count_line(const struct form *form, struct form_count *count,
                       const struct log_line *line)
{
    struct found_form found;
    struct span text;

    if (!form_matches(form, line, &found)) {
        count->running = 0;
        return false;
    }
    if (!continues(form, count, line, &found))
        count->running = 0;
    count->total++;
    count->running++;
    if (count->most < count->running)
        count->most = count->running;
    text = span_head(found.text, sizeof count->text);
    memcpy(count->text, text.data, text.len);
    count->text_len = text.len;
    count->number = found.number;
    count->line = line->number;
    return true;
}

/* Twice the number that the line is, without the line's own: the same for all of a page; 0: it is none. */
static uint64_t ahead_of(const struct log_line *line)
{
    uint64_t number;

    if (line->text.len > NUMBER_DIGITS || !span_to_uint64(line->text, &number) ||
        2 * number <= line->number)
        return 0;
    return 2 * number - line->number;
}

/* A number that is the log's own does not go on as those of the page do. */
static void count_number(struct forms_ahead *ahead, const struct log_line *line)
{
    uint64_t n = ahead_of(line);

    if (n == 0 || (n != ahead->ahead && ahead->page_numbers >= NUMBERS_LEAST))
        return;
    if (n != ahead->ahead)
        ahead->page_numbers = 0;
    ahead->ahead = n;
    ahead->page_numbers++;
}

bool forms_is_number(const struct forms *forms, const struct log_line *line)
{
    return forms->page && ahead_of(line) == forms->ahead;
}

bool forms_look(struct forms_ahead *ahead, const struct log_line *line)
{
    count_number(ahead, line);
    for (size_t i = 0; i < KNOWN_COUNT; i++) {
        const struct form *form = &forms_known[i];

        if (!(form->flags & FORM_ALL) || ahead->counts[i].running == ahead->lines)
            ahead->found |= count_line(form, &ahead->counts[i], line);
    }
    ahead->lines++;
    return ahead->lines < (ahead->found || ahead->page_numbers ? FORMS_LINES : FORMS_LINES_WITHOUT);
}

static bool is_enough(const struct forms_ahead *ahead, size_t i)
{
    const struct form *form = &forms_known[i];
    const struct form_count *count = &ahead->counts[i];
    bool all = count->most == ahead->lines;

    if (form->flags & FORM_ALL)
        return all && count->most >= form->lines;
    if (all && count->most >= 2 && !(form->flags & FORM_SAME))
        return true;
    return count->most >= form->lines &&
           ((form->flags & FORM_OWN) || 3 * count->total >= ahead->lines);
}

/* Content has blank lines, which are not looked at; the numbers above them are. */
static bool is_page(const struct forms_ahead *ahead)
{
    return ahead->page_numbers >= NUMBERS_LEAST && 2 * ahead->page_numbers + 1 >= ahead->lines;
}

void forms_learn(struct forms *forms, const struct forms_ahead *ahead)
{
    unsigned most = 0;

    for (size_t i = 0; i < KNOWN_COUNT; i++) {
        if (!is_enough(ahead, i) || ahead->counts[i].total <= most)
            continue;
        most = ahead->counts[i].total;
        forms->learned = (unsigned)i + 1;
    }
    forms->page = is_page(ahead);
    forms->ahead = ahead->ahead;
}

bool forms_eat(const struct forms *forms, struct log_line *line)
{
    const struct form *form;
    struct found_form found;

    if (!forms->learned)
        return false;
    form = &forms_known[forms->learned - 1];
    if (!form_matches(form, line, &found))
        return false;
    if (found.time && !line->time)
        line->time = found.time;
    if ((form->flags & FORM_NAMES) && line->track.len == 0)
        line->track = found.name;
    line->text = found.rest;
    return true;
}
