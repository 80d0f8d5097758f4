/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/sy-lineup-view.h"

#include <glib/gi18n-lib.h>

#include "export/sy-lineup-chart.h"
#include "gui/sy-chart-view.h"
#include "gui/sy-figure-table.h"
#include "gui/sy-phase-heading.h"
#include "lab/sy-scene.h"

/* A bar with its label, and what stands around all of them. */
enum { BAR_HEIGHT = 34, CHART_HEIGHT = 110 };

struct _SyLineupView
{
  AdwBin     parent_instance;

  GtkWidget *differences_group;
  GtkWidget *figures;
  GtkWidget *findings;
  GtkWidget *runs_group;
  GtkWidget *scroller;
  GtkWidget *title_label;
  GtkWidget *unpaired_label;
  GPtrArray *rows;
};

G_DEFINE_FINAL_TYPE (SyLineupView, sy_lineup_view, ADW_TYPE_BIN)

static void
sy_lineup_view_dispose (GObject *object)
{
  SyLineupView *self = SY_LINEUP_VIEW (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (sy_lineup_view_parent_class)->dispose (object);
}

static void
sy_lineup_view_class_init (SyLineupViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sy_lineup_view_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/steelyard_app/Steelyard/sy-lineup-view.ui");
  gtk_widget_class_bind_template_child (widget_class, SyLineupView, differences_group);
  gtk_widget_class_bind_template_child (widget_class, SyLineupView, figures);
  gtk_widget_class_bind_template_child (widget_class, SyLineupView, findings);
  gtk_widget_class_bind_template_child (widget_class, SyLineupView, runs_group);
  gtk_widget_class_bind_template_child (widget_class, SyLineupView, scroller);
  gtk_widget_class_bind_template_child (widget_class, SyLineupView, title_label);
  gtk_widget_class_bind_template_child (widget_class, SyLineupView, unpaired_label);
}

static void
sy_lineup_view_init (SyLineupView *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_label_set_label (GTK_LABEL (self->unpaired_label), sy_lineup_say_unpaired ());
}

static void
empty_box (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
}

static void
clear (SyLineupView *self)
{
  empty_box (self->findings);
  empty_box (self->figures);
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = self->rows->pdata[i];
      GtkWidget *group = gtk_widget_get_ancestor (row, ADW_TYPE_PREFERENCES_GROUP);

      adw_preferences_group_remove (ADW_PREFERENCES_GROUP (group), row);
    }
  g_ptr_array_set_size (self->rows, 0);
}

static void
add_row (SyLineupView *self,
         GtkWidget    *group,
         const char   *title,
         const char   *subtitle)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *escaped = g_markup_escape_text (subtitle, -1);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), escaped);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  g_ptr_array_add (self->rows, row);
}

static GtkWidget *
make_label (const char *text,
            const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static void
show_findings (SyLineupView   *self,
               const SyLineup *lineup)
{
  for (guint i = 0; i < lineup->findings->len; i++)
    {
      const SyLineupFinding *finding = &g_array_index (lineup->findings, SyLineupFinding, i);
      const SyPhasePlan *plan = sy_lineup_get_plan (lineup, 0, finding->phase);
      g_autofree char *sentence = sy_lineup_say_finding (finding);
      /* Translators: a scene, and what the runs found in it. */
      g_autofree char *text = g_strdup_printf (_("%s: %s"), sy_scene_get_title (plan->scene),
                                               sentence);

      gtk_box_append (GTK_BOX (self->findings), make_label (text, "heading"));
    }
  gtk_widget_set_visible (self->findings, lineup->findings->len > 0);
}

static void
show_difference (SyLineupView             *self,
                 const SyLineupDifference *difference)
{
  g_autoptr(GString) values = g_string_new (NULL);

  for (guint i = 0; i < difference->shown->len; i++)
    {
      const char *value = difference->shown->pdata[i];

      if (i > 0)
        g_string_append_c (values, '\n');
      /* Translators: the number of a run, and the value of a fact there. */
      g_string_append_printf (values, _("%u: %s"), i + 1, value != NULL ? value : _("not known"));
    }
  add_row (self, self->differences_group, difference->meaning, values->str);
}

static void
show_differences (SyLineupView   *self,
                  const SyLineup *lineup)
{
  gtk_widget_set_visible (self->differences_group, lineup->differences->len > 0);
  if (lineup->differences->len == 0)
    return;

  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self->differences_group),
                                         sy_lineup_say_different (lineup));
  for (guint i = 0; i < lineup->differences->len; i++)
    show_difference (self, lineup->differences->pdata[i]);
}

