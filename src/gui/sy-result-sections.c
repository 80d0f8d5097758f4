/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/sy-result-sections.h"

#include <glib/gi18n-lib.h>

#include "export/sy-run-chart.h"
#include "gui/sy-chart-view.h"
#include "gui/sy-figure-table.h"
#include "gui/sy-run-chart-view.h"
#include "gui/sy-scene-result.h"
#include "lab/sy-scene.h"

enum { SPACING = 24, CHART_HEIGHT = 320, MOST_PHASES = 10 };

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

static GtkWidget *
make_card (void)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "sy-scene");

  return card;
}

static GtkWidget *
add_chart (GtkWidget  *box,
           SyReport   *report,
           guint       phase,
           const char *kind,
           int         height)
{
  GtkWidget *view = sy_run_chart_view_new (report, phase, kind, height);

  if (view != NULL)
    gtk_box_append (GTK_BOX (box), view);

  return view;
}

/* A chart of a phase, whose name stands above. */
static void
add_phase_chart (GtkWidget  *box,
                 SyReport   *report,
                 guint       phase,
                 const char *kind)
{
  GtkWidget *view = add_chart (box, report, phase, kind, CHART_HEIGHT);

  if (view != NULL)
    sy_chart_view_set_below_heading (SY_CHART_VIEW (view), TRUE);
}

/* Each row of the ratios takes its room. */
static int
choose_ratio_height (SyReport *report)
{
  guint n_verdicts = sy_report_get_analysis (report)->verdicts->len;

  return 200 + 46 * (int) MIN (n_verdicts, MOST_PHASES);
}

/* A sweep is one picture of all its phases; otherwise the ratios are. */
static void
add_overview (GtkWidget *column,
              SyReport  *report)
{
  GtkWidget *card;

  if (count_phases (report) == 0)
    return;

  card = make_card ();
  gtk_box_append (GTK_BOX (column), card);
  add_chart (card, report, 0, "sweep", CHART_HEIGHT);
  add_chart (card, report, 0, "ratio", choose_ratio_height (report));
  gtk_widget_set_visible (card, gtk_widget_get_first_child (card) != NULL);
}

/* The phases of a scene follow one another; the row that only asks whether placement matters speaks
 * through the sentences and remarks.
 */
GtkWidget *
sy_result_sections_new_findings (SyReport *report)
{
  GtkWidget *column = make_column ();

  add_overview (column, report);
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

/* A card under the name of the phase. */
static GtkWidget *
add_card (GtkWidget *column,
          SyReport  *report,
          guint      phase)
{
  g_autofree char *heading = sy_run_chart_say_phase (sy_report_get_run (report), phase);
  GtkWidget *section = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *label = gtk_label_new (heading);
  GtkWidget *card = make_card ();

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_box_append (GTK_BOX (section), label);
  gtk_box_append (GTK_BOX (section), card);
  gtk_box_append (GTK_BOX (column), section);

  return card;
}

GtkWidget *
sy_result_sections_new_latency (SyReport *report)
{
  GtkWidget *column = make_column ();

  for (guint i = 0; i < count_phases (report); i++)
    add_phase_chart (add_card (column, report, i), report, i, "spectrum");

  return column;
}

GtkWidget *
sy_result_sections_new_time (SyReport *report)
{
  GtkWidget *column = make_column ();

  for (guint i = 0; i < count_phases (report); i++)
    {
      GtkWidget *card = add_card (column, report, i);

      add_phase_chart (card, report, i, "throughput");
      add_phase_chart (card, report, i, "latency");
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
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), sy_environment_say (value));
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
  static const char *const mechanisms[] = { "loop-lag", "lock-wait", "lock-held" };
  GtkWidget *column = make_column ();

  for (guint i = 0; i < count_phases (report); i++)
    {
      GtkWidget *card = add_card (column, report, i);
      GtkWidget *table = g_object_new (SY_TYPE_FIGURE_TABLE, NULL);

      sy_figure_table_set_phase (SY_FIGURE_TABLE (table), report, i);
      gtk_box_append (GTK_BOX (card), table);
      for (guint j = 0; j < G_N_ELEMENTS (mechanisms); j++)
        add_phase_chart (card, report, i, mechanisms[j]);
    }
  gtk_box_append (GTK_BOX (column), make_environment (sy_report_get_run (report)->environment));

  return column;
}
