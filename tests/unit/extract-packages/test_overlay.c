/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules of image-spec layer.md, each on the smallest layers that show it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "late_files.h"
#include "overlay.h"
#include "xalloc.h"

#define MOST_LAYERS 4

static const struct wanted wanted[] = {{"*.py", WANTED_DIGEST}, {"/db/status", WANTED_WHOLE}};
static const struct cataloger files = {.name = "files", .wanted = wanted, .wanted_count = 2};
static const struct cataloger *const list[] = {&files};

/*
 * A layer is a string: members separated by blanks, in the tar's order.
 *     name     a file                 name/       a folder
 *     a->b     a symbolic link        a=b         a hard link
 *     -name    a whiteout             %name       the folder is opaque (%. is the root)
 */
static void add_member(struct layer_facts *layer, const struct wanted_list *wanted_list,
                       struct span word)
{
    const struct wanted_entry *matches[MOST_MATCHES];
    struct error err = {0};
    size_t arrow = span_find(word, "->");
    size_t equals = span_find_byte(word, '=');
    bool folder = span_ends_with(word, "/");

    if (span_eat(&word, "-")) {
        assert_true(layer_facts_add_path(layer, &layer->whiteouts, word, &err));
    } else if (span_eat(&word, "%")) {
        assert_true(layer_facts_add_path(layer, &layer->opaque,
                                         span_equal_string(word, ".") ? span_of("", 0) : word,
                                         &err));
    } else if (arrow < word.len) {
        assert_true(layer_facts_enter(layer, span_head(word, arrow), false, &err));
        assert_true(layer_facts_add_link(layer, span_head(word, arrow), span_skip(word, arrow + 2),
                                         false, &err));
    } else if (equals < word.len) {
        assert_true(layer_facts_enter(layer, span_head(word, equals), false, &err));
        assert_true(layer_facts_add_link(layer, span_head(word, equals),
                                         span_skip(word, equals + 1), true, &err));
    } else {
        word.len -= folder ? 1 : 0;
        assert_true(layer_facts_enter(layer, word, folder, &err));
        if (!folder && wanted_list_match(wanted_list, word, matches, MOST_MATCHES))
            assert_non_null(layer_facts_add_file(layer, word, &files, matches[0]->wanted, &err));
    }
}

