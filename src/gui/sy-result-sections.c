/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/sy-result-sections.h"

#include <glib/gi18n-lib.h>

#include "gui/sy-chart-view.h"
#include "gui/sy-figure-table.h"
#include "gui/sy-run-charts.h"
#include "gui/sy-scene-result.h"
#include "lab/sy-scene.h"

enum { SPACING = 24, CHART_HEIGHT = 280 };

static const SyPhase *
get_phase (SyReport *report,
           guint     phase)
{
  return sy_report_get_run (report)->phases->pdata[phase];
}

static guint
count_phases (SyReport *report)
{
  return sy_report_get_run (report)->phases->len;
}

static GtkWidget *
make_column (void)
{
  return gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING);
}

/* The phases of a scene follow one another; the row that only asks whether placement matters speaks
 * through the sentences and remarks.
 */
GtkWidget *
sy_result_sections_new_findings (SyReport *report)
{
  GtkWidget *column = make_column ();

  for (guint first = 0, next; first < count_phases (report); first = next)
    {
      const SyPhasePlan *plan = &get_phase (report, first)->plan;

      for (next = first + 1; next < count_phases (report); next++)
        {
          const SyPhasePlan *other = &get_phase (report, next)->plan;

          if (other->is_sensitivity || !g_str_equal (other->scene, plan->scene))
            break;
        }
      if (!plan->is_sensitivity)
        gtk_box_append (GTK_BOX (column), sy_scene_result_new (report, first, next - 1));
    }

  return column;
}

static char *
make_heading (SyReport *report,
              guint     phase)
{
  const SyPhasePlan *plan = &get_phase (report, phase)->plan;
  const char *scene = sy_scene_get_title (plan->scene);
  g_autofree char *load = sy_report_describe_load (report, phase);

  if (plan->is_sensitivity)
    /* Translators: a scene, and how it was loaded. */
    return g_strdup_printf (_("%s · %s, on processors of their own"), scene, load);

  /* Translators: a scene, and how it was loaded. */
  return g_strdup_printf (_("%s · %s"), scene, load);
}

/* A card under the name of the phase; returns the box inside it. */
static GtkBox *
add_card (GtkWidget *column,
          SyReport  *report,
          guint      phase)
{
  g_autofree char *heading = make_heading (report, phase);
  GtkWidget *section = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *label = gtk_label_new (heading);
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "sy-scene");
  gtk_box_append (GTK_BOX (section), label);
  gtk_box_append (GTK_BOX (section), card);
  gtk_box_append (GTK_BOX (column), section);

  return GTK_BOX (card);
}

static void
add_chart (GtkBox  *card,
           SyChart *chart)
{
  GtkWidget *view = sy_chart_view_new (chart);

  gtk_widget_set_size_request (view, -1, CHART_HEIGHT);
  gtk_box_append (card, view);
}

static SyRunPhase
get_run_phase (SyReport *report,
               guint     phase)
{
  return (SyRunPhase) {
    sy_report_get_run (report), sy_report_get_analysis (report), phase,
  };
}

GtkWidget *
sy_result_sections_new_latency (SyReport *report)
{
  GtkWidget *column = make_column ();

  for (guint i = 0; i < count_phases (report); i++)
    {
      SyRunPhase phase = get_run_phase (report, i);

      add_chart (add_card (column, report, i), sy_run_charts_new_spectrum (&phase));
    }

  return column;
}

GtkWidget *
sy_result_sections_new_time (SyReport *report)
{
  GtkWidget *column = make_column ();

  for (guint i = 0; i < count_phases (report); i++)
    {
      SyRunPhase phase = get_run_phase (report, i);
      GtkBox *card = add_card (column, report, i);

      add_chart (card, sy_run_charts_new_throughput (&phase));
      add_chart (card, sy_run_charts_new_latency (&phase));
    }

  return column;
}

static GtkWidget *
make_fact (const char *key,
           const char *value)
{
  const char *description = sy_environment_describe (key);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), value);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), description != NULL ? _(description) : key);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);

  return row;
}

static GtkWidget *
make_environment (const SyEnvironment *environment)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Where it was measured"));
  for (guint i = 0; i < sy_environment_count (environment); i++)
    {
      const char *key, *value;

      sy_environment_get_nth (environment, i, &key, &value);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), make_fact (key, value));
    }

  return group;
}

GtkWidget *
sy_result_sections_new_details (SyReport *report)
{
  GtkWidget *column = make_column ();

  for (guint i = 0; i < count_phases (report); i++)
    {
      GtkBox *card = add_card (column, report, i);
      GtkWidget *table = g_object_new (SY_TYPE_FIGURE_TABLE, NULL);

      sy_figure_table_set_phase (SY_FIGURE_TABLE (table), report, i);
      gtk_box_append (card, table);
    }
  gtk_box_append (GTK_BOX (column), make_environment (sy_report_get_run (report)->environment));

  return column;
}
