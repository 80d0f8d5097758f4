/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SySavedText:
 * @path: of the file
 * @title: its name, or else when it was made
 * @detail: (nullable): when it was made, or the name of a damaged file
 * @finding: what came out, or the problem
 * @words: what a search looks through, folded
 *
 * The little of a file that a list shows.  All owned.
 */
typedef struct
{
  char     *path;
  char     *title;
  char     *detail;
  char     *finding;
  char     *words;
  gboolean  is_damaged;
} SySavedText;

/**
 * SySavedItem:
 *
 * One file of a list of saved things, as little as possible of it.  Immutable.
 */
#define SY_TYPE_SAVED_ITEM (sy_saved_item_get_type ())

G_DECLARE_INTERFACE (SySavedItem, sy_saved_item, SY, SAVED_ITEM, GObject)

struct _SySavedItemInterface
{
  GTypeInterface parent;

  const SySavedText *(*get_text) (SySavedItem *self);
};

/* @item: a #SySavedItem, as below. */
const char *sy_saved_item_get_path    (gpointer     item);
const char *sy_saved_item_get_title   (gpointer     item);
const char *sy_saved_item_get_detail  (gpointer     item);
const char *sy_saved_item_get_finding (gpointer     item);
/* %NULL unless the file is damaged. */
const char *sy_saved_item_get_problem (gpointer     item);

/* Whether every word of @text is in something that is said of it. */
gboolean    sy_saved_item_matches     (gpointer     item,
                                       const char  *text);

/* Of a file that cannot be read. */
void        sy_saved_text_damage      (SySavedText *self,
                                       const char  *path,
                                       const char  *problem);
void        sy_saved_text_clear       (SySavedText *self);

G_END_DECLS