static int compare_words(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/* What is seen, sorted: "path@layer", with "?" where the bytes are yet to be read. */
static char *seen_files(const struct overlay *o)
{
    char *words[64];
    size_t count = 0;

    for (size_t i = 0; i < o->file_count; i++) {
        const struct seen_file *f = &o->files[i];

        if (f->hidden_by == OVERLAY_NONE)
            words[count++] = xasprintf("%s@%zu%s", f->path, f->layer, f->pending ? "?" : "");
    }
    qsort(words, count, sizeof *words, compare_words);
    STRBUF_AUTO(all, 64 * KIB);
    for (size_t i = 0; i < count; i++) {
        strbuf_addf(&all, "%s%s", i ? " " : "", words[i]);
        free(words[i]);
    }
    return strbuf_detach(&all);
}

struct layer_case {
    const char *name;
    const char *layers[MOST_LAYERS];
    const char *expected;
};

static void check(const struct layer_case *c)
{
    struct layer_facts layers[MOST_LAYERS];
    struct wanted_list wanted_list = {0};
    struct late_folders folders = {0};
    struct overlay overlay;
    struct error err = {0};
    size_t count = 0;
    char *seen;

    wanted_list_add_catalogers(&wanted_list, list, 1);
    for (; count < MOST_LAYERS && c->layers[count]; count++) {
        struct digest blob = {.bytes = {(unsigned char)(count + 1)}};
        struct span rest = span_string(c->layers[count]);
        struct span word;

        layer_facts_init(&layers[count], &blob);
        while (span_split(&rest, ' ', &word))
            add_member(&layers[count], &wanted_list, word);
    }
    assert_true(overlay_init(&overlay, layers, count, &wanted_list, &err));
    late_files_find(&overlay, &folders);
    seen = seen_files(&overlay);
    if (strcmp(seen, c->expected) != 0)
        fail_msg("%s: '%s' instead of '%s'", c->name, seen, c->expected);
    free(seen);
    overlay_release(&overlay);
    late_folders_release(&folders);
    wanted_list_release(&wanted_list);
    for (size_t i = 0; i < count; i++)
        layer_facts_release(&layers[i]);
}

static const struct layer_case cases[] = {
    {"files of all layers are seen", {"a.py", "d/b.py"}, "a.py@0 d/b.py@1"},
    {"the upper file wins", {"a.py", "a.py"}, "a.py@1"},
    {"a whiteout hides a file", {"a.py b.py", "-a.py"}, "b.py@0"},
    {"a whiteout hides a folder", {"d/ d/a.py d/e/b.py c.py", "-d"}, "c.py@0"},
    {"a whiteout does not hide a longer name", {"d/a.py dd/a.py", "-d"}, "dd/a.py@0"},
    {"a whiteout acts on lower layers only", {"a.py", "-a.py a.py"}, "a.py@1"},
    {"a whiteout after its file acts on lower layers only", {"a.py", "a.py -a.py"}, "a.py@1"},
    {"a whiteout of nothing is harmless", {"a.py", "-x/y/z"}, "a.py@0"},
    {"a file that was removed can come back", {"a.py", "-a.py", "a.py"}, "a.py@2"},
    {"opaque hides what lower layers have", {"d/ d/a.py e.py", "d/ %d d/b.py"}, "d/b.py@1 e.py@0"},
    {"opaque counts wherever it stands", {"d/ d/a.py", "d/ d/b.py %d"}, "d/b.py@1"},
    {"opaque spares a longer name", {"d/a.py dd/a.py", "d/ %d"}, "dd/a.py@0"},
    {"an opaque root hides all", {"d/a.py b.py", "%. c.py"}, "c.py@1"},
    {"folders merge", {"d/ d/a.py", "d/ d/b.py"}, "d/a.py@0 d/b.py@1"},
    {"a file hides a folder's subtree", {"d/ d/a.py d/e/b.py", "d"}, ""},
    {"a link hides a folder's subtree", {"d/ d/a.py f/a.py", "d->f"}, "f/a.py@0"},
    {"a hard link hides a folder's subtree", {"x.py d/ d/a.py", "d=x.py"}, "x.py@0"},
    {"a folder replaces a file", {"a.py", "a.py/ a.py/b.py"}, "a.py/b.py@1"},
    {"an implicit folder replaces a file", {"a.py", "a.py/b.py"}, "a.py/b.py@1"},
    {"in one layer the last of a name wins", {"a.py a.py"}, "a.py@0"},
    {"in one layer a file replaces a folder", {"d/ d/a.py d"}, ""},
    {"in one layer a folder replaces a file", {"a.py a.py/"}, ""},
    {"members land where links below lead",
     {"usr/ usr/lib/ lib->usr/lib", "lib/a.py"},
     "usr/lib/a.py@1"},
    {"and replace what is there",
     {"usr/ usr/lib/ usr/lib/a.py lib->usr/lib", "lib/a.py"},
     "usr/lib/a.py@1"},
    {"a folder entry replaces the link",
     {"usr/lib/a.py lib->usr/lib", "lib/ lib/b.py"},
     "lib/b.py@1 usr/lib/a.py@0"},
    {"whiteouts go through links",
     {"usr/lib/a.py usr/lib/b.py lib->usr/lib", "-lib/a.py"},
     "usr/lib/b.py@0"},
    {"a whiteout of a link leaves its target",
     {"usr/lib/a.py lib->usr/lib", "-lib"},
     "usr/lib/a.py@0"},
    {"opaque goes through links that stay",
     {"usr/lib/a.py lib->usr/lib", "%lib lib/b.py"},
     "usr/lib/b.py@1"},
    {"but not through one that is replaced",
     {"usr/lib/a.py lib->usr/lib", "lib/ %lib"},
     "usr/lib/a.py@0"},
    {"links of links", {"usr/lib/x/ lib->usr/lib l->lib/x", "l/a.py"}, "usr/lib/x/a.py@1"},
    {"an absolute link starts at the image's root",
     {"usr/lib/ opt/lib->/usr/lib", "opt/lib/a.py"},
     "usr/lib/a.py@1"},
    {"no link leads out of the root", {"d/ d/l->../../../../e", "d/l/a.py"}, "e/a.py@1"},
    {"a cycle of links leads nowhere", {"a->b b->a c.py", "a/x.py"}, "c.py@0"},
    {"a link to itself is inert", {"a.py->a.py b.py"}, "b.py@0"},
    {"a link with a wanted name shows its target's facts",
     {"d/x.py a.py->d/x.py"},
     "a.py@0 d/x.py@0"},
    {"a dangling one shows nothing", {"a.py->gone.py"}, ""},
    {"a digest is not worth a second look", {"d/data a.py->d/data"}, ""},
    {"a link to an unwanted name is to be read again",
     {"d/data db/status->/d/data"},
     "db/status@0?"},
    {"also in a lower layer", {"d/data", "db/status->/d/data", "b.py"}, "b.py@2 db/status@0?"},
    {"a target that was removed is not there", {"d/data", "-d/data db/status->/d/data"}, ""},
    {"a hard link shares its target's facts", {"x.py a.py=x.py"}, "a.py@0 x.py@0"},
    {"a hard link keeps them when the target goes", {"x.py a.py=x.py", "-x.py"}, "a.py@0"},
    {"a hard link to an unwanted name is to be read again", {"data a.py=data"}, "a.py@0?"},
    {"a hard link to a hard link", {"data b=data a.py=b"}, "a.py@0?"},
    {"a hard link into a lower layer", {"x.py", "a.py=x.py"}, "a.py@0 x.py@0"},
    {"a hard link to unwanted bytes of a lower layer", {"data", "a.py=data"}, "a.py@0?"},
    {"a database in a linked folder", {"var/db/status db->var/db"}, "db/status@0?"},
    {"a linked database", {"db/ var/s db/status->../var/s"}, "db/status@0?"},
    {"a database in a linked folder, removed", {"var/db/status db->var/db", "-var/db/status"}, ""},
};

static void test_rules(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        check(&cases[i]);
}

/* Two layers of one image: what the first holds leaves less for the second. */
static void bounds_what_all_layers_hold(void **state)
{
    struct digest blob = {.bytes = {1}};
    atomic_ullong kept = LIMIT_FACTS_KEPT - 1000;
    struct layer_facts layers[2];
    struct error err = {0};

    (void)state;
    for (size_t i = 0; i < 2; i++) {
        layer_facts_init(&layers[i], &blob);
        layers[i].kept = &kept;
    }
    assert_true(layer_facts_enter(&layers[0], span_string("a"), false, &err));
    assert_true(layer_facts_keep(&layers[0], 900, &err));
    assert_true(layer_facts_enter(&layers[1], span_string("b"), false, &err));
    assert_false(layer_facts_add_link(&layers[1], span_string("b"), span_string("a"), false, &err));
    assert_int_equal(err.kind, ERROR_MALFORMED);
    assert_non_null(strstr(err.message, "names and facts"));
    for (size_t i = 0; i < 2; i++)
        layer_facts_release(&layers[i]);
}

/* 39 links, each with a target of 4,000 bytes: every path through them is work for which an end is set. */
static void ends_where_links_lead_too_far(void **state)
{
    struct symlinks links;
    size_t resolved = 0;

    (void)state;
    symlinks_init(&links);
    char *targets[39];
    for (size_t i = 0; i < 39; i++) {
        char *name = xasprintf("l%zu", i);

        targets[i] = xasprintf("%04000d/../%s%zu", 0, i < 38 ? "l" : "real", i + 1);
        symlinks_add(&links, span_string(name), targets[i], 0);
        free(name);
    }
    for (size_t i = 0; i < 100000 && !symlinks_are_exhausted(&links); i++) {
        STRBUF_AUTO(path, LIMIT_PATH);
        STRBUF_AUTO(out, LIMIT_PATH);

        strbuf_addf(&path, "l0/%zu/a.py", i);
        resolved += symlinks_resolve(&links, strbuf_span(&path), false, &out);
        assert_true(i > 0 || strcmp(out.data, "real39/0/a.py") == 0);
    }
    assert_true(resolved > 1000 && resolved < 10000);
    STRBUF_AUTO(out, LIMIT_PATH);
    assert_false(symlinks_resolve(&links, SPAN_LITERAL("l0/b/a.py"), false, &out));
    symlinks_release(&links);
    for (size_t i = 0; i < 39; i++)
        free(targets[i]);
}

#define DEEP_FILES 5000
#define DEEP_LAYERS 200

/* Adds 5,000 files, each in a folder of its own below one of 250 components. */
static void add_deep_files(struct layer_facts *layer)
{
    struct error err = {0};

    STRBUF_AUTO(path, LIMIT_PATH);
    for (int i = 0; i < 250; i++)
        strbuf_add_string(&path, "component/");
    for (int i = 0; i < DEEP_FILES; i++) {
        size_t length = path.len;

        strbuf_addf(&path, "%d/a.py", i);
        assert_true(layer_facts_enter(layer, strbuf_span(&path), false, &err));
        assert_non_null(layer_facts_add_file(layer, strbuf_span(&path), &files, &wanted[0], &err));
        strbuf_truncate(&path, length);
    }
}

/* Hashing each folder on the way to each file for each layer takes minutes. */
static void takes_deep_files_of_many_layers(void **state)
{
    struct layer_facts *layers = xcalloc(DEEP_LAYERS, sizeof *layers);
    struct wanted_list wanted_list = {0};
    struct overlay overlay;
    struct error err = {0};

    (void)state;
    wanted_list_add_catalogers(&wanted_list, list, 1);
    for (size_t i = 0; i < DEEP_LAYERS; i++) {
        struct digest blob = {.bytes = {(unsigned char)i}};

        layer_facts_init(&layers[i], &blob);
        add_member(&layers[i], &wanted_list, SPAN_LITERAL("w/y"));
        /* One of the markers that are looked for at each folder. */
        add_member(&layers[i], &wanted_list, i % 100 ? SPAN_LITERAL("v/z") : SPAN_LITERAL("-x"));
    }
    add_deep_files(&layers[0]);
    assert_true(overlay_init(&overlay, layers, DEEP_LAYERS, &wanted_list, &err));
    assert_int_equal(overlay.file_count, DEEP_FILES);
    overlay_release(&overlay);
    wanted_list_release(&wanted_list);
    for (size_t i = 0; i < DEEP_LAYERS; i++)
        layer_facts_release(&layers[i]);
    free(layers);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_rules),
                                       cmocka_unit_test(bounds_what_all_layers_hold),
                                       cmocka_unit_test(ends_where_links_lead_too_far),
                                       cmocka_unit_test(takes_deep_files_of_many_layers)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
