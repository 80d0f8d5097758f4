/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/sy-saving.h"

#include <glib/gi18n-lib.h>

#include "core/sy-file.h"
#include "gui/sy-problem.h"
#include "gui/sy-settings.h"
#include "gui/sy-toast.h"

/* Work that is over sooner is not worth showing. */
enum { PATIENCE_MS = 100 };

enum
{
  SIGNAL_FINISHED,
  SIGNAL_WORKING,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

struct _SySaving
{
  GObject               parent_instance;

  GtkWindow            *dialog;
  GtkWidget            *source;
  SySaveJob             job;

  GtkFileChooserNative *chooser;
  GCancellable         *cancellable;
  GFile                *file;
  guint                 patience;
};

G_DEFINE_FINAL_TYPE (SySaving, sy_saving, G_TYPE_OBJECT)

static void
sy_saving_dispose (GObject *object)
{
  SySaving *self = SY_SAVING (object);

  g_clear_handle_id (&self->patience, g_source_remove);
  g_clear_object (&self->chooser);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->file);
  g_clear_weak_pointer (&self->dialog);
  g_clear_weak_pointer (&self->source);

  G_OBJECT_CLASS (sy_saving_parent_class)->dispose (object);
}

static void
sy_saving_finalize (GObject *object)
{
  SySaving *self = SY_SAVING (object);

  g_free (self->job.name);
  if (self->job.free_data != NULL)
    self->job.free_data (self->job.data);

  G_OBJECT_CLASS (sy_saving_parent_class)->finalize (object);
}

static void
sy_saving_class_init (SySavingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = sy_saving_dispose;
  object_class->finalize = sy_saving_finalize;

  signals[SIGNAL_FINISHED] = g_signal_new ("finished", SY_TYPE_SAVING, G_SIGNAL_RUN_LAST, 0, NULL,
                                           NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  signals[SIGNAL_WORKING] = g_signal_new ("working", SY_TYPE_SAVING, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

static void
sy_saving_init (SySaving *self)
{
  self->cancellable = g_cancellable_new ();
}

SySaving *
sy_saving_new (GtkWindow *dialog,
               GtkWidget *source,
               SySaveJob *job)
{
  SySaving *self = g_object_new (SY_TYPE_SAVING, NULL);

  g_set_weak_pointer (&self->dialog, dialog);
  g_set_weak_pointer (&self->source, source);
  self->job = *job;

  return self;
}

/* The next file is likely to go there, too. */
static void
remember_folder (GFile *file)
{
  g_autoptr(GSettings) settings = sy_settings_new ();
  g_autoptr(GFile) folder = g_file_get_parent (file);
  g_autofree char *uri = folder != NULL ? g_file_get_uri (folder) : NULL;

  if (settings != NULL && uri != NULL)
    g_settings_set_string (settings, "save-folder", uri);
}

static void
set_remembered_folder (GtkFileChooser *chooser)
{
  g_autoptr(GSettings) settings = sy_settings_new ();
  g_autofree char *uri = settings != NULL ? g_settings_get_string (settings, "save-folder") : NULL;
  g_autoptr(GFile) folder = NULL;

  if (uri == NULL || *uri == '\0')
    return;

  folder = g_file_new_for_uri (uri);
  if (g_file_query_exists (folder, NULL))
    gtk_file_chooser_set_current_folder (chooser, folder, NULL);
}

static void
finish (SySaving *self,
        gboolean  is_saved)
{
  g_clear_handle_id (&self->patience, g_source_remove);
  g_signal_emit (self, signals[SIGNAL_WORKING], 0, FALSE);
  g_signal_emit (self, signals[SIGNAL_FINISHED], 0, is_saved);
}

/* Where the person looks: above the dialog, which keeps what was chosen. */
static void
say_problem (SySaving     *self,
             const GError *error)
{
  g_autofree char *body =
    /* Translators: why a file could not be saved. */
    g_strdup_printf (_("%s. Another folder or another name may do."), error->message);

  if (self->dialog != NULL)
    sy_problem_tell (GTK_WIDGET (self->dialog), _("Nothing Was Saved"), body);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  SySaving *self = SY_SAVING (source);
  g_autoptr(GError) error = NULL;
  gboolean is_saved = g_task_propagate_boolean (G_TASK (result), &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (is_saved)
    remember_folder (self->file);
  if (is_saved && self->source != NULL)
    sy_toast_show_saved (self->source, self->file);
  if (!is_saved)
    say_problem (self, error);
  finish (self, is_saved);
}

static void
save_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  SySaving *self = source;
  const char *path = data;
  GError *error = NULL;
  g_autoptr(GBytes) bytes = self->job.make (self->job.data, path, &error);

  if (bytes != NULL && !g_task_return_error_if_cancelled (task))
    {
      gsize length;
      const char *content = g_bytes_get_data (bytes, &length);

      if (sy_file_save (path, content, length, SY_FILE_REPLACE, &error))
        g_task_return_boolean (task, TRUE);
    }
  if (error != NULL)
    g_task_return_error (task, error);
}

static gboolean
patience_ended_cb (gpointer data)
{
  SySaving *self = data;

  self->patience = 0;
  g_signal_emit (self, signals[SIGNAL_WORKING], 0, TRUE);

  return G_SOURCE_REMOVE;
}

static void
save (SySaving *self)
{
  g_autoptr(GTask) task = g_task_new (self, self->cancellable, saved_cb, NULL);
  char *path = g_file_get_path (self->file);

  g_task_set_source_tag (task, save);
  if (path == NULL)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                               _("That folder is not on this computer"));
      return;
    }

  self->patience = g_timeout_add (PATIENCE_MS, patience_ended_cb, self);
  g_task_set_task_data (task, path, g_free);
  g_task_run_in_thread (task, save_in_thread);
}

static void
response_cb (GtkNativeDialog *chooser,
             int              response,
             SySaving        *self)
{
  if (response == GTK_RESPONSE_ACCEPT)
    self->file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  g_clear_object (&self->chooser);

  if (self->file != NULL)
    save (self);
  else
    finish (self, FALSE);
}

static char *
make_file_name (const SySaveJob *job)
{
  g_autofree char *name = g_strdelimit (g_strdup (job->name), "/\\:\n\t", '-');

  return g_strconcat (name, ".", job->extension, NULL);
}

void
sy_saving_start (SySaving *self)
{
  g_autoptr(GtkFileFilter) filter = gtk_file_filter_new ();
  g_autofree char *name = make_file_name (&self->job);

  g_return_if_fail (SY_IS_SAVING (self));
  g_return_if_fail (self->chooser == NULL);

  gtk_file_filter_set_name (filter, self->job.kind);
  gtk_file_filter_add_suffix (filter, self->job.extension);
  self->chooser = gtk_file_chooser_native_new (self->job.title, self->dialog,
                                               GTK_FILE_CHOOSER_ACTION_SAVE, NULL, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->chooser), filter);
  set_remembered_folder (GTK_FILE_CHOOSER (self->chooser));
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), name);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (response_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

void
sy_saving_cancel (SySaving *self)
{
  g_return_if_fail (SY_IS_SAVING (self));

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->patience, g_source_remove);
  if (self->chooser != NULL)
    gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (self->chooser));
  g_clear_object (&self->chooser);
}
