/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cli/sy-words.h"

#include <string.h>

static guint
get_character_width (gunichar character)
{
  if (g_unichar_iszerowidth (character))
    return 0;

  return g_unichar_iswide (character) ? 2 : 1;
}

guint
sy_words_get_width (const char *text)
{
  guint width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    width += get_character_width (g_utf8_get_char (p));

  return width;
}

char *
sy_words_wrap (const char *text,
              const char *indent,
              guint       n_columns)
{
  g_auto(GStrv) words = g_strsplit (text, " ", -1);
  GString *result = g_string_new (NULL);
  guint column = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      guint width = sy_words_get_width (words[i]);

      if (column > 0 && column + 1 + width > n_columns)
        {
          g_string_append_c (result, '\n');
          column = 0;
        }
      g_string_append (result, column == 0 ? indent : " ");
      g_string_append (result, words[i]);
      column += width + (column == 0 ? sy_words_get_width (indent) : 1);
    }

  g_string_append_c (result, '\n');
  return g_string_free (result, FALSE);
}

guint
sy_words_get_distance (const char *a,
                      const char *b)
{
  gsize a_length = strlen (a);
  gsize n_columns = strlen (b) + 1;
  g_autofree guint *cells = g_new0 (guint, (a_length + 1) * n_columns);

  for (gsize i = 0; i <= a_length; i++)
    for (gsize j = 0; j < n_columns; j++)
      {
        guint *cell = cells + i * n_columns + j;
        guint changed = 0;

        if (i == 0 || j == 0)
          {
            *cell = (guint) (i + j);
            continue;
          }
        changed = cell[-(gssize) n_columns - 1] + (a[i - 1] != b[j - 1]);
        *cell = MIN (changed, MIN (cell[-1], cell[-(gssize) n_columns]) + 1);
        if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
          *cell = MIN (*cell, cell[-2 * (gssize) n_columns - 2] + 1);
      }

  return cells[a_length * n_columns + n_columns - 1];
}

/* A word that was cut short is closer than any that was misspelt. */
static guint
get_strangeness (const char *word,
                 const char *candidate)
{
  if (*word != '\0' && g_str_has_prefix (candidate, word))
    return 0;

  return sy_words_get_distance (word, candidate);
}

const char *
sy_words_find_closest (const char        *word,
                      const char *const *words)
{
  const char *closest = NULL;
  guint least = G_MAXUINT;

  for (guint i = 0; words[i] != NULL; i++)
    {
      guint strangeness = get_strangeness (word, words[i]);

      if (strangeness < least)
        {
          closest = words[i];
          least = strangeness;
        }
    }

  return closest;
}
