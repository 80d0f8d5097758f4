/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gui/sy-saved-item.h"

G_BEGIN_DECLS

/**
 * SySavedKind:
 * @get_item_type: implements #SySavedItem
 * @list_paths: (transfer full): the files of the folder, newest first
 * @read: (transfer full): the item of a file, damaged or not; on any thread
 *
 * What is saved in a folder, one file each, named by the time it was made.
 */
typedef struct
{
  GType     (*get_item_type) (void);
  char    **(*list_paths)    (void);
  gpointer  (*read)          (const char *path);
} SySavedKind;

/**
 * SySavedList:
 *
 * What is saved of a kind, as a list of #SySavedItem, newest first.  What is taken out of it stays
 * on the disk until sy_saved_list_forget(), so that deleting can be undone, and survives a crash.
 */
#define SY_TYPE_SAVED_LIST (sy_saved_list_get_type ())

G_DECLARE_FINAL_TYPE (SySavedList, sy_saved_list, SY, SAVED_LIST, GObject)

/* @kind must be there for ever. */
SySavedList *sy_saved_list_new         (const SySavedKind    *kind) G_GNUC_WARN_UNUSED_RESULT;

GListModel  *sy_saved_list_get_items   (SySavedList          *self);

/* Reads the folder in a thread of its own. */
void         sy_saved_list_load_async  (SySavedList          *self,
                                        GCancellable         *cancellable,
                                        GAsyncReadyCallback   callback,
                                        gpointer              data);
gboolean     sy_saved_list_load_finish (SySavedList          *self,
                                        GAsyncResult         *result,
                                        GError              **error);

/* (transfer none): the item of that file; %NULL where there is none. */
gpointer     sy_saved_list_find        (SySavedList          *self,
                                        const char           *path);

/* Puts an item in, in place of one of the same file. */
void         sy_saved_list_put         (SySavedList          *self,
                                        gpointer              item);
void         sy_saved_list_take_out    (SySavedList          *self,
                                        gpointer              item);

/* Deletes the file of an item that was taken out. */
gboolean     sy_saved_list_forget      (SySavedList          *self,
                                        gpointer              item,
                                        GError              **error);

G_END_DECLS
