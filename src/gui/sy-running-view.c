/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/sy-running-view.h"

#include <glib/gi18n-lib.h>

#include "core/sy-clock.h"
#include "gui/sy-announcer.h"
#include "gui/sy-chart-view.h"
#include "gui/sy-live-charts.h"
#include "gui/sy-server-gauge.h"
#include "gui/sy-standing.h"
#include "lab/sy-scene.h"

/* What is shown as "now" is an average over so many slices of 100 ms, or nobody could read it. */
enum { N_SLICES_SHOWN = 5 };

struct _SyRunningView
{
  AdwBin         parent_instance;

  SyMeasurement *measurement;
  GSignalGroup  *signals;
  gboolean       is_narrow;
  SyAnnouncer    announcer;

  GtkWidget     *charts;
  GtkWidget     *gauges;
  SyChartView   *latency_view;
  GtkWidget     *left_label;
  GtkWidget     *lesson_label;
  GtkWidget     *progress_bar;
  GtkWidget     *scene_label;
  GtkWidget     *so_far_label;
  GtkWidget     *status_box;
  GtkWidget     *step_label;
  SyChartView   *throughput_view;
  GtkWidget     *turn_label;
};

enum
{
  PROP_0,
  PROP_NARROW,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SyRunningView, sy_running_view, ADW_TYPE_BIN)

/* Labels tell assistive technology of every change, so nothing is set that stays the same. */
static void
set_label (GtkWidget  *label,
           const char *text)
{
  if (g_strcmp0 (gtk_label_get_label (GTK_LABEL (label)), text) != 0)
    gtk_label_set_label (GTK_LABEL (label), text);
}

static const SyPhasePlan *
get_phase (SyRunningView *self)
{
  const SyPlan *plan = sy_measurement_get_plan (self->measurement);
  const SyLive *live = sy_measurement_get_live (self->measurement);

  return &g_array_index (plan->phases, SyPhasePlan, live->phase);
}

static void
show_scene (SyRunningView *self,
            const SyPlan  *plan,
            const SyLive  *live)
{
  const SyPhasePlan *phase = get_phase (self);
  const SyScene *scene = sy_scenes_find (phase->scene, NULL);
  g_autofree char *step = NULL;

  /* Translators: which part of the measurement this is, and how many parts there are. */
  step = g_strdup_printf (_("Part %u of %u"), live->phase + 1, plan->phases->len);
  if (phase->is_sensitivity)
    {
      g_autofree char *plain = g_steal_pointer (&step);

      /* Translators: “Part 5 of 5”, with what is special about it. */
      step = g_strdup_printf (_("%s · Once more with the load generator on a processor of its own"),
                              plain);
    }
  else if (phase->load != SY_LOAD_CLOSED)
    {
      g_autofree char *plain = g_steal_pointer (&step);

      /* Translators: “Part 2 of 5”, with how requests are offered. */
      step = g_strdup_printf (_("%s · Arrivals at a rate"), plain);
    }

  set_label (self->step_label, step);
  set_label (self->scene_label, sy_scene_get_title (phase->scene));
  set_label (self->lesson_label, scene != NULL ? _(scene->lesson) : "");
  gtk_widget_set_visible (self->lesson_label, scene != NULL);
}

static void
show_turn (SyRunningView *self,
           const SyPlan  *plan,
           const SyLive  *live)
{
  const SyArm *arm = plan->arms->pdata[live->arm];
  g_autofree char *text = NULL;

  if (sy_measurement_is_stopping (self->measurement))
    text = g_strdup (_("Stopping…"));
  else if (live->is_pilot)
    /* Translators: the name of a server. */
    text = g_strdup_printf (_("Warming up: %s"), _(arm->name));
  else
    /* Translators: which turn it is, how many there are, and the server whose turn it is. */
    text = g_strdup_printf (_("Turn %u of %u: %s"), live->turn + 1,
                            MAX (live->turn + 1, get_phase (self)->n_rounds * plan->arms->len),
                            _(arm->name));
  set_label (self->turn_label, text);
}

char *
sy_running_view_format_left (gint64 left_ns)
{
  gint64 left_s = (left_ns + SY_NS_PER_S - 1) / SY_NS_PER_S;

  /* Translators: minutes and seconds that remain. */
  return g_strdup_printf (_("%d:%02d left"), (int) (left_s / 60), (int) (left_s % 60));
}

static void
show_time (SyRunningView *self,
           const SyLive  *live)
{
  g_autofree char *left = sy_running_view_format_left (live->left_ns);
  gint64 total_ns = live->elapsed_ns + live->left_ns;

  set_label (self->left_label, left);
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->progress_bar),
                                 total_ns > 0 ? live->elapsed_ns / (double) total_ns : 0);
}

