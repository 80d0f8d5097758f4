/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/sy-handover-dialog.h"

#include <glib/gi18n-lib.h>

#include "export/sy-document-format.h"
#include "gui/sy-dossier-item.h"
#include "gui/sy-settings.h"

struct _SyHandoverDialog
{
  SySaveDialog  parent_instance;

  GSettings    *settings;

  GtkWidget    *author_row;
  GtkWidget    *client_row;
  GtkWidget    *format_group;
  GtkWidget    *format_row;
  GtkWidget    *paper_row;
  GtkWidget    *save_button;
  GtkWidget    *scope_row;
  GtkWidget    *spinner;
  GtkWidget    *title_row;
};

G_DEFINE_FINAL_TYPE (SyHandoverDialog, sy_handover_dialog, SY_TYPE_SAVE_DIALOG)

/**
 * Handover:
 * @documents: (owned) (element-type SyDocument): what each form says, in the order of their table
 * @format: where the name that was typed has no ending that is known
 *
 * What a worker needs, whatever becomes of the dialog and of what it is about.
 */
typedef struct
{
  GPtrArray              *documents;
  const SyDocumentFormat *format;
  SyDocumentSettings      settings;
} Handover;

static void
unref_document (gpointer document)
{
  sy_document_unref (document);
}

static void
free_handover (gpointer data)
{
  Handover *self = data;

  g_ptr_array_unref (self->documents);
  g_free (self);
}

static SyAdviceView *
get_view (SyHandoverDialog *self)
{
  return SY_ADVICE_VIEW (sy_save_dialog_get_source (SY_SAVE_DIALOG (self)));
}

static const SyDocumentFormat *
get_format (SyHandoverDialog *self)
{
  guint n_formats;
  const SyDocumentFormat *formats = sy_document_formats_get (&n_formats);
  guint chosen = adw_combo_row_get_selected (ADW_COMBO_ROW (self->format_row));

  return &formats[MIN (chosen, n_formats - 1)];
}

static SyPaper
get_paper (SyHandoverDialog *self)
{
  guint chosen = adw_combo_row_get_selected (ADW_COMBO_ROW (self->paper_row));

  return MIN (chosen, SY_N_PAPERS - 1);
}

/* %NULL where nothing was written. */
static const char *
get_text (GtkWidget *row)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (row));

  return *text != '\0' ? text : NULL;
}

static Handover *
arrange (SyHandoverDialog *self)
{
  guint n_formats;
  const SyDocumentFormat *formats = sy_document_formats_get (&n_formats);
  SyDecisionReport report = sy_advice_view_get_report (get_view (self));
  Handover *handover = g_new0 (Handover, 1);

  report.title = get_text (self->title_row);
  report.client = get_text (self->client_row);
  report.author = get_text (self->author_row);
  report.scope = get_text (self->scope_row);

  handover->documents = g_ptr_array_new_with_free_func (unref_document);
  for (guint i = 0; i < n_formats; i++)
    g_ptr_array_add (handover->documents, formats[i].arrange (&report));
  handover->format = get_format (self);
  handover->settings.paper = get_paper (self);

  return handover;
}

/* The ending that was typed decides; without one that is known, the form that was chosen. */
static GBytes *
make_file (gpointer     data,
           const char  *path,
           GError     **error)
{
  const Handover *self = data;
  const SyDocumentFormat *typed = sy_document_format_guess (path);
  const SyDocumentFormat *format = typed != NULL ? typed : self->format;
  guint n_formats;
  gsize index = (gsize) (format - sy_document_formats_get (&n_formats));
  g_autofree char *file_name = g_path_get_basename (path);

  sy_decision_record_set_file_name (self->documents->pdata[index], file_name);
  return format->write (self->documents->pdata[index], &self->settings, NULL, error);
}

static void
remember (SyHandoverDialog *self)
{
  if (self->settings == NULL)
    return;

  g_settings_set_string (self->settings, "report-format", get_format (self)->name);
  g_settings_set_string (self->settings, "report-paper", sy_paper_names[get_paper (self)]);
}

static char *
make_name (SyHandoverDialog *self)
{
  const char *title = get_text (self->title_row);

  return title != NULL ? g_strdup (title)
                       : sy_dossier_make_title (sy_advice_view_get_dossier (get_view (self)));
}

