/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/sy-picture-dialog.h"

#include <glib/gi18n-lib.h>

#include "export/sy-picture.h"
#include "gui/sy-settings.h"

struct _SyPictureDialog
{
  SySaveDialog  parent_instance;

  SyChart      *chart;
  char         *created;
  GSettings    *settings;

  GtkWidget    *format_row;
  GtkWidget    *height_row;
  GtkWidget    *height_spin;
  GtkWidget    *preview;
  GtkWidget    *save_button;
  GtkWidget    *scale_row;
  GtkWidget    *size_row;
  GtkWidget    *spinner;
  GtkWidget    *theme_row;
  GtkWidget    *width_row;
  GtkWidget    *width_spin;
};

G_DEFINE_FINAL_TYPE (SyPictureDialog, sy_picture_dialog, SY_TYPE_SAVE_DIALOG)

/* In the order of the row; below them stands the size that is given in numbers. */
static const struct
{
  guint width;
  guint height;
} sizes[] = {
  { 800, 450 },
  { 1280, 720 },
  { 720, 720 },
};

static guint
get_selected (GtkWidget *row)
{
  return adw_combo_row_get_selected (ADW_COMBO_ROW (row));
}

static void
set_selected (GtkWidget *row,
              guint      position)
{
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), position);
}

static const SyPictureFormat *
get_format (SyPictureDialog *self)
{
  guint n_formats;
  const SyPictureFormat *formats = sy_picture_formats_get (&n_formats);

  return &formats[MIN (get_selected (self->format_row), n_formats - 1)];
}

static guint
get_number (GtkWidget *spin)
{
  return (guint) gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (spin));
}

static SyPictureSettings
get_picture (SyPictureDialog *self)
{
  SyPictureSettings picture = sy_picture_settings_new ();

  picture.width = get_number (self->width_spin);
  picture.height = get_number (self->height_spin);
  picture.scale = get_selected (self->scale_row) + 1;
  picture.theme = get_selected (self->theme_row);
  picture.is_rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  picture.created = self->created;

  return picture;
}

/* As large as fits, and in proportion. */
static void
draw_preview (GtkDrawingArea *preview,
              cairo_t        *cr,
              int             width,
              int             height,
              gpointer        data)
{
  SyPictureDialog *self = data;
  SyPictureSettings picture = get_picture (self);
  double scale = MIN ((double) width / picture.width, (double) height / picture.height);
  cairo_rectangle_t area = { 0, 0, picture.width, picture.height };
  SyLook look = sy_look_new (picture.theme);

  look.is_rtl = picture.is_rtl;
  cairo_translate (cr, (width - picture.width * scale) / 2, (height - picture.height * scale) / 2);
  cairo_scale (cr, scale, scale);
  sy_chart_draw (self->chart, cr, &area, &look);
}

static void
changed_cb (SyPictureDialog *self)
{
  SyPictureSettings picture = get_picture (self);
  gboolean is_other = get_selected (self->size_row) >= G_N_ELEMENTS (sizes);
  /* Translators: the width and the height of a picture. */
  g_autofree char *size = g_strdup_printf (_("%u × %u"), picture.width, picture.height);
  /* Translators: the width and the height of a picture. */
  g_autofree char *pixels = g_strdup_printf (_("%u × %u pixels"), picture.width * picture.scale,
                                             picture.height * picture.scale);

  gtk_widget_set_visible (self->width_row, is_other);
  gtk_widget_set_visible (self->height_row, is_other);
  gtk_widget_set_visible (self->scale_row, get_format (self)->is_scaled);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->size_row), is_other ? "" : size);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->scale_row), pixels);
  gtk_widget_queue_draw (self->preview);
}

static void
size_chosen_cb (SyPictureDialog *self)
{
  guint chosen = get_selected (self->size_row);

  if (chosen < G_N_ELEMENTS (sizes))
    {
      gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->width_spin), sizes[chosen].width);
      gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->height_spin), sizes[chosen].height);
    }
  changed_cb (self);
}

static void
remember (SyPictureDialog *self)
{
  SyPictureSettings picture = get_picture (self);

  if (self->settings == NULL)
    return;

  g_settings_set_string (self->settings, "picture-format", get_format (self)->name);
  g_settings_set_string (self->settings, "picture-theme", sy_theme_names[picture.theme]);
  g_settings_set_int (self->settings, "picture-width", (int) picture.width);
  g_settings_set_int (self->settings, "picture-height", (int) picture.height);
  g_settings_set_int (self->settings, "picture-scale", (int) picture.scale);
}

static void
recall_format (SyPictureDialog *self)
{
  g_autofree char *name = g_settings_get_string (self->settings, "picture-format");
  guint n_formats;
  const SyPictureFormat *formats = sy_picture_formats_get (&n_formats);

  for (guint i = 0; i < n_formats; i++)
    if (g_str_equal (formats[i].name, name))
      set_selected (self->format_row, i);
}

static void
recall_theme (SyPictureDialog *self)
{
  g_autofree char *name = g_settings_get_string (self->settings, "picture-theme");

  for (guint i = 0; i < SY_N_THEMES; i++)
    if (g_str_equal (sy_theme_names[i], name))
      set_selected (self->theme_row, i);
}

