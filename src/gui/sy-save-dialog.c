/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/sy-save-dialog.h"

typedef struct
{
  GtkWidget *source;
  GtkWidget *spinner;
  GtkWidget *control;
  SySaving  *saving;
} SySaveDialogPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (SySaveDialog, sy_save_dialog, ADW_TYPE_WINDOW)

static SySaveDialogPrivate *
get_private (SySaveDialog *self)
{
  return sy_save_dialog_get_instance_private (self);
}

static void
cancel (SySaveDialog *self)
{
  SySaveDialogPrivate *private = get_private (self);

  if (private->saving != NULL)
    sy_saving_cancel (private->saving);
}

static gboolean
sy_save_dialog_close_request (GtkWindow *window)
{
  cancel (SY_SAVE_DIALOG (window));

  return GTK_WINDOW_CLASS (sy_save_dialog_parent_class)->close_request (window);
}

static void
sy_save_dialog_dispose (GObject *object)
{
  SySaveDialog *self = SY_SAVE_DIALOG (object);
  SySaveDialogPrivate *private = get_private (self);

  cancel (self);
  g_clear_object (&private->saving);
  g_clear_weak_pointer (&private->source);

  G_OBJECT_CLASS (sy_save_dialog_parent_class)->dispose (object);
}

static void
sy_save_dialog_class_init (SySaveDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sy_save_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = sy_save_dialog_close_request;

  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close",
                                       NULL);
}

static void
sy_save_dialog_init (SySaveDialog *self)
{
}

gpointer
sy_save_dialog_new (GType      type,
                    GtkWidget *source)
{
  SySaveDialog *self;

  g_return_val_if_fail (g_type_is_a (type, SY_TYPE_SAVE_DIALOG), NULL);

  self = g_object_new (type, "transient-for", gtk_widget_get_root (source), NULL);
  g_set_weak_pointer (&get_private (self)->source, source);

  return self;
}

void
sy_save_dialog_set_parts (SySaveDialog *self,
                          GtkWidget    *spinner,
                          GtkWidget    *control)
{
  SySaveDialogPrivate *private = get_private (self);

  g_return_if_fail (SY_IS_SAVE_DIALOG (self));

  private->spinner = spinner;
  private->control = control;
}

GtkWidget *
sy_save_dialog_get_source (SySaveDialog *self)
{
  g_return_val_if_fail (SY_IS_SAVE_DIALOG (self), NULL);

  return get_private (self)->source;
}

static void
working_cb (SySaveDialog *self,
            gboolean      is_working)
{
  gtk_spinner_set_spinning (GTK_SPINNER (get_private (self)->spinner), is_working);
}

static void
finished_cb (SySaveDialog *self,
             gboolean      is_saved)
{
  SySaveDialogPrivate *private = get_private (self);

  g_clear_object (&private->saving);
  gtk_widget_set_sensitive (private->control, TRUE);
  if (is_saved)
    gtk_window_close (GTK_WINDOW (self));
}

void
sy_save_dialog_save (SySaveDialog *self,
                     SySaveJob    *job)
{
  SySaveDialogPrivate *private = get_private (self);

  g_return_if_fail (SY_IS_SAVE_DIALOG (self));
  g_return_if_fail (private->saving == NULL);

  gtk_widget_set_sensitive (private->control, FALSE);
  private->saving = sy_saving_new (GTK_WINDOW (self), private->source, job);
  g_signal_connect_object (private->saving, "working", G_CALLBACK (working_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (private->saving, "finished", G_CALLBACK (finished_cb), self,
                           G_CONNECT_SWAPPED);
  sy_saving_start (private->saving);
}
