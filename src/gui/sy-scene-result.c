/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/sy-scene-result.h"

#include <glib/gi18n-lib.h>

#include "core/sy-units.h"
#include "gui/sy-run-chart-view.h"
#include "lab/sy-scene.h"

struct _SySceneResult
{
  AdwBin     parent_instance;

  GtkWidget *charts;
  GtkWidget *lesson_label;
  GtkWidget *title_label;
  GtkWidget *verdicts;
};

G_DEFINE_FINAL_TYPE (SySceneResult, sy_scene_result, ADW_TYPE_BIN)

static void
sy_scene_result_class_init (SySceneResultClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/steelyard_app/Steelyard/sy-scene-result.ui");
  gtk_widget_class_bind_template_child (widget_class, SySceneResult, charts);
  gtk_widget_class_bind_template_child (widget_class, SySceneResult, lesson_label);
  gtk_widget_class_bind_template_child (widget_class, SySceneResult, title_label);
  gtk_widget_class_bind_template_child (widget_class, SySceneResult, verdicts);
}

static void
sy_scene_result_init (SySceneResult *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
add_verdict (SySceneResult   *self,
             SyReport        *report,
             const SyVerdict *verdict)
{
  g_autofree char *sentence = sy_analysis_say_verdict (sy_report_get_analysis (report),
                                                       sy_report_get_run (report), verdict);
  g_autofree char *held = sy_units_hold_together (sentence);
  GtkWidget *label = gtk_label_new (held);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (self->verdicts), label);
}

static void
add_verdicts (SySceneResult *self,
              SyReport      *report,
              guint          phase)
{
  const GArray *verdicts = sy_report_get_analysis (report)->verdicts;

  for (guint i = 0; i < verdicts->len; i++)
    {
      const SyVerdict *verdict = &g_array_index (verdicts, SyVerdict, i);

      if (verdict->phase == phase && !verdict->is_sensitivity)
        add_verdict (self, report, verdict);
    }
}

static void
add_bars (SySceneResult *self,
          SyReport      *report,
          guint          phase)
{
  static const char *const kinds[] = { "capacity", "response-time" };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      GtkWidget *view = sy_run_chart_view_new (report, phase, kinds[i], 210);

      if (view != NULL)
        gtk_box_append (GTK_BOX (self->charts), view);
    }
}

GtkWidget *
sy_scene_result_new (SyReport *report,
                     guint     first,
                     guint     last)
{
  SySceneResult *self = g_object_new (SY_TYPE_SCENE_RESULT, NULL);
  const GPtrArray *phases = sy_report_get_run (report)->phases;
  const SyPhase *head = phases->pdata[first];
  const SyScene *scene = sy_scenes_find (head->plan.scene, NULL);
  g_autofree char *workload = sy_workload_format (&head->plan.workload);

  gtk_label_set_label (GTK_LABEL (self->title_label), sy_scene_get_title (head->plan.scene));
  gtk_label_set_label (GTK_LABEL (self->lesson_label), scene != NULL ? _(scene->lesson) : workload);
  for (guint i = first; i <= last; i++)
    {
      add_verdicts (self, report, i);
      add_bars (self, report, i);
    }
  gtk_widget_set_visible (self->verdicts, gtk_widget_get_first_child (self->verdicts) != NULL);

  return GTK_WIDGET (self);
}
