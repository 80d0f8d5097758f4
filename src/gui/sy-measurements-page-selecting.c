/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n-lib.h>
#include <string.h>

#include "gui/sy-measurements-page-private.h"
#include "lab/sy-lineup.h"

static GtkListBoxRow *
get_row (SyMeasurementsPage *self,
         guint               n)
{
  return gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), (int) n);
}

static gboolean
is_chosen (SyMeasurementsPage *self,
           SyRunItem          *item)
{
  return g_ptr_array_find (self->chosen, item, NULL);
}

void
sy_measurements_page_show_check (SyMeasurementsPage *self,
                                 SySavedRow         *row)
{
  sy_saved_row_set_check (row, self->is_selecting, is_chosen (self, sy_saved_row_get_item (row)));
}

static gboolean
has_damaged (SyMeasurementsPage *self)
{
  for (guint i = 0; i < self->chosen->len; i++)
    if (sy_saved_item_get_problem (self->chosen->pdata[i]) != NULL)
      return TRUE;

  return FALSE;
}

/* Why those selected cannot be compared; %NULL where they can, as far as one sees from here. */
static char *
say_obstacle (SyMeasurementsPage *self)
{
  if (has_damaged (self))
    return g_strdup (_("A damaged file cannot be compared"));
  if (self->chosen->len < 2)
    return g_strdup (_("Select two runs or more to compare them"));
  if (self->chosen->len > SY_LINEUP_MAX_RUNS)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "At most %u run can be compared",
                                         "At most %u runs can be compared", SY_LINEUP_MAX_RUNS),
                            SY_LINEUP_MAX_RUNS);

  return NULL;
}

gboolean
sy_measurements_page_can_compare (SyMeasurementsPage *self)
{
  g_autofree char *obstacle = say_obstacle (self);

  return self->is_selecting && obstacle == NULL;
}

void
sy_measurements_page_show_selection (SyMeasurementsPage *self)
{
  guint n = self->chosen->len;
  g_autofree char *obstacle = say_obstacle (self);
  g_autofree char *text = NULL;

  if (!self->is_selecting)
    text = g_strdup (_("Saved Runs"));
  else if (n == 0)
    text = g_strdup (_("Select Runs"));
  else
    text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u Selected", "%u Selected", n), n);
  gtk_label_set_label (GTK_LABEL (self->selection_label), text);
  gtk_widget_set_tooltip_text (self->compare_button, obstacle);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->compare_button),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  obstacle != NULL ? obstacle : "", -1);
  for (guint i = 0; get_row (self, i) != NULL; i++)
    sy_measurements_page_show_check (self, SY_SAVED_ROW (get_row (self, i)));
  sy_measurements_page_arrange (self);
}

void
sy_measurements_page_toggle (SyMeasurementsPage *self,
                             SySavedRow         *row)
{
  SyRunItem *item = sy_saved_row_get_item (row);

  if (!g_ptr_array_remove (self->chosen, item))
    g_ptr_array_add (self->chosen, g_object_ref (item));
  sy_measurements_page_show_selection (self);
}

/* All that a search leaves, whether its row is made yet or not; once they all are, none. */
static void
select_all (SyMeasurementsPage *self)
{
  GListModel *found = gtk_slice_list_model_get_model (self->shown);
  guint n_before = self->chosen->len;

  for (guint i = 0; i < g_list_model_get_n_items (found); i++)
    {
      g_autoptr(SyRunItem) item = g_list_model_get_item (found, i);

      if (!is_chosen (self, item))
        g_ptr_array_add (self->chosen, g_object_ref (item));
    }
  if (self->chosen->len == n_before)
    g_ptr_array_set_size (self->chosen, 0);
  sy_measurements_page_show_selection (self);
}

