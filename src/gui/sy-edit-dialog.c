/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/sy-edit-dialog.h"

struct _SyEditDialog
{
  AdwMessageDialog parent_instance;

  GtkWidget       *name_row;
  GtkWidget       *note_row;
};

G_DEFINE_FINAL_TYPE (SyEditDialog, sy_edit_dialog, ADW_TYPE_MESSAGE_DIALOG)

static void
sy_edit_dialog_class_init (SyEditDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/steelyard_app/Steelyard/sy-edit-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SyEditDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, SyEditDialog, note_row);
}

static void
sy_edit_dialog_init (SyEditDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

SyEditDialog *
sy_edit_dialog_new (GtkWindow  *parent,
                    const char *name,
                    const char *note)
{
  SyEditDialog *self = g_object_new (SY_TYPE_EDIT_DIALOG, "transient-for", parent, NULL);

  gtk_editable_set_text (GTK_EDITABLE (self->name_row), name != NULL ? name : "");
  gtk_editable_set_text (GTK_EDITABLE (self->note_row), note != NULL ? note : "");

  return self;
}

const char *
sy_edit_dialog_get_name (SyEditDialog *self)
{
  g_return_val_if_fail (SY_IS_EDIT_DIALOG (self), NULL);

  return gtk_editable_get_text (GTK_EDITABLE (self->name_row));
}

const char *
sy_edit_dialog_get_note (SyEditDialog *self)
{
  g_return_val_if_fail (SY_IS_EDIT_DIALOG (self), NULL);

  return gtk_editable_get_text (GTK_EDITABLE (self->note_row));
}
