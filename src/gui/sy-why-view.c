/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/sy-why-view.h"

#include <glib/gi18n-lib.h>

#include "chart/sy-chart.h"
#include "chart/sy-format.h"
#include "export/sy-run-chart.h"
#include "gui/sy-chart-view.h"
#include "gui/sy-prediction.h"
#include "gui/sy-run-chart-view.h"

#define KIND "architecture"

enum { CHART_HEIGHT = 560 };

/* Whoever plays it all wants to wait about so many seconds; a step is so much of one. */
#define WHOLE_S 20.0
#define STEP_S 0.1

/* What a second of slow motion shows, in nanoseconds. */
static const double speeds_ns[] = { 1e5, 5e5, 1e6, 2e6, 5e6, 1e7, 2e7, 5e7, 1e8 };

struct _SyWhyView
{
  AdwBin         parent_instance;

  SyReport      *report;
  GArray        *phases;
  guint          tick;
  gint64         last_frame_us;

  GtkAdjustment *adjustment;
  GtkWidget     *card;
  GtkWidget     *chart_view;
  GtkWidget     *moment_label;
  GtkWidget     *play_button;
  SyPrediction  *prediction;
  GtkWidget     *scene_row;
  GtkWidget     *sentence_label;
  GtkWidget     *speed_row;
  GtkWidget     *stack;
};

G_DEFINE_FINAL_TYPE (SyWhyView, sy_why_view, ADW_TYPE_BIN)

static double
get_speed_ns (SyWhyView *self)
{
  guint choice = adw_combo_row_get_selected (ADW_COMBO_ROW (self->speed_row));

  return speeds_ns[MIN (choice, G_N_ELEMENTS (speeds_ns) - 1)];
}

static void
show_moment (SyWhyView      *self,
             const SyMoment *moment)
{
  g_autofree char *time = NULL;

  if (moment != NULL)
    time = sy_format_value (SY_FORMAT_DURATION, moment->at_ns);
  gtk_label_set_label (GTK_LABEL (self->moment_label), time != NULL ? time : "");
  sy_chart_view_set_moment (SY_CHART_VIEW (self->chart_view), moment);
}

static void
moment_changed (SyWhyView *self)
{
  SyMoment moment = { gtk_adjustment_get_value (self->adjustment) };

  if (self->chart_view != NULL)
    show_moment (self, &moment);
}

static void
update_play_button (SyWhyView *self)
{
  gboolean is_playing = self->tick != 0;
  const char *name = is_playing ? _("Pause") : _("Play in Slow Motion");

  gtk_button_set_icon_name (GTK_BUTTON (self->play_button),
                            is_playing ? "media-playback-pause-symbolic"
                                       : "media-playback-start-symbolic");
  gtk_widget_set_tooltip_text (self->play_button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->play_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
pause_playing (SyWhyView *self)
{
  if (self->tick == 0)
    return;

  gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
  self->tick = 0;
  update_play_button (self);
}

/* The end leaves the still picture, to begin anew. */
static void
end_playing (SyWhyView *self)
{
  gtk_adjustment_set_value (self->adjustment, 0);
  show_moment (self, NULL);
}

static gboolean
advance_cb (GtkWidget     *widget,
            GdkFrameClock *clock,
            gpointer       data)
{
  SyWhyView *self = SY_WHY_VIEW (widget);
  gint64 now_us = gdk_frame_clock_get_frame_time (clock);
  double passed_s = self->last_frame_us == 0 ? 0 : (double) (now_us - self->last_frame_us) / 1e6;
  double at_ns = gtk_adjustment_get_value (self->adjustment) + passed_s * get_speed_ns (self);

  self->last_frame_us = now_us;
  if (at_ns < gtk_adjustment_get_upper (self->adjustment))
    {
      gtk_adjustment_set_value (self->adjustment, at_ns);
      return G_SOURCE_CONTINUE;
    }

  self->tick = 0;
  update_play_button (self);
  end_playing (self);
  return G_SOURCE_REMOVE;
}

static gboolean
may_animate (SyWhyView *self)
{
  gboolean may = TRUE;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-enable-animations", &may, NULL);

  return may;
}

static void
play (GtkWidget  *widget,
      const char *action,
      GVariant   *parameter)
{
  SyWhyView *self = SY_WHY_VIEW (widget);

  if (self->tick != 0)
    {
      pause_playing (self);
      return;
    }
  if (self->chart_view == NULL || !may_animate (self))
    return;

  self->last_frame_us = 0;
  self->tick = gtk_widget_add_tick_callback (widget, advance_cb, NULL, NULL);
  moment_changed (self);
  update_play_button (self);
}

static void
step (SyWhyView *self,
      double     direction)
{
  double at_ns = gtk_adjustment_get_value (self->adjustment)
                 + direction * STEP_S * get_speed_ns (self);

  pause_playing (self);
  gtk_adjustment_set_value (self->adjustment, at_ns);
  moment_changed (self);
}

static void
step_back (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  step (SY_WHY_VIEW (widget), -1);
}

static void
step_forward (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  step (SY_WHY_VIEW (widget), 1);
}

/* What is predicted is out of sight, where nothing moves. */
static void
asking_cb (SyWhyView *self)
{
  pause_playing (self);
}

/* The first one that gets through it within the time. */
static guint
choose_speed (double duration_ns)
{
  guint choice = 0;

  while (choice + 1 < G_N_ELEMENTS (speeds_ns) && duration_ns / speeds_ns[choice] > WHOLE_S)
    choice++;

  return choice;
}

static void
show_phase (SyWhyView *self)
{
  guint choice = adw_combo_row_get_selected (ADW_COMBO_ROW (self->scene_row));
  const SyRun *run;
  guint phase;
  SyChart *chart;
  double duration_ns;

  if (self->report == NULL || choice >= self->phases->len)
    return;

  pause_playing (self);
  run = sy_report_get_run (self->report);
  phase = g_array_index (self->phases, guint, choice);
  sy_prediction_set_phase (self->prediction, run->plan, run->phases->pdata[phase]);
  self->chart_view = sy_run_chart_view_new (self->report, phase, KIND, CHART_HEIGHT);
  sy_chart_view_set_below_heading (SY_CHART_VIEW (self->chart_view), self->phases->len > 1);
  adw_bin_set_child (ADW_BIN (self->card), self->chart_view);
  chart = sy_chart_view_get_chart (SY_CHART_VIEW (self->chart_view));
  duration_ns = sy_chart_get_duration_ns (chart);
  gtk_label_set_label (GTK_LABEL (self->sentence_label), sy_chart_get_sentence (chart));
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->speed_row), choose_speed (duration_ns));
  gtk_adjustment_configure (self->adjustment, 0, 0, duration_ns, duration_ns / 200,
                            duration_ns / 20, 0);
  end_playing (self);
}

