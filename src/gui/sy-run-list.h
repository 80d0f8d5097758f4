/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gui/sy-run-item.h"

G_BEGIN_DECLS

/**
 * SyRunList:
 *
 * The saved runs as a list of #SyRunItem, newest first.  What is taken out of it stays on the disk
 * until sy_run_list_forget(), so that deleting can be undone, and survives a crash.
 */
#define SY_TYPE_RUN_LIST (sy_run_list_get_type ())

G_DECLARE_FINAL_TYPE (SyRunList, sy_run_list, SY, RUN_LIST, GObject)

SyRunList  *sy_run_list_new         (void) G_GNUC_WARN_UNUSED_RESULT;

GListModel *sy_run_list_get_items   (SyRunList            *self);

/* Reads the folder in a thread of its own. */
void        sy_run_list_load_async  (SyRunList            *self,
                                    GCancellable         *cancellable,
                                    GAsyncReadyCallback   callback,
                                    gpointer              data);
gboolean    sy_run_list_load_finish (SyRunList            *self,
                                    GAsyncResult         *result,
                                    GError              **error);

SyRunItem  *sy_run_list_find        (SyRunList            *self,
                                    const char           *path);

/* Puts an item in, in place of one of the same file. */
void        sy_run_list_put         (SyRunList            *self,
                                    SyRunItem            *item);
void        sy_run_list_take_out    (SyRunList            *self,
                                    SyRunItem            *item);

/* Deletes the file of an item that was taken out. */
gboolean    sy_run_list_forget      (SyRunList            *self,
                                    SyRunItem            *item,
                                    GError              **error);

G_END_DECLS