static void
set_size (SyPictureDialog *self,
          guint            width,
          guint            height)
{
  guint chosen = 0;

  while (chosen < G_N_ELEMENTS (sizes)
         && (sizes[chosen].width != width || sizes[chosen].height != height))
    chosen++;
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->width_spin), width);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->height_spin), height);
  set_selected (self->size_row, chosen);
}

static void
recall (SyPictureDialog *self)
{
  SyPictureSettings picture = sy_picture_settings_new ();

  if (self->settings != NULL)
    {
      recall_format (self);
      recall_theme (self);
      picture.width = (guint) g_settings_get_int (self->settings, "picture-width");
      picture.height = (guint) g_settings_get_int (self->settings, "picture-height");
      picture.scale = (guint) g_settings_get_int (self->settings, "picture-scale");
    }
  set_selected (self->scale_row, picture.scale - 1);
  set_size (self, picture.width, picture.height);
}

/* What a worker needs, whatever becomes of the dialog. */
typedef struct
{
  SyChart           *chart;
  SyPictureSettings  settings;
  char              *created;
} Picture;

static void
picture_free (gpointer data)
{
  Picture *self = data;

  sy_chart_unref (self->chart);
  g_free (self->created);
  g_free (self);
}

static Picture *
picture_new (SyPictureDialog *dialog)
{
  Picture *self = g_new0 (Picture, 1);

  self->chart = sy_chart_ref (dialog->chart);
  self->settings = get_picture (dialog);
  self->created = g_strdup (dialog->created);
  self->settings.created = self->created;

  return self;
}

/* The ending that was typed decides; without one that is known, the form that was chosen. */
static GBytes *
make_picture (gpointer     data,
              const char  *path,
              GError     **error)
{
  const Picture *picture = data;
  const SyPictureFormat *format = sy_picture_format_guess (path);

  if (format == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_FILENAME,
                   _("“%s” ends neither with .svg nor .png nor .pdf"), path);
      return NULL;
    }

  return format->make (picture->chart, &picture->settings, error);
}

static void
save_clicked_cb (SyPictureDialog *self)
{
  const SyPictureFormat *format = get_format (self);
  SySaveJob job = {
    .title = _("Save Picture"),
    .name = g_strdup (sy_chart_get_title (self->chart)),
    .extension = format->name,
    .kind = _(format->title),
    .make = make_picture,
    .data = picture_new (self),
    .free_data = picture_free,
  };

  remember (self);
  sy_save_dialog_save (SY_SAVE_DIALOG (self), &job);
}

static void
sy_picture_dialog_dispose (GObject *object)
{
  SyPictureDialog *self = SY_PICTURE_DIALOG (object);

  g_clear_object (&self->settings);
  g_clear_pointer (&self->chart, sy_chart_unref);
  g_clear_pointer (&self->created, g_free);

  G_OBJECT_CLASS (sy_picture_dialog_parent_class)->dispose (object);
}

static void
sy_picture_dialog_class_init (SyPictureDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sy_picture_dialog_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/steelyard_app/Steelyard/sy-picture-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SyPictureDialog, format_row);
  gtk_widget_class_bind_template_child (widget_class, SyPictureDialog, height_row);
  gtk_widget_class_bind_template_child (widget_class, SyPictureDialog, height_spin);
  gtk_widget_class_bind_template_child (widget_class, SyPictureDialog, preview);
  gtk_widget_class_bind_template_child (widget_class, SyPictureDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, SyPictureDialog, scale_row);
  gtk_widget_class_bind_template_child (widget_class, SyPictureDialog, size_row);
  gtk_widget_class_bind_template_child (widget_class, SyPictureDialog, spinner);
  gtk_widget_class_bind_template_child (widget_class, SyPictureDialog, theme_row);
  gtk_widget_class_bind_template_child (widget_class, SyPictureDialog, width_row);
  gtk_widget_class_bind_template_child (widget_class, SyPictureDialog, width_spin);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, size_chosen_cb);
}

static void
fill_formats (SyPictureDialog *self)
{
  g_autoptr(GtkStringList) titles = gtk_string_list_new (NULL);
  guint n_formats;
  const SyPictureFormat *formats = sy_picture_formats_get (&n_formats);

  for (guint i = 0; i < n_formats; i++)
    gtk_string_list_append (titles, _(formats[i].title));
  adw_combo_row_set_model (ADW_COMBO_ROW (self->format_row), G_LIST_MODEL (titles));
}

static void
sy_picture_dialog_init (SyPictureDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sy_save_dialog_set_parts (SY_SAVE_DIALOG (self), self->spinner, self->save_button);

  self->settings = sy_settings_new ();
  fill_formats (self);
  recall (self);
}

SyPictureDialog *
sy_picture_dialog_new (GtkWidget  *source,
                       SyChart    *chart,
                       const char *created)
{
  SyPictureDialog *self = sy_save_dialog_new (SY_TYPE_PICTURE_DIALOG, source);

  self->chart = sy_chart_ref (chart);
  self->created = g_strdup (created);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self->preview), draw_preview, self, NULL);
  changed_cb (self);

  return self;
}
