/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <string.h>

#include "chart/sy-charts.h"
#include "export/sy-data-format.h"
#include "gui-chooser.h"
#include "gui-fixture.h"
#include "gui/sy-chart-view.h"
#include "gui/sy-data-dialog.h"
#include "gui/sy-picture-dialog.h"
#include "gui/sy-settings.h"
#include "lab/sample-run.h"

/**
 * Place:
 * @window: with a place for toasts
 * @view: of a chart, in it
 * @folder: where files may go
 */
typedef struct
{
  GtkWidget *window;
  GtkWidget *view;
  char      *folder;
} Place;

static SyChart *
make_chart (void)
{
  SyChartWords words = { .finding = "The event loop is ahead.", .circumstances = "8 clients" };
  SyChartBar bars[] = {
    { { "Event loop", 0 }, { 10.5, 9, 11 }, FALSE },
    { { "Threads", 1 }, { 8, 7, 9 }, FALSE },
  };

  return sy_chart_new_comparison (&words, "Requests/s", SY_FORMAT_RATE, bars,
                                  G_N_ELEMENTS (bars));
}

static void
set_up (Place         *place,
        gconstpointer  data)
{
  GtkWidget *overlay = adw_toast_overlay_new ();

  place->folder = g_dir_make_tmp ("sy-saving-XXXXXX", NULL);
  place->view = sy_chart_view_new (make_chart ());
  place->window = gtk_window_new ();
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), place->view);
  gtk_window_set_default_size (GTK_WINDOW (place->window), 500, 300);
  gtk_window_set_child (GTK_WINDOW (place->window), overlay);
  gtk_window_present (GTK_WINDOW (place->window));
  gtk_test_widget_wait_for_draw (place->window);
}

static gboolean
is_gone (gpointer pointer)
{
  return *(gpointer *) pointer == NULL;
}

static void
tear_down (Place         *place,
           gconstpointer  data)
{
  g_autoptr(GDir) dir = g_dir_open (place->folder, 0, NULL);
  gpointer weak = place->view;
  const char *name;

  g_object_add_weak_pointer (G_OBJECT (place->view), &weak);
  gtk_window_destroy (GTK_WINDOW (place->window));
  fixture_wait_for (is_gone, &weak);

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (place->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (place->folder);
  g_free (place->folder);
}

static GtkWidget *
open_picture_dialog (Place *place)
{
  gtk_widget_activate_action (place->view, "chart.save", NULL);

  return chooser_wait_for_toplevel (SY_TYPE_PICTURE_DIALOG);
}

static char *
load (const char *folder,
      const char *name,
      gsize      *length)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr(GError) error = NULL;
  char *content = NULL;

  g_file_get_contents (path, &content, length, &error);
  g_assert_no_error (error);

  return content;
}

static void
pick (GtkWidget  *dialog,
      const char *row,
      guint       position)
{
  adw_combo_row_set_selected (ADW_COMBO_ROW (fixture_find (dialog, row)), position);
}

static void
test_picture_forms (Place         *place,
                    gconstpointer  data)
{
  static const struct
  {
    const char *name;
    const char *begin;
  } forms[] = {
    { "Bars.svg", "<?xml" }, { "Bars.png", "\211PNG" }, { "Bars.pdf", "%PDF" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      GtkWidget *dialog = open_picture_dialog (place);
      g_autofree char *content = NULL;

      pick (dialog, "format_row", i);
      g_assert_cmpint (gtk_widget_get_visible (fixture_find (dialog, "scale_row")), ==, i == 1);
      fixture_click (fixture_find (dialog, "save_button"));
      chooser_save_as (place->folder, forms[i].name);
      chooser_wait_for_closed (SY_TYPE_PICTURE_DIALOG);
      content = load (place->folder, forms[i].name, NULL);
      g_assert_true (g_str_has_prefix (content, forms[i].begin));
    }

  g_assert_nonnull (chooser_find_button (place->window, "Show in _Folder"));
}

/* The width of a PNG stands in its bytes 16 to 19. */
static guint
get_png_width (const char *png)
{
  guint32 width;

  memcpy (&width, png + 16, sizeof width);

  return GUINT32_FROM_BE (width);
}

static void
test_picture_remembers (Place         *place,
                        gconstpointer  data)
{
  g_autoptr(GSettings) settings = sy_settings_new ();
  g_autofree char *content = NULL;
  GtkWidget *dialog = open_picture_dialog (place);

  pick (dialog, "format_row", 1);
  pick (dialog, "size_row", 3);
  pick (dialog, "scale_row", 2);
  pick (dialog, "theme_row", SY_THEME_PRINT);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (fixture_find (dialog, "width_spin")), 640);
  fixture_click (fixture_find (dialog, "save_button"));
  chooser_save_as (place->folder, "Wide.png");
  chooser_wait_for_closed (SY_TYPE_PICTURE_DIALOG);
  content = load (place->folder, "Wide.png", NULL);
  g_assert_cmpuint (get_png_width (content), ==, 3 * 640);

  dialog = open_picture_dialog (place);
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (
                      fixture_find (dialog, "theme_row"))), ==, SY_THEME_PRINT);
  g_assert_cmpint (gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (
                     fixture_find (dialog, "width_spin"))), ==, 640);
  pick (dialog, "size_row", 0);
  pick (dialog, "format_row", 0);
  g_assert_cmpint (gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (
                     fixture_find (dialog, "width_spin"))), ==, 800);
  gtk_window_close (GTK_WINDOW (dialog));
  g_assert_cmpint (g_settings_get_int (settings, "picture-scale"), ==, 3);
}

