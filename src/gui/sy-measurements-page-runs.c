/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n-lib.h>

#include "gui/sy-edit-dialog.h"
#include "gui/sy-measurements-page-private.h"
#include "gui/sy-problem.h"

/* The usual five seconds are short for who listens to the window or steers it by keys. */
#define UNDO_S 20

void
sy_measurements_page_add_toast (SyMeasurementsPage *self,
                                AdwToast           *toast)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_TOAST_OVERLAY);

  if (overlay != NULL)
    adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), toast);
  else
    g_object_unref (toast);
}

void
sy_measurements_page_select (SyMeasurementsPage *self,
                             const char         *path)
{
  GtkListBox *list = GTK_LIST_BOX (self->list);
  GtkListBoxRow *row;

  gtk_list_box_unselect_all (list);
  for (int i = 0; path != NULL && (row = gtk_list_box_get_row_at_index (list, i)) != NULL; i++)
    if (g_str_equal (sy_saved_item_get_path (sy_saved_row_get_item (SY_SAVED_ROW (row))), path))
      gtk_list_box_select_row (list, row);
}

/* Or else what is shown in place of the list. */
void
sy_measurements_page_focus_list (SyMeasurementsPage *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));

  if (row == NULL)
    row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0);
  if (row == NULL || !gtk_widget_grab_focus (GTK_WIDGET (row)))
    gtk_widget_child_focus (self->content, GTK_DIR_TAB_FORWARD);
}

/* A new operation takes the place of the one before it, whose result nobody waits for any more. */
GCancellable *
sy_measurements_page_begin_loading (SyMeasurementsPage *self)
{
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();

  return self->loading;
}

static gboolean
was_cancelled (const GError *error)
{
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* The page is held until loading ends, and its window may have been closed meanwhile. */
gboolean
sy_measurements_page_is_gone (SyMeasurementsPage *self)
{
  return gtk_widget_get_root (GTK_WIDGET (self)) == NULL;
}

static void
report_loaded_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      data)
{
  g_autoptr(SyMeasurementsPage) self = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(SyReport) report = sy_report_load_finish (result, &error);

  if (sy_measurements_page_is_gone (self))
    return;

  if (report != NULL)
    sy_measurements_page_show_report (self, report);
  else if (!was_cancelled (error))
    sy_measurements_page_show_problem (self, _("This Run Cannot Be Shown"), error->message);
}

void
sy_measurements_page_open (SyMeasurementsPage *self,
                           const char         *path)
{
  g_return_if_fail (SY_IS_MEASUREMENTS_PAGE (self));

  g_clear_object (&self->report);
  g_set_object (&self->item, sy_saved_list_find (self->runs, path));
  sy_measurements_page_select (self, path);
  sy_measurements_page_show (self, "loading");
  sy_report_load_async (path, sy_measurements_page_begin_loading (self), report_loaded_cb,
                        g_object_ref (self));
}

void
sy_measurements_page_open_item (SyMeasurementsPage *self,
                                SyRunItem          *item)
{
  if (sy_saved_item_get_problem (item) == NULL)
    {
      sy_measurements_page_open (self, sy_saved_item_get_path (item));
      return;
    }

  sy_measurements_page_begin_loading (self);
  g_clear_object (&self->report);
  g_set_object (&self->item, item);
  sy_measurements_page_show_problem (self, _("This File Cannot Be Read"),
                                     sy_saved_item_get_problem (item));
}

/* There is always something to look at: the newest run, or else the way to a first one. */
void
sy_measurements_page_show_something (SyMeasurementsPage *self)
{
  GListModel *items = sy_saved_list_get_items (self->runs);
  guint n_items = g_list_model_get_n_items (items);

  for (guint i = 0; i < n_items && !self->is_narrow; i++)
    {
      g_autoptr(SyRunItem) item = g_list_model_get_item (items, i);

      if (sy_saved_item_get_problem (item) == NULL)
        {
          sy_measurements_page_open (self, sy_saved_item_get_path (item));
          return;
        }
    }

  g_clear_object (&self->report);
  g_clear_object (&self->item);
  sy_measurements_page_show (self, "welcome");
  self->shows_content = n_items == 0;
  sy_measurements_page_arrange (self);
}

/* Where there is room for one thing at a time it begins with the list, so that the width must be
 * known.  A file named on the command line, or a measurement, may have come first.
 */
void
sy_measurements_page_begin (SyMeasurementsPage *self)
{
  const char *content = gtk_stack_get_visible_child_name (GTK_STACK (self->content));
  gboolean can_begin = self->is_settled && self->has_loaded;

  if (can_begin && g_str_equal (content, "loading") && self->loading == NULL)
    sy_measurements_page_show_something (self);
  else
    sy_measurements_page_arrange (self);
}

static void
runs_loaded_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      data)
{
  g_autoptr(SyMeasurementsPage) self = data;

  if (!sy_saved_list_load_finish (SY_SAVED_LIST (source), result, NULL) ||
      sy_measurements_page_is_gone (self))
    return;

  self->has_loaded = TRUE;
  sy_measurements_page_begin (self);
}

void
sy_measurements_page_load (SyMeasurementsPage *self)
{
  sy_saved_list_load_async (self->runs, NULL, runs_loaded_cb, g_object_ref (self));
}

static void
edited_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr(SyMeasurementsPage) self = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(SyReport) report = sy_report_edit_finish (SY_REPORT (source), result, &error);
  g_autoptr(SyRunItem) item = NULL;

  if (sy_measurements_page_is_gone (self))
    return;

  if (report == NULL)
    {
      sy_problem_tell_unchanged (GTK_WIDGET (self), _("Nothing Was Saved"), error);
      return;
    }

  item = sy_run_item_new (report);
  sy_saved_list_put (self->runs, item);
  if (self->report != SY_REPORT (source))
    return;

  sy_measurements_page_show_report (self, report);
  sy_measurements_page_select (self, sy_report_get_path (report));
}

