/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/sy-result-view.h"

#include <glib/gi18n-lib.h>

#include "gui/sy-data-dialog.h"
#include "gui/sy-phase-heading.h"
#include "gui/sy-result-sections.h"
#include "gui/sy-run-chart-view.h"
#include "gui/sy-sideways.h"
#include "gui/sy-why-view.h"

enum { BARS_HEIGHT = 210, MAX_OPEN_REMARKS = 3 };

struct _SyResultView
{
  AdwBin     parent_instance;

  SyReport  *report;
  GPtrArray *warnings;

  GtkWidget *finding_label;
  GtkWidget *head_box;
  GtkWidget *headline;
  GtkWidget *note_label;
  GtkWidget *scroller;
  GtkWidget *tabs;
  GtkWidget *tabs_scroller;
  GtkWidget *title_label;
  GtkWidget *validity_row;
};

G_DEFINE_FINAL_TYPE (SyResultView, sy_result_view, ADW_TYPE_BIN)

static void
clear_warnings (SyResultView *self)
{
  for (guint i = 0; i < self->warnings->len; i++)
    adw_expander_row_remove (ADW_EXPANDER_ROW (self->validity_row), self->warnings->pdata[i]);
  g_ptr_array_set_size (self->warnings, 0);
}

/* Where it was noticed stands below what was. */
static void
add_warning (SyResultView    *self,
             const SyWarning *warning)
{
  const SyRun *run = sy_report_get_run (self->report);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), warning->text);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  if (warning->phase >= 0)
    {
      const SyPhase *phase = run->phases->pdata[warning->phase];
      g_autofree char *heading = sy_phase_heading_make (&phase->plan);

      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), heading);
    }
  if (warning->breaks)
    adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                               gtk_image_new_from_icon_name ("dialog-warning-symbolic"));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self->validity_row), row);
  g_ptr_array_add (self->warnings, row);
}

/* What makes a run unfit to decide by comes before what is only worth knowing. */
static void
add_warnings (SyResultView    *self,
              const GPtrArray *warnings,
              gboolean         breaks)
{
  for (guint i = 0; i < warnings->len; i++)
    {
      const SyWarning *warning = warnings->pdata[i];

      if (warning->breaks == breaks)
        add_warning (self, warning);
    }
}

/* Why it is not sound, or else how much there is to say of it. */
static char *
sum_up (const SyAnalysis *analysis)
{
  guint n_remarks = analysis->warnings->len;

  for (guint i = 0; i < n_remarks; i++)
    {
      const SyWarning *warning = analysis->warnings->pdata[i];

      if (warning->breaks)
        return g_strdup (warning->text);
    }

  if (n_remarks == 0)
    return g_strdup (_("Nothing disturbed it"));

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u remark", "%u remarks", n_remarks),
                          n_remarks);
}

static void
show_validity (SyResultView     *self,
               const SyAnalysis *analysis)
{
  AdwExpanderRow *row = ADW_EXPANDER_ROW (self->validity_row);
  g_autofree char *remarks = sum_up (analysis);

  clear_warnings (self);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), analysis->is_valid
                                                              ? _("A sound measurement")
                                                              : _("Not a sound measurement"));
  adw_expander_row_set_subtitle (row, remarks);
  add_warnings (self, analysis->warnings, TRUE);
  add_warnings (self, analysis->warnings, FALSE);

  /* More of them would push away what the run came to. */
  adw_expander_row_set_expanded (row, !analysis->is_valid &&
                                      analysis->warnings->len <= MAX_OPEN_REMARKS);
  adw_expander_row_set_enable_expansion (row, analysis->warnings->len > 0);
}

/* By the names of the stack's pages. */
static const struct
{
  const char *name;
  GtkWidget *(*make) (SyReport *report);
} tabs[] = {
  { "why", sy_why_view_new },
  { "findings", sy_result_sections_new_findings },
  { "latency", sy_result_sections_new_latency },
  { "time", sy_result_sections_new_time },
  { "details", sy_result_sections_new_details },
};

static AdwBin *
get_tab (SyResultView *self,
         const char   *name)
{
  return ADW_BIN (gtk_stack_get_child_by_name (GTK_STACK (self->tabs), name));
}

/* Charts of many turns are worth making only for those who look at them. */
static void
fill_visible_tab (SyResultView *self)
{
  const char *name = gtk_stack_get_visible_child_name (GTK_STACK (self->tabs));

  for (guint i = 0; self->report != NULL && i < G_N_ELEMENTS (tabs); i++)
    if (g_strcmp0 (name, tabs[i].name) == 0 && adw_bin_get_child (get_tab (self, name)) == NULL)
      adw_bin_set_child (get_tab (self, name), tabs[i].make (self->report));
}

/* A run that was given another name is read on where one was. */
static void
show_tabs (SyResultView *self,
           gboolean      is_same)
{
  for (guint i = 0; i < G_N_ELEMENTS (tabs); i++)
    adw_bin_set_child (get_tab (self, tabs[i].name), NULL);
  if (!is_same)
    gtk_stack_set_visible_child_name (GTK_STACK (self->tabs),
                                      sy_report_has_traces (self->report) ? "why" : "findings");
  fill_visible_tab (self);
}

