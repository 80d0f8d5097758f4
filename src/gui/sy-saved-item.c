/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/sy-saved-item.h"

#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_INTERFACE (SySavedItem, sy_saved_item, G_TYPE_OBJECT)

static void
sy_saved_item_default_init (SySavedItemInterface *iface)
{
}

static const SySavedText *
get_text (gpointer item)
{
  g_assert (SY_IS_SAVED_ITEM (item));

  return SY_SAVED_ITEM_GET_IFACE (item)->get_text (item);
}

const char *
sy_saved_item_get_path (gpointer item)
{
  return get_text (item)->path;
}

const char *
sy_saved_item_get_title (gpointer item)
{
  return get_text (item)->title;
}

const char *
sy_saved_item_get_detail (gpointer item)
{
  return get_text (item)->detail;
}

const char *
sy_saved_item_get_finding (gpointer item)
{
  return get_text (item)->finding;
}

const char *
sy_saved_item_get_problem (gpointer item)
{
  const SySavedText *text = get_text (item);

  return text->is_damaged ? text->finding : NULL;
}

gboolean
sy_saved_item_matches (gpointer    item,
                       const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  g_auto(GStrv) words = g_strsplit (folded, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (get_text (item)->words, words[i]) == NULL)
      return FALSE;

  return TRUE;
}

/* The list says which file it is anyway. */
static const char *
skip_path (const char *message,
           const char *path)
{
  gsize length = strlen (path);

  return g_str_has_prefix (message, path) && g_str_has_prefix (message + length, ": ")
           ? message + length + 2
           : message;
}

void
sy_saved_text_damage (SySavedText *self,
                      const char  *path,
                      const char  *problem)
{
  self->is_damaged = TRUE;
  self->path = g_strdup (path);
  self->title = g_strdup (_("Unreadable File"));
  self->detail = g_filename_display_basename (path);
  self->finding = g_strdup (skip_path (problem, path));
  self->words = g_utf8_casefold (self->detail, -1);
}

void
sy_saved_text_clear (SySavedText *self)
{
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->detail, g_free);
  g_clear_pointer (&self->finding, g_free);
  g_clear_pointer (&self->words, g_free);
}