/* Another run may be shown by now: one that was being measured, or a file that was opened. */
static void
edit_response_cb (SyEditDialog       *dialog,
                  const char         *response,
                  SyMeasurementsPage *self)
{
  if (g_str_equal (response, "save"))
    sy_report_edit_async (g_object_get_data (G_OBJECT (dialog), "report"),
                          sy_edit_dialog_get_name (dialog), sy_edit_dialog_get_note (dialog),
                          edited_cb, g_object_ref (self));
}

void
sy_measurements_page_edit (SyMeasurementsPage *self)
{
  const SyRun *run;
  SyEditDialog *dialog;

  g_return_if_fail (SY_IS_MEASUREMENTS_PAGE (self));

  if (self->report == NULL || self->item == NULL)
    return;

  run = sy_report_get_run (self->report);
  dialog = sy_edit_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), run->name,
                               run->note);
  g_object_set_data_full (G_OBJECT (dialog), "report", g_object_ref (self->report),
                          g_object_unref);
  g_signal_connect_object (dialog, "response", G_CALLBACK (edit_response_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
forget (SyMeasurementsPage *self,
        SyRunItem          *item)
{
  g_autoptr(GError) error = NULL;

  if (sy_saved_list_forget (self->runs, item, &error))
    return;

  sy_saved_list_put (self->runs, item);
  sy_problem_tell_unchanged (GTK_WIDGET (self), _("Nothing Was Deleted"), error);
}

/* The toast is gone, and with it the chance to undo.  A window that closes has forgotten all that
 * was removed before its toasts go.
 */
static void
toast_dismissed_cb (AdwToast           *toast,
                    SyMeasurementsPage *self)
{
  g_autoptr(GPtrArray) items = g_object_steal_data (G_OBJECT (toast), "items");

  if (items == NULL || self->removed == NULL || gtk_widget_in_destruction (GTK_WIDGET (self)))
    return;

  for (guint i = 0; i < items->len; i++)
    if (g_ptr_array_remove (self->removed, items->pdata[i]))
      forget (self, items->pdata[i]);
  sy_measurements_page_arrange (self);
}

/* The toast takes the keyboard away with it, so the list gets it. */
static void
undo_cb (AdwToast           *toast,
         SyMeasurementsPage *self)
{
  g_autoptr(GPtrArray) items = g_object_steal_data (G_OBJECT (toast), "items");

  if (items == NULL)
    return;

  for (guint i = 0; i < items->len; i++)
    if (g_ptr_array_remove (self->removed, items->pdata[i]))
      sy_saved_list_put (self->runs, items->pdata[i]);
  sy_measurements_page_open_item (self, items->pdata[0]);
  sy_measurements_page_select (self, sy_saved_item_get_path (items->pdata[0]));
  sy_measurements_page_focus_list (self);
}

static char *
say_deleted (GPtrArray *items)
{
  g_autofree char *title = NULL;

  if (items->len > 1)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u run deleted", "%u runs deleted",
                                         items->len), items->len);

  title = g_markup_escape_text (sy_saved_item_get_title (items->pdata[0]), -1);
  /* Translators: the name or the time of a run. */
  return g_strdup_printf (_("“%s” deleted"), title);
}

static void
offer_undo (SyMeasurementsPage *self,
            GPtrArray          *items)
{
  g_autofree char *text = say_deleted (items);
  AdwToast *toast = adw_toast_new (text);

  adw_toast_set_button_label (toast, _("_Undo"));
  adw_toast_set_timeout (toast, UNDO_S);
  g_object_set_data_full (G_OBJECT (toast), "items", g_ptr_array_ref (items),
                          (GDestroyNotify) g_ptr_array_unref);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (undo_cb), self, 0);
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (toast_dismissed_cb), self, 0);
  sy_measurements_page_add_toast (self, toast);
}

/* Out of the list now, off the disk when it can no more be undone. */
static void
take_out (SyMeasurementsPage *self,
          GPtrArray          *items)
{
  for (guint i = 0; i < items->len; i++)
    {
      sy_saved_list_take_out (self->runs, items->pdata[i]);
      g_ptr_array_add (self->removed, g_object_ref (items->pdata[i]));
    }

  offer_undo (self, items);
  if (!sy_measurements_page_is_measuring (self))
    sy_measurements_page_show_something (self);
  else
    sy_measurements_page_show_measuring (self);
  sy_measurements_page_focus_list (self);
}

void
sy_measurements_page_delete (SyMeasurementsPage *self)
{
  g_autoptr(GPtrArray) items = NULL;

  g_return_if_fail (SY_IS_MEASUREMENTS_PAGE (self));

  items = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; self->is_selecting && i < self->chosen->len; i++)
    g_ptr_array_add (items, g_object_ref (self->chosen->pdata[i]));
  if (!self->is_selecting && self->item != NULL)
    g_ptr_array_add (items, g_object_ref (self->item));
  if (items->len == 0)
    return;

  sy_measurements_page_set_selecting (self, FALSE);
  g_clear_object (&self->item);
  take_out (self, items);
}

void
sy_measurements_page_forget_removed (SyMeasurementsPage *self)
{
  for (guint i = 0; self->removed != NULL && i < self->removed->len; i++)
    sy_saved_list_forget (self->runs, self->removed->pdata[i], NULL);
  g_clear_pointer (&self->removed, g_ptr_array_unref);
}
