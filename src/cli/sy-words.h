/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How many columns of a terminal UTF-8 text fills: two for wide characters, none for combining. */
guint       sy_words_get_width    (const char        *text);

/* Breaks @text at spaces so that no line is wider than @n_columns, @indent before each; lines end
 * with a line feed.  A word wider than a line stays whole.
 */
char       *sy_words_wrap         (const char        *text,
                                  const char        *indent,
                                  guint              n_columns) G_GNUC_WARN_UNUSED_RESULT;

/* How many characters must be added, removed or changed, or neighbours swapped, to make @a into @b
 * (Damerau 1964, each place edited at most once).
 */
guint       sy_words_get_distance (const char        *a,
                                  const char        *b);

/* The word that begins with or is most like @word, for messages; %NULL where there are none. */
const char *sy_words_find_closest (const char        *word,
                                  const char *const *words);

G_END_DECLS
