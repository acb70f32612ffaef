/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Maven's "Version Order Specification", as ComparableVersion of Maven 3.8 does it: items
 * between dots are a list; a '-', and every change between digits and others, begins a list
 * inside of it, which is its last item.  Items that say nothing (0, "", final, ga, release) at the
 * end of a list are not there.
 */
#include "versions.h"

enum kind { NOTHING, WORD, LIST, NUMBER }; /* where two differ, the later is newer */

struct item {
    enum kind kind;
    struct span text;
    bool before_digit; /* "a1" is alpha1 */
};

/* A list: what is left of it, and all that lies in the lists inside of it. */
struct list {
    struct span items;
    struct span inside;
    bool inside_begins_with_digit;
};

/* A word after a dot, which a digit or the end follows, begins a list as one after a '-' does. */
static bool word_begins_list(struct span text, size_t at)
{
    size_t end = at;

    while (end < text.len && text.data[end] != '.' && text.data[end] != '-' &&
           !is_digit(text.data[end]))
        end++;
    return end > at && (end == text.len || is_digit(text.data[end]));
}

static bool list_begins(struct span text, size_t at)
{
    char c = text.data[at];

    if (!at || c == '.')
        return false;
    if (text.data[at - 1] == '.')
        return word_begins_list(text, at);
    return is_digit(c) != is_digit(text.data[at - 1]);
}

/* The items of the list that text begins with. */
static struct list open_list(struct span text)
{
    size_t end = 0;

    while (end < text.len && text.data[end] != '-' && !list_begins(text, end))
        end++;
    if (end < text.len && text.data[end] == '-')
        return (struct list){span_head(text, end ? end : 1), span_skip(text, end + 1), false};
    return (struct list){span_head(text, end), span_skip(text, end),
                         end < text.len && is_digit(text.data[end])};
}

/* By their order; what is unknown comes after all, by its letters. */
static int weight(const struct item *item)
{
    static const struct {
        const char *word;
        int weight;
    } table[] = {
        {"alpha", -5}, {"beta", -4},     {"milestone", -3}, {"rc", -2},
        {"cr", -2},    {"snapshot", -1}, {"", 0},           {"ga", 0},
        {"final", 0},  {"release", 0},   {"sp", 1},
    };
    char letter = item->text.len == 1 && item->before_digit ? item->text.data[0] | 0x20 : '\0';

    if (letter == 'a' || letter == 'b' || letter == 'm')
        return letter == 'a' ? -5 : letter == 'b' ? -4 : -3;
    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        if (span_equal_nocase(item->text, span_string(table[i].word)))
            return table[i].weight;
    return 2;
}

static bool says_nothing(const struct item *item)
{
    if (item->kind == NUMBER)
        return compare_numbers(item->text, SPAN_LITERAL("0")) == 0;
    return weight(item) == 0;
}

/* The next item between dots, taken from l; an empty one is the number 0. */
static struct item take_raw(struct list *l)
{
    struct item item = {NUMBER, span_of(NULL, 0), false};

    span_split(&l->items, '.', &item.text);
    if (item.text.len == 1 && item.text.data[0] == '-')
        item.text = span_of(NULL, 0);
    if (item.text.len && !is_digit(item.text.data[0]))
        item.kind = WORD;
    item.before_digit = !l->items.len && l->inside_begins_with_digit;
    return item;
}

static bool rest_says_nothing(struct list l)
{
    while (l.items.len) {
        struct item item = take_raw(&l);

        if (!says_nothing(&item))
            return false;
    }
    return true;
}

static bool all_says_nothing(struct span text)
{
    while (text.len) {
        struct list l = open_list(text);

        if (!rest_says_nothing(l))
            return false;
        text = l.inside;
    }
    return true;
}

static struct item next(struct list *l)
{
    if (l->items.len && !rest_says_nothing(*l))
        return take_raw(l);
    l->items = span_of(NULL, 0);
    return (struct item){all_says_nothing(l->inside) ? NOTHING : LIST, span_of(NULL, 0), false};
}

static int fold(char c)
{
    return c >= 'A' && c <= 'Z' ? c | 0x20 : (unsigned char)c;
}

static int compare_words(const struct item *a, const struct item *b)
{
    int order = weight(a) - weight(b);

    if (order || weight(a) < 2)
        return order;
    for (size_t i = 0; !order && i < a->text.len && i < b->text.len; i++)
        order = fold(a->text.data[i]) - fold(b->text.data[i]);
    return order ? order : (a->text.len > b->text.len) - (a->text.len < b->text.len);
}

/* An item against nothing. */
static int sign_of(const struct item *item)
{
    if (item->kind == WORD)
        return weight(item);
    return item->kind == NUMBER && !says_nothing(item);
}

/* The lists of text against nothing: the first item that says something decides. */
static int sign_of_lists(struct span text)
{
    int sign = 0;

    while (!sign && text.len) {
        struct list l = open_list(text);
        struct item item;

        while (!sign && (item = next(&l)).kind != NOTHING && item.kind != LIST)
            sign = sign_of(&item);
        text = l.inside;
    }
    return sign;
}

static int compare_items(const struct item *a, const struct list *in_a, const struct item *b,
                         const struct list *in_b)
{
    if (b->kind == NOTHING)
        return a->kind == LIST ? sign_of_lists(in_a->inside) : sign_of(a);
    if (a->kind == NOTHING)
        return -(b->kind == LIST ? sign_of_lists(in_b->inside) : sign_of(b));
    if (a->kind != b->kind)
        return (int)a->kind - (int)b->kind;
    return a->kind == NUMBER ? compare_numbers(a->text, b->text) : compare_words(a, b);
}

bool compare_maven(struct span a, struct span b, int *ret_order)
{
    struct list in_a = open_list(a);
    struct list in_b = open_list(b);
    struct item x;
    struct item y;
    int order = 0;

    do {
        x = next(&in_a);
        y = next(&in_b);
        if (x.kind == LIST && y.kind == LIST) {
            in_a = open_list(in_a.inside);
            in_b = open_list(in_b.inside);
            continue;
        }
        order = compare_items(&x, &in_a, &y, &in_b);
    } while (!order && (x.kind == NUMBER || x.kind == WORD || y.kind == NUMBER || y.kind == WORD ||
                        (x.kind == LIST && y.kind == LIST)));
    *ret_order = order;
    return true;
}
