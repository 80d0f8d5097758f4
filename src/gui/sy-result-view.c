/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/sy-result-view.h"

#include <glib/gi18n-lib.h>

#include "gui/sy-scene-result.h"

struct _SyResultView
{
  AdwBin     parent_instance;

  GPtrArray *facts;
  GPtrArray *warnings;

  GtkWidget *environment_row;
  GtkWidget *finding_label;
  GtkWidget *note_label;
  GtkWidget *scenes;
  GtkWidget *scroller;
  GtkWidget *title_label;
  GtkWidget *validity_row;
};

G_DEFINE_FINAL_TYPE (SyResultView, sy_result_view, ADW_TYPE_BIN)

static void
sy_result_view_dispose (GObject *object)
{
  SyResultView *self = SY_RESULT_VIEW (object);

  g_clear_pointer (&self->facts, g_ptr_array_unref);
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
  gtk_widget_class_bind_template_child (widget_class, SyResultView, environment_row);
  gtk_widget_class_bind_template_child (widget_class, SyResultView, finding_label);
  gtk_widget_class_bind_template_child (widget_class, SyResultView, note_label);
  gtk_widget_class_bind_template_child (widget_class, SyResultView, scenes);
  gtk_widget_class_bind_template_child (widget_class, SyResultView, scroller);
  gtk_widget_class_bind_template_child (widget_class, SyResultView, title_label);
  gtk_widget_class_bind_template_child (widget_class, SyResultView, validity_row);
}

static void
sy_result_view_init (SyResultView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->facts = g_ptr_array_new ();
  self->warnings = g_ptr_array_new ();
}

static void
clear_rows (GtkWidget *expander,
            GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    adw_expander_row_remove (ADW_EXPANDER_ROW (expander), rows->pdata[i]);
  g_ptr_array_set_size (rows, 0);
}

static GtkWidget *
add_row (GtkWidget  *expander,
         GPtrArray  *rows,
         const char *title,
         const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (expander), row);
  g_ptr_array_add (rows, row);

  return row;
}

static char *
count_remarks (guint n_remarks)
{
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
  g_autofree char *remarks = count_remarks (analysis->warnings->len);

  clear_rows (self->validity_row, self->warnings);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), analysis->is_valid
                                                              ? _("A sound measurement")
                                                              : _("Not a sound measurement"));
  adw_expander_row_set_subtitle (row, remarks);
  for (guint i = 0; i < analysis->warnings->len; i++)
    {
      const SyWarning *warning = analysis->warnings->pdata[i];

      add_row (self->validity_row, self->warnings, warning->text, NULL);
    }

  adw_expander_row_set_expanded (row, !analysis->is_valid);
  adw_expander_row_set_enable_expansion (row, analysis->warnings->len > 0);
}

/* Phases of one scene follow one another and are shown together; the row that only asks whether
 * placement matters speaks through the sentences and remarks.
 */
static void
show_scenes (SyResultView *self,
             SyReport     *report)
{
  const GPtrArray *phases = sy_report_get_run (report)->phases;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->scenes)) != NULL)
    gtk_box_remove (GTK_BOX (self->scenes), child);

  for (guint first = 0, next; first < phases->len; first = next)
    {
      const SyPhasePlan *plan = &((const SyPhase *) phases->pdata[first])->plan;

      for (next = first + 1; next < phases->len; next++)
        {
          const SyPhasePlan *other = &((const SyPhase *) phases->pdata[next])->plan;

          if (other->is_sensitivity || !g_str_equal (other->scene, plan->scene))
            break;
        }
      if (!plan->is_sensitivity)
        gtk_box_append (GTK_BOX (self->scenes), sy_scene_result_new (report, first, next - 1));
    }
}

static void
show_environment (SyResultView        *self,
                  const SyEnvironment *environment)
{
  const char *cpu = sy_environment_get (environment, "cpu");
  const char *os = sy_environment_get (environment, "os");

  clear_rows (self->environment_row, self->facts);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->environment_row),
                                 cpu != NULL ? cpu : _("Unknown processor"));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self->environment_row), os != NULL ? os : "");
  for (guint i = 0; i < sy_environment_count (environment); i++)
    {
      const char *key, *value, *description;

      sy_environment_get_nth (environment, i, &key, &value);
      description = sy_environment_describe (key);
      add_row (self->environment_row, self->facts, value,
               description != NULL ? _(description) : key);
    }
  adw_expander_row_set_enable_expansion (ADW_EXPANDER_ROW (self->environment_row),
                                         sy_environment_count (environment) > 0);
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

void
sy_result_view_set_report (SyResultView *self,
                           SyReport     *report)
{
  g_return_if_fail (SY_IS_RESULT_VIEW (self));
  g_return_if_fail (SY_IS_REPORT (report));

  show_head (self, report);
  show_validity (self, sy_report_get_analysis (report));
  show_scenes (self, report);
  show_environment (self, sy_report_get_run (report)->environment);
  gtk_adjustment_set_value (
    gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
}
