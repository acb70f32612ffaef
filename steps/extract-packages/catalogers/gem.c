/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Installed Ruby gems: the specification that RubyGems writes for each, specifications/
 * NAME-VERSION[-PLATFORM].gemspec, and specifications/default/ for those that come with Ruby.
 *
 * It is a Ruby program, of which only what RubyGems itself writes is understood
 * (Gem::Specification#to_ruby): the stub line, which RubyGems reads in place of the program
 * as well (Gem::StubSpecification), and one assignment or dependency a line.
 */
#include "catalogers.h"
#include "folding.h"
#include "json_in.h"
#include "package_file.h"
#include "ruby_text.h"

/* ---- parse() ---- */

struct gem {
    struct span name;
    struct span version;
    struct span platform;
};

/* "# stub: NAME VERSION PLATFORM REQUIRE_PATHS", among the first lines. */
static void read_stub(struct span line, struct gem *gem)
{
    if (gem->name.len || !span_eat(&line, "# stub: "))
        return;
    if (!span_split(&line, ' ', &gem->name) || !span_split(&line, ' ', &gem->version) ||
        !span_split(&line, ' ', &gem->platform))
        *gem = (struct gem){0};
}

/* The first string of the line, unless the value is known. */
static void read_string(struct span line, struct span *value)
{
    if (!value->len)
        ruby_next_string(&line, value);
}

static void read_line(struct span line, struct gem *gem)
{
    if (span_starts_with(line, "#"))
        read_stub(line, gem);
    else if (ruby_eat_attribute(&line, "name"))
        read_string(line, &gem->name);
    else if (ruby_eat_attribute(&line, "version"))
        read_string(line, &gem->version);
    else if (ruby_eat_attribute(&line, "platform"))
        read_string(line, &gem->platform);
}

static void write_licenses(struct span text, struct json_out *facts)
{
    struct span line;
    struct span license;

    json_out_key(facts, "licenses");
    json_out_array(facts);
    while (span_next_line(&text, &line)) {
        line = span_trim(line);
        if (ruby_eat_attribute(&line, "licenses") || ruby_eat_attribute(&line, "license"))
            while (ruby_next_string(&line, &license))
                if (license.len && license.len <= LIMIT_PACKAGE_NAME)
                    json_out_string(facts, license);
    }
    json_out_end(facts);
}

/* "rack (>= 2.0, < 4)", as gem dependency prints it. */
static void write_dependency(struct span arguments, struct json_out *facts)
{
    struct span part;
    const char *separator = " (";

    STRBUF_AUTO(text, LIMIT_PACKAGE_FIELD);
    if (!ruby_next_string(&arguments, &part) || !package_word(part))
        return;
    strbuf_add_span(&text, part);
    while (ruby_next_string(&arguments, &part)) {
        strbuf_add_string(&text, separator);
        fold_blanks(&text, part);
        separator = ", ";
    }
    if (*separator == ',')
        strbuf_add_byte(&text, ')');
    package_write_text(facts, strbuf_span(&text));
}

/*
 * Up to the first "else": older RubyGems write all dependencies twice, and there those of
 * development like the others.
 */
static void write_depends(struct span text, struct json_out *facts)
{
    struct span line;

    json_out_key(facts, "depends");
    json_out_array(facts);
    while (span_next_line(&text, &line)) {
        line = span_trim(line);
        if (span_equal_string(line, "else"))
            break;
        if (ruby_eat_call(&line, "add_runtime_dependency") ||
            ruby_eat_call(&line, "add_dependency"))
            write_dependency(line, facts);
    }
    json_out_end(facts);
}

static bool gem_parse(const struct wanted_file *file, struct json_out *facts, struct error *err)
{
    struct span rest = file->bytes;
    struct gem gem = {0};
    struct span line;

    while (span_next_line(&rest, &line))
        read_line(span_trim(line), &gem);
    if (!package_word(gem.name) || !package_word(gem.version))
        return error_set(err, ERROR_MALFORMED, "no name and version that RubyGems wrote");
    json_out_object(facts);
    json_out_member(facts, "name", gem.name);
    json_out_member(facts, "version", gem.version);
    if (package_word(gem.platform) && !span_equal_string(gem.platform, "ruby"))
        json_out_member(facts, "arch", gem.platform);
    write_licenses(file->bytes, facts);
    write_depends(file->bytes, facts);
    json_out_end(facts);
    return true;
}

/* ---- assemble() ---- */

static bool gem_assemble(const struct file_set *files, struct findings *findings, struct error *err)
{
    for (size_t i = 0; i < files->count; i++) {
        CLEANUP(cleanup_json) json_t *facts = facts_of(&files->files[i], err);

        if (!facts || !package_add(findings, "gem", &files->files[i], facts, err))
            return false;
    }
    return true;
}

static const struct wanted wanted[] = {
    {"specifications/*.gemspec", WANTED_WHOLE},
    {"specifications/default/*.gemspec", WANTED_WHOLE},
};

const struct cataloger gem_cataloger = {
    .name = "gem",
    .wanted = wanted,
    .wanted_count = sizeof wanted / sizeof *wanted,
    .limit = LIMIT_GEMSPEC,
    .parse = gem_parse,
    .assemble = gem_assemble,
};
