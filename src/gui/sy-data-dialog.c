/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/sy-data-dialog.h"

#include <glib/gi18n-lib.h>

#include "export/sy-data-format.h"
#include "gui/sy-settings.h"

struct _SyDataDialog
{
  SySaveDialog  parent_instance;

  SyReport     *report;
  GSettings    *settings;

  GtkWidget    *list;
  GtkWidget    *spinner;
};

G_DEFINE_FINAL_TYPE (SyDataDialog, sy_data_dialog, SY_TYPE_SAVE_DIALOG)

/* What a worker needs: a report is never changed. */
typedef struct
{
  SyReport           *report;
  const SyDataFormat *format;
} Data;

static void
data_free (gpointer data)
{
  Data *self = data;

  g_object_unref (self->report);
  g_free (self);
}

static GBytes *
make_data (gpointer     data,
           const char  *path,
           GError     **error)
{
  const Data *self = data;
  gsize length;
  char *text = self->format->export (sy_report_get_run (self->report), &length);

  return g_bytes_new_take (text, length);
}

/* The id names the run wherever its file goes; a name may be anyone's. */
static char *
make_name (SyDataDialog *self)
{
  const SyRun *run = sy_report_get_run (self->report);

  if (run->name == NULL || *run->name == '\0')
    return g_strdup (run->id);

  return g_strdup_printf ("%s %s", run->name, run->id);
}

static void
save (SyDataDialog       *self,
      const SyDataFormat *format)
{
  Data *data = g_new0 (Data, 1);
  SySaveJob job = {
    .title = _("Export Data"),
    .name = make_name (self),
    .extension = format->extension,
    .kind = _(format->title),
    .make = make_data,
    .data = data,
    .free_data = data_free,
  };

  data->report = g_object_ref (self->report);
  data->format = format;
  sy_save_dialog_save (SY_SAVE_DIALOG (self), &job);
}

static void
row_activated_cb (SyDataDialog  *self,
                  GtkListBoxRow *row)
{
  guint n_formats;
  const SyDataFormat *formats = sy_data_formats_get (&n_formats);
  const SyDataFormat *format = &formats[gtk_list_box_row_get_index (row)];

  if (self->settings != NULL)
    g_settings_set_string (self->settings, "data-format", format->name);
  save (self, format);
}

static void
sy_data_dialog_dispose (GObject *object)
{
  SyDataDialog *self = SY_DATA_DIALOG (object);

  g_clear_object (&self->settings);
  g_clear_object (&self->report);

  G_OBJECT_CLASS (sy_data_dialog_parent_class)->dispose (object);
}

static void
sy_data_dialog_class_init (SyDataDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sy_data_dialog_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/steelyard_app/Steelyard/sy-data-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SyDataDialog, list);
  gtk_widget_class_bind_template_child (widget_class, SyDataDialog, spinner);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static GtkWidget *
make_row (const SyDataFormat *format)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

  gtk_widget_add_css_class (arrow, "dim-label");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(format->title));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _(format->summary));
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);

  return row;
}

static void
sy_data_dialog_init (SyDataDialog *self)
{
  g_autofree char *latest = NULL;
  guint n_formats;
  const SyDataFormat *formats = sy_data_formats_get (&n_formats);

  gtk_widget_init_template (GTK_WIDGET (self));
  sy_save_dialog_set_parts (SY_SAVE_DIALOG (self), self->spinner, self->list);

  self->settings = sy_settings_new ();
  latest = self->settings != NULL ? g_settings_get_string (self->settings, "data-format") : NULL;
  for (guint i = 0; i < n_formats; i++)
    {
      GtkWidget *row = make_row (&formats[i]);

      gtk_list_box_append (GTK_LIST_BOX (self->list), row);
      if (i == 0 || g_strcmp0 (latest, formats[i].name) == 0)
        gtk_window_set_focus (GTK_WINDOW (self), row);
    }
}

SyDataDialog *
sy_data_dialog_new (GtkWidget *source,
                    SyReport  *report)
{
  SyDataDialog *self = sy_save_dialog_new (SY_TYPE_DATA_DIALOG, source);

  self->report = g_object_ref (report);

  return self;
}
