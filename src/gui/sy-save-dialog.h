/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gui/sy-saving.h"

G_BEGIN_DECLS

/**
 * SySaveDialog:
 *
 * Asks what is to be saved, saves it (see #SySaving) and closes once there is a file.  Closing it,
 * which Escape does, too, saves nothing.  What it saves of is shown by its source, a widget of the
 * window that it stands above.
 */
#define SY_TYPE_SAVE_DIALOG (sy_save_dialog_get_type ())

G_DECLARE_DERIVABLE_TYPE (SySaveDialog, sy_save_dialog, SY, SAVE_DIALOG, AdwWindow)

struct _SySaveDialogClass
{
  AdwWindowClass parent_class;
};

/* An instance of @type, above the window of @source. */
gpointer   sy_save_dialog_new        (GType         type,
                                      GtkWidget    *source) G_GNUC_WARN_UNUSED_RESULT;

/* @spinner: turns while it takes long; @control: what begins to save, which waits meanwhile */
void       sy_save_dialog_set_parts  (SySaveDialog *self,
                                      GtkWidget    *spinner,
                                      GtkWidget    *control);

/* %NULL where it is gone. */
GtkWidget *sy_save_dialog_get_source (SySaveDialog *self);

/* @job (transfer full): its name and data */
void       sy_save_dialog_save       (SySaveDialog *self,
                                      SySaveJob    *job);

G_END_DECLS