static void
add_speeds (SyWhyView *self)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (speeds_ns); i++)
    {
      g_autofree char *time = sy_format_round (SY_FORMAT_DURATION, speeds_ns[i]);
      /* Translators: how slow slow motion is: “1 s shows 500 µs” */
      g_autofree char *name = g_strdup_printf (_("1 s shows %s"), time);

      gtk_string_list_append (names, name);
    }
  adw_combo_row_set_model (ADW_COMBO_ROW (self->speed_row), G_LIST_MODEL (names));
}

static void
add_phases (SyWhyView *self)
{
  const SyRun *run = sy_report_get_run (self->report);
  const SyAnalysis *analysis = sy_report_get_analysis (self->report);
  const SyRunChartKind *kind = sy_run_chart_kind_find (KIND);
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < run->phases->len; i++)
    if (sy_run_chart_kind_fits (kind, run, analysis, i))
      {
        g_autofree char *name = sy_run_chart_say_phase (run, i);

        gtk_string_list_append (names, name);
        g_array_append_val (self->phases, i);
      }
  adw_combo_row_set_model (ADW_COMBO_ROW (self->scene_row), G_LIST_MODEL (names));
  gtk_widget_set_visible (self->scene_row, self->phases->len > 1);
}

/* Out of sight nothing moves. */
static void
sy_why_view_unmap (GtkWidget *widget)
{
  pause_playing (SY_WHY_VIEW (widget));

  GTK_WIDGET_CLASS (sy_why_view_parent_class)->unmap (widget);
}

static void
sy_why_view_map (GtkWidget *widget)
{
  SyWhyView *self = SY_WHY_VIEW (widget);

  gtk_widget_set_visible (self->play_button, may_animate (self));

  GTK_WIDGET_CLASS (sy_why_view_parent_class)->map (widget);
}

static void
sy_why_view_dispose (GObject *object)
{
  SyWhyView *self = SY_WHY_VIEW (object);

  self->chart_view = NULL;
  g_clear_object (&self->report);
  g_clear_pointer (&self->phases, g_array_unref);

  G_OBJECT_CLASS (sy_why_view_parent_class)->dispose (object);
}

static void
sy_why_view_class_init (SyWhyViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sy_why_view_dispose;
  widget_class->map = sy_why_view_map;
  widget_class->unmap = sy_why_view_unmap;

  g_type_ensure (SY_TYPE_PREDICTION);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/steelyard_app/Steelyard/sy-why-view.ui");
  gtk_widget_class_bind_template_child (widget_class, SyWhyView, adjustment);
  gtk_widget_class_bind_template_child (widget_class, SyWhyView, card);
  gtk_widget_class_bind_template_child (widget_class, SyWhyView, moment_label);
  gtk_widget_class_bind_template_child (widget_class, SyWhyView, play_button);
  gtk_widget_class_bind_template_child (widget_class, SyWhyView, prediction);
  gtk_widget_class_bind_template_child (widget_class, SyWhyView, scene_row);
  gtk_widget_class_bind_template_child (widget_class, SyWhyView, sentence_label);
  gtk_widget_class_bind_template_child (widget_class, SyWhyView, speed_row);
  gtk_widget_class_bind_template_child (widget_class, SyWhyView, stack);
  gtk_widget_class_bind_template_callback (widget_class, asking_cb);
  gtk_widget_class_bind_template_callback (widget_class, moment_changed);
  gtk_widget_class_bind_template_callback (widget_class, show_phase);
  gtk_widget_class_install_action (widget_class, "why.play", NULL, play);
  gtk_widget_class_install_action (widget_class, "why.back", NULL, step_back);
  gtk_widget_class_install_action (widget_class, "why.forward", NULL, step_forward);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, 0, "why.play", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_comma, 0, "why.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_period, 0, "why.forward", NULL);
}

static void
sy_why_view_init (SyWhyView *self)
{
  self->phases = g_array_new (FALSE, FALSE, sizeof (guint));
  gtk_widget_init_template (GTK_WIDGET (self));
  add_speeds (self);
  update_play_button (self);
}

GtkWidget *
sy_why_view_new (SyReport *report)
{
  SyWhyView *self = g_object_new (SY_TYPE_WHY_VIEW, NULL);

  self->report = g_object_ref (report);
  add_phases (self);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack),
                                    self->phases->len > 0 ? "picture" : "empty");
  show_phase (self);

  return GTK_WIDGET (self);
}