/* The mean of the last slices of this server's latest turn. */
static void
average_slices (const SyLive *live,
                guint         arm,
                double       *requests_per_s,
                double       *response_ns)
{
  guint n = 0, n_answered = 0, round = 0;

  *requests_per_s = *response_ns = 0;
  for (guint i = live->slices->len; i-- > 0 && n < N_SLICES_SHOWN;)
    {
      const SyLiveSlice *slice = &g_array_index (live->slices, SyLiveSlice, i);

      if (slice->arm != arm || (n > 0 && slice->round != round))
        continue;

      round = slice->round;
      n++;
      *requests_per_s += slice->requests_per_s;
      n_answered += slice->response_p99_ns > 0;
      *response_ns += (double) slice->response_p99_ns;
    }

  *requests_per_s /= MAX (n, 1);
  *response_ns /= MAX (n_answered, 1);
}

static const SyLiveTurn *
find_latest_turn (const SyLive *live,
                  guint         arm)
{
  for (guint i = live->turns->len; i-- > 0;)
    {
      const SyLiveTurn *turn = &g_array_index (live->turns, SyLiveTurn, i);

      if (turn->arm == arm)
        return turn;
    }

  return NULL;
}

/* Of the server at work what it does now, of the others what their latest turn came to. */
static void
show_gauge (SyServerGauge *gauge,
            const SyLive  *live,
            guint          arm)
{
  const SyLiveTurn *turn = find_latest_turn (live, arm);
  double requests_per_s, response_ns;

  if (arm == live->arm && !live->is_pilot)
    {
      average_slices (live, arm, &requests_per_s, &response_ns);
      sy_server_gauge_show (gauge, TRUE, _("At work now"), requests_per_s, response_ns);
    }
  else if (turn != NULL)
    sy_server_gauge_show (gauge, FALSE, _("Its latest turn"), turn->requests_per_s,
                          (double) turn->response_p99_ns);
  else
    sy_server_gauge_show (gauge, FALSE, live->is_pilot && arm == live->arm
                                          ? _("Warming up") : _("Waits for its turn"), 0, 0);
}

static void
show_gauges (SyRunningView *self,
             const SyPlan  *plan,
             const SyLive  *live)
{
  for (guint i = 0; i < plan->arms->len; i++)
    {
      GtkFlowBoxChild *child = gtk_flow_box_get_child_at_index (GTK_FLOW_BOX (self->gauges),
                                                                (int) i);

      show_gauge (SY_SERVER_GAUGE (gtk_flow_box_child_get_child (child)), live, i);
    }
}

static void
show_standing (SyRunningView *self,
               const SyPlan  *plan,
               const SyLive  *live)
{
  const SyPhasePlan *phase = get_phase (self);
  SyStanding standing = sy_standing_new (live->turns, phase->n_rounds);
  g_autofree char *text = NULL;

  /* Under an open load all serve what arrives: there is nothing to be ahead in. */
  gtk_widget_set_visible (self->so_far_label,
                          plan->arms->len > 1 && phase->load == SY_LOAD_CLOSED);
  text = sy_standing_say (&standing, plan, phase->n_rounds);
  set_label (self->so_far_label, text);
}

/* Before its first slice a phase has nothing to draw. */
static void
show_charts (SyRunningView *self,
             const SyPlan  *plan,
             const SyLive  *live)
{
  gtk_widget_set_visible (self->charts, live->slices->len > 0);
  if (live->slices->len == 0)
    return;

  sy_chart_view_set_chart (self->throughput_view, sy_live_charts_new_throughput (plan, live));
  sy_chart_view_set_chart (self->latency_view, sy_live_charts_new_latency (plan, live));
}

/* GTK 4.8 announces nothing by itself; the name of a status is what readers of screens follow. */
static void
say (gpointer    data,
     const char *text)
{
  SyRunningView *self = data;

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->status_box),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

/* What the eye follows all the time, in one sentence and not too often. */
static void
announce (SyRunningView *self)
{
  /* Translators: whose turn it is, the time left, and how the servers stand. */
  g_autofree char *text = g_strdup_printf (_("%s, %s. %s"),
                                           gtk_label_get_label (GTK_LABEL (self->turn_label)),
                                           gtk_label_get_label (GTK_LABEL (self->left_label)),
                                           gtk_widget_get_visible (self->so_far_label)
                                             ? gtk_label_get_label (GTK_LABEL (self->so_far_label))
                                             : "");

  sy_announcer_offer (&self->announcer, g_strchomp (text));
}