static void
save_clicked_cb (SyHandoverDialog *self)
{
  const SyDocumentFormat *format = get_format (self);
  SySaveJob job = {
    .title = _("Export Decision"),
    .name = make_name (self),
    .extension = format->extension,
    .kind = _(format->title),
    .make = make_file,
    .data = arrange (self),
    .free_data = free_handover,
  };

  remember (self);
  sy_save_dialog_save (SY_SAVE_DIALOG (self), &job);
}

static void
format_chosen_cb (SyHandoverDialog *self)
{
  const SyDocumentFormat *format = get_format (self);

  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self->format_group),
                                         _(format->summary));
  gtk_widget_set_visible (self->paper_row, format->has_pages);
}

static void
sy_handover_dialog_dispose (GObject *object)
{
  SyHandoverDialog *self = SY_HANDOVER_DIALOG (object);

  g_clear_object (&self->settings);

  G_OBJECT_CLASS (sy_handover_dialog_parent_class)->dispose (object);
}

static void
sy_handover_dialog_class_init (SyHandoverDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sy_handover_dialog_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/steelyard_app/Steelyard/sy-handover-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SyHandoverDialog, author_row);
  gtk_widget_class_bind_template_child (widget_class, SyHandoverDialog, client_row);
  gtk_widget_class_bind_template_child (widget_class, SyHandoverDialog, format_group);
  gtk_widget_class_bind_template_child (widget_class, SyHandoverDialog, format_row);
  gtk_widget_class_bind_template_child (widget_class, SyHandoverDialog, paper_row);
  gtk_widget_class_bind_template_child (widget_class, SyHandoverDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, SyHandoverDialog, scope_row);
  gtk_widget_class_bind_template_child (widget_class, SyHandoverDialog, spinner);
  gtk_widget_class_bind_template_child (widget_class, SyHandoverDialog, title_row);
  gtk_widget_class_bind_template_callback (widget_class, format_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_clicked_cb);
}

static void
fill_formats (SyHandoverDialog *self)
{
  g_autoptr(GtkStringList) titles = gtk_string_list_new (NULL);
  guint n_formats;
  const SyDocumentFormat *formats = sy_document_formats_get (&n_formats);

  for (guint i = 0; i < n_formats; i++)
    gtk_string_list_append (titles, _(formats[i].title));
  adw_combo_row_set_model (ADW_COMBO_ROW (self->format_row), G_LIST_MODEL (titles));
}

static void
recall_choices (SyHandoverDialog *self)
{
  g_autofree char *format = g_settings_get_string (self->settings, "report-format");
  g_autofree char *paper = g_settings_get_string (self->settings, "report-paper");
  guint n_formats;
  const SyDocumentFormat *formats = sy_document_formats_get (&n_formats);

  for (guint i = 0; i < n_formats; i++)
    if (g_str_equal (formats[i].name, format))
      adw_combo_row_set_selected (ADW_COMBO_ROW (self->format_row), i);
  for (guint i = 0; i < SY_N_PAPERS; i++)
    if (g_str_equal (sy_paper_names[i], paper))
      adw_combo_row_set_selected (ADW_COMBO_ROW (self->paper_row), i);
}

/* What is written is remembered at once: it is work, and the dialog may be closed by mistake. */
static void
recall (SyHandoverDialog *self)
{
  if (self->settings == NULL)
    return;

  recall_choices (self);
  g_settings_bind (self->settings, "report-client", self->client_row, "text",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "report-author", self->author_row, "text",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "report-scope", self->scope_row, "text",
                   G_SETTINGS_BIND_DEFAULT);
}

static void
sy_handover_dialog_init (SyHandoverDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sy_save_dialog_set_parts (SY_SAVE_DIALOG (self), self->spinner, self->save_button);

  self->settings = sy_settings_new ();
  fill_formats (self);
  recall (self);
  format_chosen_cb (self);
}

SyHandoverDialog *
sy_handover_dialog_new (SyAdviceView *view)
{
  SyHandoverDialog *self = sy_save_dialog_new (SY_TYPE_HANDOVER_DIALOG, GTK_WIDGET (view));
  const char *name = sy_advice_view_get_dossier (view)->profile->name;

  gtk_editable_set_text (GTK_EDITABLE (self->title_row), name != NULL ? name : "");

  return self;
}
