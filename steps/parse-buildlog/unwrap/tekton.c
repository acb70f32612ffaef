/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Tekton and Shipwright: "[TASK : STEP] text" (tkn pipelinerun logs), "[STEP] text" (tkn taskrun
 * logs, shp build run --follow) and "[step-STEP] text".  A word in brackets is no rare thing, so
 * "[STEP] " counts only in logs that begin with it, or where a step was named otherwise.
 */
#include "prefixes.h"

static const char *const marks[] = {"[step-",         "[source-default] ", "[git-source-",
                                    "[place-tools] ", "[build-and-push] ", NULL};

static bool is_label_byte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
}

/* A name as Kubernetes has them (RFC 1123). */
static bool is_label(struct span text)
{
    for (size_t i = 0; i < text.len; i++) {
        if (!is_label_byte(text.data[i]))
            return false;
    }
    return text.len > 0 && text.len < 64 && text.data[0] >= 'a' && text.data[0] <= 'z' &&
           text.data[text.len - 1] != '-';
}

static bool is_log_word(struct span text)
{
    static const char *const words[] = {"info",   "warn",  "warning", "error", "debug",
                                        "trace",  "fatal", "notice",  "ok",    "done",
                                        "fail",   "pass",  "command", "skip",  "stdout",
                                        "stderr", "out",   "err",     NULL};

    for (const char *const *word = words; *word; word++) {
        if (span_equal_string(text, *word))
            return true;
    }
    return false;
}

static bool is_pair(struct span name)
{
    size_t colon = span_find(name, " : ");

    return is_label(span_head(name, colon)) && is_label(span_skip(name, colon + 3));
}

static bool is_known_step(struct span name)
{
    return span_starts_with(name, "step-") || span_starts_with(name, "git-source-") ||
           span_equal_string(name, "source-default") || span_equal_string(name, "place-tools") ||
           span_equal_string(name, "build-and-push");
}

static bool eat(struct prefixes *prefixes, struct log_line *line)
{
    struct span name = span_skip(line->text, 1);
    size_t end = span_find_byte(span_head(name, 130), ']');

    if (line->text.data[0] != '[' || line->track.len || end >= 130 || end >= name.len)
        return false;
    name = span_head(name, end);
    if (!is_pair(name)) {
        bool first = !prefixes->begun && !is_log_word(name);

        if (!is_label(name) || !(is_known_step(name) || first || prefixes->names_steps))
            return false;
        if (is_log_word(name))
            return false;
    }
    if (end + 2 < line->text.len && line->text.data[end + 2] != ' ')
        return false;
    prefixes->names_steps = true;
    prefix_set_track(line, name);
    line->task_step = true;
    line->text = span_skip(line->text, end + 3);
    return true;
}

const struct prefix_family prefix_tekton = {.name = "Tekton", .marks = marks, .eat = eat};