static void
show_run (SyLineupView *self,
          SyReport     *report,
          guint         number)
{
  const SyRun *run = sy_report_get_run (report);
  g_autofree char *name = sy_report_make_title (report);
  g_autofree char *finding = sy_report_make_finding (report);
  g_autofree char *time = sy_report_format_time (run->started);
  gboolean has_name = run->name != NULL && *run->name != '\0';
  /* Translators: the number of a run, and its name. */
  g_autofree char *title = g_strdup_printf (_("%u: %s"), number, name);
  g_autofree char *subtitle = NULL;

  if (!sy_report_get_analysis (report)->is_valid)
    /* Translators: when a run was made, and what it found, on a line of its own. */
    subtitle = g_strdup_printf (_("%s · Not a sound measurement\n%s"), time, finding);
  else if (has_name)
    /* Translators: when a run was made, and what it found, on a line of its own. */
    subtitle = g_strdup_printf (_("%s\n%s"), time, finding);
  else
    subtitle = g_steal_pointer (&finding);
  add_row (self, self->runs_group, title, subtitle);
}

static void
show_runs (SyLineupView *self,
           GPtrArray    *reports)
{
  g_autofree char *title = g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE, "%u run side by side", "%u runs side by side", reports->len),
    reports->len);

  gtk_label_set_label (GTK_LABEL (self->title_label), title);
  for (guint i = 0; i < reports->len; i++)
    show_run (self, reports->pdata[i], i + 1);
}

static void
add_table (GtkBox         *card,
           const SyLineup *lineup,
           guint           phase,
           guint           arm)
{
  const SyRun *first = g_array_index (lineup->entries, SyLineupEntry, 0).run;
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree SyFigureColumn *columns = g_new (SyFigureColumn, lineup->entries->len);
  GtkWidget *table = g_object_new (SY_TYPE_FIGURE_TABLE, NULL);

  for (guint i = 0; i < lineup->entries->len; i++)
    {
      /* Translators: the number of a run, as the head of its column. */
      g_ptr_array_add (names, g_strdup_printf (_("Run %u"), i + 1));
      columns[i] = (SyFigureColumn) {
        names->pdata[i], sy_lineup_get_result (lineup, i, phase, arm),
      };
    }

  sy_figure_table_set_columns (SY_FIGURE_TABLE (table), columns, lineup->entries->len,
                               sy_lineup_get_plan (lineup, 0, phase)->load == SY_LOAD_CLOSED);
  gtk_box_append (card, make_label (_(((const SyArm *) first->plan->arms->pdata[arm])->name),
                                    "heading"));
  gtk_box_append (card, table);
}

static guint
count_shared (const SyLineup *lineup,
              guint           phase)
{
  const SyRun *first = g_array_index (lineup->entries, SyLineupEntry, 0).run;
  guint n = 0;

  for (guint arm = 0; arm < first->plan->arms->len; arm++)
    n += sy_lineup_is_shared (lineup, phase, arm);

  return n;
}

static void
show_phase (SyLineupView   *self,
            const SyLineup *lineup,
            guint           phase)
{
  const SyRun *first = g_array_index (lineup->entries, SyLineupEntry, 0).run;
  g_autofree char *heading = sy_phase_heading_make (sy_lineup_get_plan (lineup, 0, phase));
  guint n_bars = count_shared (lineup, phase) * lineup->entries->len;
  GtkWidget *section = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *chart;

  if (n_bars == 0)
    return;

  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "sy-scene");
  chart = sy_chart_view_new (sy_lineup_chart_new (lineup, phase));
  gtk_widget_set_size_request (chart, -1, CHART_HEIGHT + BAR_HEIGHT * (int) n_bars);
  gtk_box_append (GTK_BOX (card), chart);
  for (guint arm = 0; arm < first->plan->arms->len; arm++)
    if (sy_lineup_is_shared (lineup, phase, arm))
      add_table (GTK_BOX (card), lineup, phase, arm);
  gtk_box_append (GTK_BOX (section), make_label (heading, "heading"));
  gtk_box_append (GTK_BOX (section), card);
  gtk_box_append (GTK_BOX (self->figures), section);
}

static SyLineup *
line_up (GPtrArray  *reports,
         GError    **error)
{
  g_autofree SyLineupEntry *entries = g_new (SyLineupEntry, reports->len);

  for (guint i = 0; i < reports->len; i++)
    entries[i] = (SyLineupEntry) {
      sy_report_get_run (reports->pdata[i]), sy_report_get_analysis (reports->pdata[i]),
    };

  return sy_lineup_new (entries, reports->len, error);
}

gboolean
sy_lineup_view_set_reports (SyLineupView  *self,
                            GPtrArray     *reports,
                            GError       **error)
{
  g_autoptr(SyLineup) lineup = NULL;
  const SyRun *first;

  g_return_val_if_fail (SY_IS_LINEUP_VIEW (self), FALSE);

  lineup = line_up (reports, error);
  if (lineup == NULL)
    return FALSE;

  clear (self);
  show_runs (self, reports);
  show_findings (self, lineup);
  show_differences (self, lineup);
  first = sy_report_get_run (reports->pdata[0]);
  for (guint phase = 0; phase < first->phases->len; phase++)
    show_phase (self, lineup, phase);
  gtk_adjustment_set_value (
    gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);

  return TRUE;
}