/* Cancelling the question where to leads back to the dialog, and all can be tried again. */
static void
test_picture_cancelled (Place         *place,
                        gconstpointer  data)
{
  GtkWidget *dialog = open_picture_dialog (place);
  GtkWidget *chooser;

  fixture_click (fixture_find (dialog, "save_button"));
  chooser = chooser_wait_for_toplevel (GTK_TYPE_FILE_CHOOSER_DIALOG);
  fixture_click (chooser_find_button (chooser, "_Cancel"));
  chooser_wait_for_closed (GTK_TYPE_FILE_CHOOSER_DIALOG);
  g_assert_true (gtk_widget_is_sensitive (fixture_find (dialog, "save_button")));

  fixture_click (fixture_find (dialog, "save_button"));
  chooser_wait_for_toplevel (GTK_TYPE_FILE_CHOOSER_DIALOG);
  gtk_window_close (GTK_WINDOW (dialog));
  chooser_wait_for_closed (GTK_TYPE_FILE_CHOOSER_DIALOG);
  chooser_wait_for_closed (SY_TYPE_PICTURE_DIALOG);
  g_assert_cmpint (g_rmdir (place->folder), ==, 0);
  g_assert_cmpint (g_mkdir (place->folder, 0700), ==, 0);
}

/* Not even root can make a file in there. */
static void
test_picture_bad_folder (Place         *place,
                         gconstpointer  data)
{
  GtkWidget *dialog = open_picture_dialog (place);
  GtkWidget *message;

  fixture_click (fixture_find (dialog, "save_button"));
  chooser_save_as ("/proc", "Bars.svg");
  message = chooser_wait_for_toplevel (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_nonnull (strstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (message)),
                            "/proc/Bars.svg"));
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (message), "close");
  g_assert_true (gtk_widget_is_sensitive (fixture_find (dialog, "save_button")));
  gtk_window_close (GTK_WINDOW (dialog));
}

static void
test_picture_unknown_ending (Place         *place,
                             gconstpointer  data)
{
  GtkWidget *dialog = open_picture_dialog (place);
  GtkWidget *message;

  fixture_click (fixture_find (dialog, "save_button"));
  chooser_save_as (place->folder, "Bars.gif");
  message = chooser_wait_for_toplevel (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_nonnull (strstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (message)), ".pdf"));
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (message), "close");
  gtk_window_close (GTK_WINDOW (dialog));
  g_assert_cmpint (g_rmdir (place->folder), ==, 0);
  g_assert_cmpint (g_mkdir (place->folder, 0700), ==, 0);
}

static void
texture_read_cb (GObject      *clipboard,
                 GAsyncResult *result,
                 gpointer      texture)
{
  *(GdkTexture **) texture = gdk_clipboard_read_texture_finish (GDK_CLIPBOARD (clipboard), result,
                                                                NULL);
}

static gboolean
is_there (gpointer pointer)
{
  return *(gpointer *) pointer != NULL;
}

