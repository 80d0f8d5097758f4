/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n-lib.h>

#include "core/sy-clock.h"
#include "gui/sy-measurements-page-private.h"
#include "gui/sy-problem.h"

static void
progress_cb (SyMeasurementsPage *self)
{
  const SyLive *live = sy_measurement_get_live (self->measurement);
  g_autofree char *left = sy_running_view_format_left (live->left_ns);
  /* Translators: a measurement under way, and the time that remains, “0:24 left”. */
  g_autofree char *text = g_strdup_printf (_("Measuring · %s"), left);

  if (gtk_widget_get_visible (self->measuring_button) &&
      g_strcmp0 (text, gtk_label_get_label (GTK_LABEL (self->measuring_label))) != 0)
    gtk_label_set_label (GTK_LABEL (self->measuring_label), text);
}

/* What runs aside is shown only where a person asked for it. */
static gboolean
shows_measuring (SyMeasurementsPage *self)
{
  const char *content = gtk_stack_get_visible_child_name (GTK_STACK (self->content));

  return !self->is_aside || g_str_equal (content, "running");
}

/* What is in no file would be lost if it were not shown. */
static void
show_outcome (SyMeasurementsPage *self,
              SyReport           *report)
{
  gboolean is_saved = sy_report_get_path (report) != NULL;
  g_autoptr(SyRunItem) item = NULL;

  if (is_saved)
    {
      item = sy_run_item_new (report);
      sy_saved_list_put (self->runs, item);
    }

  if (is_saved && !shows_measuring (self))
    {
      sy_measurements_page_arrange (self);
      return;
    }

  sy_measurements_page_show_report (self, report);
  sy_measurements_page_select (self, sy_report_get_path (report));
  sy_result_view_announce (self->result_view);
}

/* The run is not lost as long as it is shown, so saying why it was not saved is what helps. */
static void
say_not_saved (SyMeasurementsPage *self,
               const GError       *error)
{
  g_autofree char *body =
    /* Translators: why a file could not be written. */
    g_strdup_printf (_("%s. It is shown until another one is: export its data, or make room and "
                       "measure again."), error->message);

  sy_problem_tell (GTK_WIDGET (self), _("The Run Was Not Saved"), body);
}

static void
say_nothing_measured (SyMeasurementsPage *self,
                      const GError       *error)
{
  g_autofree char *text = g_strdup_printf (_("Nothing was measured: %s"), error->message);
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  sy_measurements_page_add_toast (self, adw_toast_new (escaped));
  sy_measurements_page_arrange (self);
}

static void
finished_cb (SyMeasurementsPage *self)
{
  g_autoptr(SyMeasurement) measurement = g_steal_pointer (&self->measurement);
  SyReport *report = sy_measurement_get_report (measurement);
  const GError *error = sy_measurement_get_error (measurement);

  g_signal_group_set_target (self->signals, NULL);
  if (report != NULL)
    show_outcome (self, report);
  else if (shows_measuring (self))
    sy_measurements_page_show_problem (self, _("Nothing Was Measured"), error->message);
  else
    say_nothing_measured (self, error);

  if (report != NULL && error != NULL)
    say_not_saved (self, error);
  sy_running_view_set_measurement (self->running_view, NULL);
  g_object_notify (G_OBJECT (self), "measurement");
}

static void
show_duration (SyMeasurementsPage *self)
{
  g_autoptr(SyPlan) plan = sy_plan_new_default (0);
  guint n_minutes = (guint) ((sy_plan_get_duration_ns (plan) + 30 * SY_NS_PER_S) /
                             (60 * SY_NS_PER_S));
  g_autofree char *text = NULL;

  n_minutes = MAX (n_minutes, 1);
  text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "It takes about %u minute.",
                                       "It takes about %u minutes.", n_minutes), n_minutes);
  gtk_label_set_label (GTK_LABEL (self->duration_label), text);
}

void
sy_measurements_page_init_measuring (SyMeasurementsPage *self)
{
  self->signals = g_signal_group_new (SY_TYPE_MEASUREMENT);
  g_signal_group_connect_swapped (self->signals, "finished", G_CALLBACK (finished_cb), self);
  g_signal_group_connect_swapped (self->signals, "progress", G_CALLBACK (progress_cb), self);
  show_duration (self);
}

gboolean
sy_measurements_page_is_measuring (SyMeasurementsPage *self)
{
  g_return_val_if_fail (SY_IS_MEASUREMENTS_PAGE (self), FALSE);

  return self->measurement != NULL;
}

gboolean
sy_measurements_page_is_unsaved (SyMeasurementsPage *self)
{
  g_return_val_if_fail (SY_IS_MEASUREMENTS_PAGE (self), FALSE);

  return self->report != NULL && sy_report_get_path (self->report) == NULL;
}

static void
start (SyMeasurementsPage *self,
       const SyPlan       *plan,
       gboolean            is_aside)
{
  self->is_aside = is_aside;
  self->measurement = sy_measurement_new (plan);
  g_signal_group_set_target (self->signals, self->measurement);
  sy_running_view_set_measurement (self->running_view, self->measurement);
  sy_measurement_start (self->measurement);
  g_object_notify (G_OBJECT (self), "measurement");
}

void
sy_measurements_page_measure (SyMeasurementsPage *self,
                              const SyPlan       *plan)
{
  g_return_if_fail (SY_IS_MEASUREMENTS_PAGE (self));
  g_return_if_fail (self->measurement == NULL);

  start (self, plan, FALSE);
  sy_measurements_page_show_measuring (self);
}

void
sy_measurements_page_measure_aside (SyMeasurementsPage *self,
                                    const SyPlan       *plan)
{
  g_return_if_fail (SY_IS_MEASUREMENTS_PAGE (self));
  g_return_if_fail (self->measurement == NULL);

  start (self, plan, TRUE);
  sy_measurements_page_arrange (self);
}

void
sy_measurements_page_stop (SyMeasurementsPage *self)
{
  g_return_if_fail (SY_IS_MEASUREMENTS_PAGE (self));

  if (self->measurement != NULL)
    sy_measurement_stop (self->measurement);
}

void
sy_measurements_page_show_measuring (SyMeasurementsPage *self)
{
  g_return_if_fail (SY_IS_MEASUREMENTS_PAGE (self));

  if (self->measurement == NULL)
    return;

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->report);
  g_clear_object (&self->item);
  sy_measurements_page_select (self, NULL);
  sy_measurements_page_show (self, "running");
}
