/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SySaveMake:
 * @path: where the file will be; only its ending may matter
 *
 * Makes a whole file, in a worker.
 */
typedef GBytes *(*SySaveMake) (gpointer     data,
                               const char  *path,
                               GError     **error);

/**
 * SySaveJob:
 * @title: of the question where to
 * @name: (transfer full): suggested for the file, without its ending
 * @extension: of the file, without a dot
 * @kind: what such files are, in words
 * @make: what is in it
 * @data: for @make; no one else's from now on
 * @free_data: (nullable)
 */
typedef struct
{
  const char     *title;
  char           *name;
  const char     *extension;
  const char     *kind;
  SySaveMake      make;
  gpointer        data;
  GDestroyNotify  free_data;
} SySaveJob;

/**
 * SySaving:
 *
 * One file on its way from a dialog to the disk: asks where to, by way of the desktop's own
 * chooser, which confirms before it replaces a file; makes it in a worker; saves it whole or not at
 * all.  What fails is said above the dialog, which stays; when it succeeds, @source's window says
 * so.
 *
 * "working" is emitted with %TRUE when the work takes long enough to show it, and with %FALSE when
 * it is over; "finished" once, with whether there is a file now.
 */
#define SY_TYPE_SAVING (sy_saving_get_type ())

G_DECLARE_FINAL_TYPE (SySaving, sy_saving, SY, SAVING, GObject)

/* @source (nullable): in the window that says what was saved. */
SySaving *sy_saving_new    (GtkWindow *dialog,
                            GtkWidget *source,
                            SySaveJob *job) G_GNUC_WARN_UNUSED_RESULT;

void      sy_saving_start  (SySaving  *self);
/* Nothing is heard of it any more, and no file is written unless it is being written already. */
void      sy_saving_cancel (SySaving  *self);

G_END_DECLS
