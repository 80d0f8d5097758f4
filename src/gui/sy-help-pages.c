/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/sy-help-pages.h"

#include <glib/gi18n-lib.h>
#include <pango/pango.h>
#include <string.h>

static const SyHelpPage pages[] = {
  { "start", N_("What Steelyard Does"), sy_help_start },
  { "criteria", N_("What Articles Claim"), sy_help_criteria },
  { "measuring", N_("Measuring"), sy_help_measuring },
  { "comparing", N_("Comparing Runs"), sy_help_comparing },
  { "charts", N_("Reading the Charts"), sy_help_charts },
  { "deciding", N_("Deciding"), sy_help_deciding },
  { "exporting", N_("Saving Charts and Data"), sy_help_exporting },
  { "not-valid", N_("Why Is This Run Not Valid?"), sy_help_not_valid },
  { "method", N_("What the Method Is"), sy_help_method },
};

const SyHelpPage *
sy_help_pages_get (guint *n_pages)
{
  *n_pages = G_N_ELEMENTS (pages);
  return pages;
}

const SyHelpPage *
sy_help_pages_find (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    if (g_str_equal (pages[i].id, id))
      return &pages[i];

  return NULL;
}

/* A link is GtkLabel's markup, and not Pango's. */
static char *
drop_links (const char *markup)
{
  g_autoptr(GRegex) link = g_regex_new ("</?a\\b[^>]*>", 0, 0, NULL);

  return g_regex_replace_literal (link, markup, -1, 0, "", 0, NULL);
}

char *
sy_help_block_strip (const SyHelpBlock *self)
{
  g_autofree char *markup = drop_links (_(self->text));
  char *text = NULL;

  if (!pango_parse_markup (markup, -1, 0, NULL, &text, NULL, NULL))
    return g_steal_pointer (&markup);

  return text;
}

/* Takes away from @words those that @text has. */
static gboolean
strike_out (GPtrArray  *words,
            const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  guint n_before = words->len;

  for (guint i = words->len; i > 0; i--)
    if (strstr (folded, words->pdata[i - 1]) != NULL)
      g_ptr_array_remove_index (words, i - 1);

  return words->len < n_before;
}

static GPtrArray *
split_words (const char *query)
{
  g_autofree char *folded = g_utf8_casefold (query, -1);
  g_auto(GStrv) parts = g_strsplit (folded, " ", -1);
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      g_ptr_array_add (words, g_strdup (parts[i]));

  return words;
}

char *
sy_help_page_search (const SyHelpPage *self,
                     const char       *query)
{
  g_autoptr(GPtrArray) words = split_words (query);
  g_autofree char *found = NULL;

  strike_out (words, _(self->title));
  for (const SyHelpBlock *block = self->blocks; block->text != NULL && words->len > 0; block++)
    {
      g_autofree char *text = sy_help_block_strip (block);

      if (strike_out (words, text) && found == NULL)
        found = sy_help_block_strip (block->kind == SY_HELP_HEADING ? block + 1 : block);
    }

  if (words->len > 0)
    return NULL;

  return found != NULL ? g_steal_pointer (&found) : sy_help_block_strip (self->blocks);
}