static void
test_copy_image (Place         *place,
                 gconstpointer  data)
{
  g_autoptr(GdkTexture) texture = NULL;

  gtk_widget_activate_action (place->view, "chart.copy-image", NULL);
  gdk_clipboard_read_texture_async (gtk_widget_get_clipboard (place->view), NULL, texture_read_cb,
                                    &texture);
  fixture_wait_for (is_there, &texture);
  g_assert_cmpint (gdk_texture_get_width (texture), ==, 2 * gtk_widget_get_width (place->view));
  g_assert_cmpint (gdk_texture_get_height (texture), ==, 2 * gtk_widget_get_height (place->view));
}

static void
text_read_cb (GObject      *clipboard,
              GAsyncResult *result,
              gpointer      text)
{
  *(char **) text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);
}

static void
test_copy_data (Place         *place,
                gconstpointer  data)
{
  g_autofree char *text = NULL;

  gtk_widget_activate_action (place->view, "chart.copy-data", NULL);
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (place->view), NULL, text_read_cb,
                                 &text);
  fixture_wait_for (is_there, &text);
  g_assert_nonnull (strstr (text, "\nEvent loop\t10.5\t9\t11\n"));
}

static void
test_menu (Place         *place,
           gconstpointer  data)
{
  GtkWidget *popover;

  g_assert_null (fixture_find_type (place->view, GTK_TYPE_POPOVER_MENU));
  fixture_click (fixture_find (place->view, "menu_button"));
  popover = fixture_find_type (place->view, GTK_TYPE_POPOVER_MENU);
  g_assert_true (gtk_widget_get_visible (popover));
  gtk_popover_popdown (GTK_POPOVER (popover));

  sy_chart_view_set_chart (SY_CHART_VIEW (place->view), NULL);
  g_assert_false (gtk_widget_is_sensitive (fixture_find (place->view, "menu_button")));
}

static void
test_data_forms (Place         *place,
                 gconstpointer  data)
{
  g_autoptr(SyReport) report = sy_report_new (sample_run_new (), NULL);
  guint n_formats;
  const SyDataFormat *formats = sy_data_formats_get (&n_formats);

  for (guint i = 0; i < n_formats; i++)
    {
      GtkWidget *dialog = GTK_WIDGET (sy_data_dialog_new (place->view, report));
      gsize length = 0, expected_length = 0;
      g_autofree char *expected = formats[i].export (sy_report_get_run (report),
                                                     &expected_length);
      g_autofree char *content = NULL;
      GtkListBox *list = GTK_LIST_BOX (fixture_find (dialog, "list"));

      gtk_window_present (GTK_WINDOW (dialog));
      gtk_test_widget_wait_for_draw (dialog);
      g_signal_emit_by_name (gtk_list_box_get_row_at_index (list, (int) i), "activate");
      chooser_save_as (place->folder, formats[i].name);
      chooser_wait_for_closed (SY_TYPE_DATA_DIALOG);
      content = load (place->folder, formats[i].name, &length);
      g_assert_cmpmem (content, length, expected, expected_length);
    }
}

static void
test_data_from_result (void)
{
  SyWindow *window;

  fixture_fill_store (1);
  window = fixture_open_window (1000);
  fixture_wait_for_shown (window, "result");
  fixture_click (fixture_find (window, "export_button"));
  gtk_window_close (GTK_WINDOW (chooser_wait_for_toplevel (SY_TYPE_DATA_DIALOG)));
  fixture_close_window (window);
}

#define ADD(path, test) g_test_add (path, Place, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  fixture_test_init (&argc, &argv);

  ADD ("/saving/menu/opens-for-a-chart", test_menu);
  ADD ("/saving/picture/every-form", test_picture_forms);
  ADD ("/saving/picture/remembers-what-was-chosen", test_picture_remembers);
  ADD ("/saving/picture/cancelled", test_picture_cancelled);
  ADD ("/saving/picture/folder-takes-no-files", test_picture_bad_folder);
  ADD ("/saving/picture/unknown-ending", test_picture_unknown_ending);
  ADD ("/saving/copy/image", test_copy_image);
  ADD ("/saving/copy/data", test_copy_data);
  ADD ("/saving/data/every-form", test_data_forms);
  g_test_add_func ("/saving/data/from-the-result", test_data_from_result);

  return g_test_run ();
}