void
sy_measurements_page_set_selecting (SyMeasurementsPage *self,
                                    gboolean            is_selecting)
{
  if (self->is_selecting == is_selecting)
    return;

  self->is_selecting = is_selecting;
  g_ptr_array_set_size (self->chosen, 0);
  if (self->is_narrow)
    self->shows_content = FALSE;
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list),
                                   is_selecting ? GTK_SELECTION_NONE : GTK_SELECTION_SINGLE);
  sy_measurements_page_show_selection (self);
  g_object_notify (G_OBJECT (self), "selecting");
  if (!is_selecting)
    sy_measurements_page_select (self, self->item != NULL ? sy_saved_item_get_path (self->item)
                                                          : NULL);
  if (gtk_widget_get_mapped (self->sidebar))
    sy_measurements_page_focus_list (self);
}

static void
select_all_cb (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  select_all (SY_MEASUREMENTS_PAGE (widget));
}

static void
stop_selecting_cb (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  sy_measurements_page_set_selecting (SY_MEASUREMENTS_PAGE (widget), FALSE);
}

/* Keys that mean something only here, and are anybody's otherwise. */
static gboolean
press (GtkWidget *widget,
       GVariant  *arguments,
       gpointer   data)
{
  SyMeasurementsPage *self = SY_MEASUREMENTS_PAGE (widget);

  if (!self->is_selecting)
    return GDK_EVENT_PROPAGATE;

  gtk_widget_activate_action (widget, g_variant_get_string (arguments, NULL), NULL);
  return GDK_EVENT_STOP;
}

void
sy_measurements_page_install_selecting (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "runs.select-all", NULL, select_all_cb);
  gtk_widget_class_install_action (widget_class, "runs.stop-selecting", NULL, stop_selecting_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_a, GDK_CONTROL_MASK, press, "s",
                                "runs.select-all");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, press, "s",
                                "runs.stop-selecting");
}

static void
load_in_thread (GTask        *task,
                gpointer      source,
                gpointer      paths,
                GCancellable *cancellable)
{
  g_autoptr(GPtrArray) reports = g_ptr_array_new_with_free_func (g_object_unref);

  for (char **path = paths; *path != NULL && !g_cancellable_is_cancelled (cancellable); path++)
    {
      GError *error = NULL;
      SyReport *report = sy_report_load (*path, &error);

      if (report == NULL)
        {
          g_task_return_error (task, error);
          return;
        }
      g_ptr_array_add (reports, report);
    }

  g_task_return_pointer (task, g_steal_pointer (&reports), (GDestroyNotify) g_ptr_array_unref);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  SyMeasurementsPage *self = SY_MEASUREMENTS_PAGE (source);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) reports = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ||
      sy_measurements_page_is_gone (self))
    return;

  if (reports != NULL && sy_lineup_view_set_reports (self->lineup_view, reports, &error))
    sy_measurements_page_show (self, "lineup");
  else
    sy_measurements_page_show_problem (self, _("These Runs Cannot Be Compared"), error->message);
}

static int
compare_paths (gconstpointer a,
               gconstpointer b)
{
  SyRunItem *const *first = a;
  SyRunItem *const *second = b;

  return strcmp (sy_saved_item_get_path (*first), sy_saved_item_get_path (*second));
}

/* The oldest first, as before and after are told. */
static char **
list_chosen_paths (SyMeasurementsPage *self)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();

  g_ptr_array_sort (self->chosen, compare_paths);
  for (guint i = 0; i < self->chosen->len; i++)
    g_strv_builder_add (builder, sy_saved_item_get_path (self->chosen->pdata[i]));

  return g_strv_builder_end (builder);
}

void
sy_measurements_page_compare (SyMeasurementsPage *self)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (SY_IS_MEASUREMENTS_PAGE (self));

  if (!sy_measurements_page_can_compare (self))
    return;

  task = g_task_new (self, sy_measurements_page_begin_loading (self), loaded_cb, NULL);
  g_task_set_source_tag (task, sy_measurements_page_compare);
  g_task_set_task_data (task, list_chosen_paths (self), (GDestroyNotify) g_strfreev);
  g_task_run_in_thread (task, load_in_thread);

  g_set_object (&self->previous, self->item);
  g_clear_object (&self->item);
  g_clear_object (&self->report);
  sy_measurements_page_set_selecting (self, FALSE);
  sy_measurements_page_show (self, "loading");
}