/* Whether it is of the file that is shown. */
static gboolean
is_shown (SyResultView *self,
          SyReport     *report)
{
  const char *path = sy_report_get_path (report);

  return self->report != NULL && path != NULL &&
         g_strcmp0 (path, sy_report_get_path (self->report)) == 0;
}

static void
show_head (SyResultView *self,
           SyReport     *report)
{
  const SyRun *run = sy_report_get_run (report);
  g_autofree char *time = sy_report_format_time (run->started);
  g_autofree char *finding = sy_report_make_finding (report);
  g_autofree char *title = NULL;

  if (run->name != NULL && *run->name != '\0')
    /* Translators: the name of a run, and when it was measured. */
    title = g_strdup_printf (_("%s · %s"), run->name, time);
  gtk_label_set_label (GTK_LABEL (self->title_label), title != NULL ? title : time);
  gtk_label_set_label (GTK_LABEL (self->finding_label), finding);
  gtk_label_set_label (GTK_LABEL (self->note_label), run->note != NULL ? run->note : "");
  gtk_widget_set_visible (self->note_label, run->note != NULL && *run->note != '\0');
}

/* The bars that the finding was read from, or of what was measured first. */
static void
show_headline (SyResultView *self,
               SyReport     *report)
{
  const SyVerdict *verdict = sy_report_get_verdict (report);
  guint phase = verdict != NULL ? verdict->phase : 0;
  GtkWidget *view = NULL;

  if (verdict != NULL)
    view = sy_run_chart_view_new (report, phase, sy_metric_names[verdict->metric], BARS_HEIGHT);
  else if (sy_report_get_run (report)->phases->len > 0)
    view = sy_run_chart_view_new (report, phase, sy_metric_names[SY_METRIC_CAPACITY],
                                  BARS_HEIGHT);

  adw_bin_set_child (ADW_BIN (self->headline), view);
  gtk_widget_set_visible (self->headline, view != NULL);
}

/* Its keys work wherever the focus is, but not for a run that is out of sight. */
static void
export_data (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  SyResultView *self = SY_RESULT_VIEW (widget);

  if (self->report != NULL && gtk_widget_get_mapped (widget))
    gtk_window_present (GTK_WINDOW (sy_data_dialog_new (widget, self->report)));
}

static void
sy_result_view_dispose (GObject *object)
{
  SyResultView *self = SY_RESULT_VIEW (object);

  g_clear_object (&self->report);
  g_clear_pointer (&self->warnings, g_ptr_array_unref);

  G_OBJECT_CLASS (sy_result_view_parent_class)->dispose (object);
}

static void
sy_result_view_class_init (SyResultViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sy_result_view_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/steelyard_app/Steelyard/sy-result-view.ui");
  gtk_widget_class_bind_template_child (widget_class, SyResultView, finding_label);
  gtk_widget_class_bind_template_child (widget_class, SyResultView, head_box);
  gtk_widget_class_bind_template_child (widget_class, SyResultView, headline);
  gtk_widget_class_bind_template_child (widget_class, SyResultView, note_label);
  gtk_widget_class_bind_template_child (widget_class, SyResultView, scroller);
  gtk_widget_class_bind_template_child (widget_class, SyResultView, tabs);
  gtk_widget_class_bind_template_child (widget_class, SyResultView, tabs_scroller);
  gtk_widget_class_bind_template_child (widget_class, SyResultView, title_label);
  gtk_widget_class_bind_template_child (widget_class, SyResultView, validity_row);
  gtk_widget_class_bind_template_callback (widget_class, fill_visible_tab);
  gtk_widget_class_install_action (widget_class, "result.export", NULL, export_data);
}

static void
sy_result_view_init (SyResultView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->warnings = g_ptr_array_new ();
  sy_sideways_let_pass (GTK_SCROLLED_WINDOW (self->tabs_scroller));
}

void
sy_result_view_set_report (SyResultView *self,
                           SyReport     *report)
{
  gboolean is_same;

  g_return_if_fail (SY_IS_RESULT_VIEW (self));
  g_return_if_fail (SY_IS_REPORT (report));

  is_same = is_shown (self, report);
  g_set_object (&self->report, report);
  gtk_accessible_reset_property (GTK_ACCESSIBLE (self->head_box), GTK_ACCESSIBLE_PROPERTY_LABEL);
  show_head (self, report);
  show_validity (self, sy_report_get_analysis (report));
  show_headline (self, report);
  show_tabs (self, is_same);
  if (!is_same)
    gtk_adjustment_set_value (
      gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
}

/* GTK 4.8 announces nothing by itself; the name of a status is what readers of screens follow. */
void
sy_result_view_announce (SyResultView *self)
{
  g_autofree char *text = NULL;

  g_return_if_fail (SY_IS_RESULT_VIEW (self));

  /* Translators: what a reader of screens says at the end of a measurement, with its finding. */
  text = g_strdup_printf (_("The measurement is over. %s"),
                          gtk_label_get_label (GTK_LABEL (self->finding_label)));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->head_box),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}
