/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Asks for the name and the note of a run; its response is "save" or "cancel". */
#define SY_TYPE_EDIT_DIALOG (sy_edit_dialog_get_type ())

G_DECLARE_FINAL_TYPE (SyEditDialog, sy_edit_dialog, SY, EDIT_DIALOG, AdwMessageDialog)

SyEditDialog *sy_edit_dialog_new      (GtkWindow    *parent,
                                       const char   *name,
                                       const char   *note);

const char   *sy_edit_dialog_get_name (SyEditDialog *self);
const char   *sy_edit_dialog_get_note (SyEditDialog *self);

G_END_DECLS