static void
progress_cb (SyRunningView *self)
{
  const SyPlan *plan = sy_measurement_get_plan (self->measurement);
  const SyLive *live = sy_measurement_get_live (self->measurement);

  show_scene (self, plan, live);
  show_turn (self, plan, live);
  show_time (self, live);
  show_gauges (self, plan, live);
  show_charts (self, plan, live);
  show_standing (self, plan, live);
  announce (self);
}

static void
clear_gauges (SyRunningView *self)
{
  GtkFlowBoxChild *child;

  while ((child = gtk_flow_box_get_child_at_index (GTK_FLOW_BOX (self->gauges), 0)) != NULL)
    gtk_flow_box_remove (GTK_FLOW_BOX (self->gauges), GTK_WIDGET (child));
}

static void
add_gauges (SyRunningView *self,
            const SyPlan  *plan)
{
  for (guint i = 0; i < plan->arms->len; i++)
    {
      const SyArm *arm = plan->arms->pdata[i];

      gtk_flow_box_append (GTK_FLOW_BOX (self->gauges), sy_server_gauge_new (_(arm->name)));
      /* There is nothing to be done with one, so the keyboard need not stop there. */
      gtk_widget_set_focusable (GTK_WIDGET (gtk_flow_box_get_child_at_index (
                                  GTK_FLOW_BOX (self->gauges), (int) i)), FALSE);
    }
}

static void
sy_running_view_dispose (GObject *object)
{
  SyRunningView *self = SY_RUNNING_VIEW (object);

  g_clear_object (&self->signals);
  g_clear_object (&self->measurement);
  sy_announcer_clear (&self->announcer);

  G_OBJECT_CLASS (sy_running_view_parent_class)->dispose (object);
}

static void
sy_running_view_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  SyRunningView *self = SY_RUNNING_VIEW (object);

  switch (prop_id)
    {
    case PROP_NARROW:
      g_value_set_boolean (value, self->is_narrow);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
set_narrow (SyRunningView *self,
            gboolean       is_narrow)
{
  GtkOrientation orientation = is_narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL;

  if (self->is_narrow == is_narrow)
    return;

  self->is_narrow = is_narrow;
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (self->gauges), is_narrow ? 1 : 2);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->charts), orientation);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->status_box), orientation);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
}

static void
sy_running_view_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_NARROW:
      set_narrow (SY_RUNNING_VIEW (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sy_running_view_class_init (SyRunningViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sy_running_view_dispose;
  object_class->get_property = sy_running_view_get_property;
  object_class->set_property = sy_running_view_set_property;

  properties[PROP_NARROW] =
    g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (SY_TYPE_CHART_VIEW);
  g_type_ensure (SY_TYPE_SERVER_GAUGE);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/steelyard_app/Steelyard/sy-running-view.ui");
  gtk_widget_class_bind_template_child (widget_class, SyRunningView, charts);
  gtk_widget_class_bind_template_child (widget_class, SyRunningView, gauges);
  gtk_widget_class_bind_template_child (widget_class, SyRunningView, latency_view);
  gtk_widget_class_bind_template_child (widget_class, SyRunningView, left_label);
  gtk_widget_class_bind_template_child (widget_class, SyRunningView, lesson_label);
  gtk_widget_class_bind_template_child (widget_class, SyRunningView, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, SyRunningView, scene_label);
  gtk_widget_class_bind_template_child (widget_class, SyRunningView, so_far_label);
  gtk_widget_class_bind_template_child (widget_class, SyRunningView, status_box);
  gtk_widget_class_bind_template_child (widget_class, SyRunningView, step_label);
  gtk_widget_class_bind_template_child (widget_class, SyRunningView, throughput_view);
  gtk_widget_class_bind_template_child (widget_class, SyRunningView, turn_label);
}

static void
sy_running_view_init (SyRunningView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->announcer = sy_announcer_init (&sy_clock_monotonic, say, self);
  self->signals = g_signal_group_new (SY_TYPE_MEASUREMENT);
  g_signal_group_connect_swapped (self->signals, "progress", G_CALLBACK (progress_cb), self);
}

void
sy_running_view_set_measurement (SyRunningView *self,
                                 SyMeasurement *measurement)
{
  g_return_if_fail (SY_IS_RUNNING_VIEW (self));

  if (!g_set_object (&self->measurement, measurement))
    return;

  g_signal_group_set_target (self->signals, measurement);
  clear_gauges (self);
  sy_announcer_clear (&self->announcer);
  if (measurement == NULL)
    return;

  add_gauges (self, sy_measurement_get_plan (measurement));
  progress_cb (self);
}
