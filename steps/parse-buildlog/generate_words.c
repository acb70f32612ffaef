/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * generate-words: runs during the build and writes, as C on stdout, the table of words
 * (words.h) from the files that embed-files embedded.
 */
#include <stdio.h>

#include "generate_text.h"
#include "words_read.h"

static void put_list(const struct word_list *list)
{
    fputs("{{", stdout);
    for (int place = 0; place < WORD_PLACES; place++) {
        put_texts(list->at[place]);
        fputs(",\n", stdout);
    }
    fputs("}},\n", stdout);
}

static bool put_all(struct error *err)
{
    CLEANUP(cleanup_word_lists) struct word_lists *lists = words_read_built_in(err);

    if (!lists)
        return false;
    puts("/* made by generate_words.c */\n#include \"words.h\"\n"
         "const struct word_list word_table[WORDS_COUNT] = {");
    for (int i = 0; i < WORDS_COUNT; i++)
        put_list(&lists->items[i].words);
    puts("};");
    return true;
}

int main(void)
{
    return generate("generate-words", put_all);
}
