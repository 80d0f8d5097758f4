/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/sy-measurement.h"

#include <glib/gi18n-lib.h>
#include <pthread.h>

#include "core/sy-clock.h"
#include "lab/sy-experiment.h"
#include "lab/sy-figure.h"
#include "lab/sy-run-store.h"

/* Of the four frames a second that may be drawn meanwhile, one is left for what else moves. */
static const gint64 NOTIFY_EVERY_NS = SY_NS_PER_S / 3;

struct _SyMeasurement
{
  GObject          parent_instance;

  SyPlan          *plan;
  GCancellable    *cancellable;
  gboolean         is_running;
  SyReport        *report;
  GError          *error;
  SyLive           live;

  /* Guards what follows: written by the worker, taken over by the main context. */
  pthread_mutex_t  mutex;
  SyLive           fresh;
  gboolean         is_notify_queued;

  /* The worker's own. */
  gint64           notified_at_ns;
  guint            n_turns_seen;
};

enum
{
  SIGNAL_FINISHED,
  SIGNAL_PROGRESS,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SyMeasurement, sy_measurement, G_TYPE_OBJECT)

static void
init_live (SyLive *live)
{
  live->slices = g_array_new (FALSE, FALSE, sizeof (SyLiveSlice));
  live->turns = g_array_new (FALSE, FALSE, sizeof (SyLiveTurn));
}

static void
clear_live (SyLive *live)
{
  g_clear_pointer (&live->slices, g_array_unref);
  g_clear_pointer (&live->turns, g_array_unref);
}

static void
sy_measurement_finalize (GObject *object)
{
  SyMeasurement *self = SY_MEASUREMENT (object);

  g_clear_pointer (&self->plan, sy_plan_free);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->report);
  g_clear_error (&self->error);
  clear_live (&self->live);
  clear_live (&self->fresh);
  pthread_mutex_destroy (&self->mutex);

  G_OBJECT_CLASS (sy_measurement_parent_class)->finalize (object);
}

static void
sy_measurement_class_init (SyMeasurementClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sy_measurement_finalize;

  signals[SIGNAL_FINISHED] =
    g_signal_new ("finished", SY_TYPE_MEASUREMENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
  signals[SIGNAL_PROGRESS] =
    g_signal_new ("progress", SY_TYPE_MEASUREMENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
}

static void
sy_measurement_init (SyMeasurement *self)
{
  self->cancellable = g_cancellable_new ();
  pthread_mutex_init (&self->mutex, NULL);
  init_live (&self->live);
  init_live (&self->fresh);
}

SyMeasurement *
sy_measurement_new (const SyPlan *plan)
{
  SyMeasurement *self = g_object_new (SY_TYPE_MEASUREMENT, NULL);

  self->plan = sy_plan_copy (plan);
  self->live.left_ns = sy_plan_get_duration_ns (plan);

  return self;
}

/* The arrays of a phase that is over are of no use to anybody watching. */
static void
take_over (SyMeasurement *self)
{
  GArray *slices = self->live.slices;
  GArray *turns = self->live.turns;

  if (self->fresh.phase != self->live.phase)
    {
      g_array_set_size (slices, 0);
      g_array_set_size (turns, 0);
    }

  g_array_append_vals (slices, self->fresh.slices->data, self->fresh.slices->len);
  g_array_append_vals (turns, self->fresh.turns->data, self->fresh.turns->len);
  g_array_set_size (self->fresh.slices, 0);
  g_array_set_size (self->fresh.turns, 0);
  self->live = self->fresh;
  self->live.slices = slices;
  self->live.turns = turns;
}

static gboolean
notify_progress_cb (gpointer data)
{
  SyMeasurement *self = data;

  pthread_mutex_lock (&self->mutex);
  self->is_notify_queued = FALSE;
  take_over (self);
  pthread_mutex_unlock (&self->mutex);

  if (self->is_running)
    g_signal_emit (self, signals[SIGNAL_PROGRESS], 0);

  return G_SOURCE_REMOVE;
}

static void
add_slice (SyLive           *live,
           const SyProgress *progress)
{
  const SySlice *slice = progress->slice;
  SyLiveSlice added = {
    .phase = progress->phase,
    .round = progress->round,
    .arm = progress->arm,
    .at_ns = slice->start_ns,
    .requests_per_s = slice->n_completed * 1e9 / (double) slice->duration_ns,
    .response_p50_ns = slice->has_quantiles ? slice->response_p50_ns : 0,
    .response_p99_ns = slice->has_quantiles ? slice->response_p99_ns : 0,
  };

  g_array_append_val (live->slices, added);
}

static void
add_turn (SyLive       *live,
          guint         phase,
          const SyTurn *turn)
{
  SyLiveTurn added = {
    .phase = phase,
    .round = turn->round,
    .arm = turn->arm,
    .requests_per_s = sy_turn_get_requests_per_s (turn),
  };

  if (sy_histogram_get_count (turn->trial->response) > 0)
    added.response_p99_ns = sy_histogram_get_quantile (turn->trial->response, 0.99);
  g_array_append_val (live->turns, added);
}

static void
add_turns (SyMeasurement    *self,
           const SyProgress *progress)
{
  const SyPhase *phase = progress->run->phases->pdata[progress->phase];

  for (; self->n_turns_seen < phase->turns->len; self->n_turns_seen++)
    add_turn (&self->fresh, progress->phase, phase->turns->pdata[self->n_turns_seen]);
}

static void
begin_phase (SyMeasurement *self,
             guint          phase)
{
  g_array_set_size (self->fresh.slices, 0);
  g_array_set_size (self->fresh.turns, 0);
  self->fresh.phase = phase;
  self->n_turns_seen = 0;
}

/* On the thread that runs the experiment, between two looks at its sockets: hence so little. */
static void
progress_cb (const SyProgress *progress,
             gpointer          data)
{
  SyMeasurement *self = data;
  gint64 now_ns = sy_clock_now_ns ();
  gboolean notifies = progress->slice == NULL ||
                      now_ns - self->notified_at_ns >= NOTIFY_EVERY_NS;
  g_autoptr(GSource) source = NULL;

  pthread_mutex_lock (&self->mutex);
  if (progress->phase != self->fresh.phase)
    begin_phase (self, progress->phase);
  self->fresh.round = progress->round;
  self->fresh.arm = progress->arm;
  self->fresh.is_pilot = progress->is_pilot;
  self->fresh.elapsed_ns = progress->elapsed_ns;
  self->fresh.left_ns = progress->left_ns;
  if (progress->slice != NULL && !progress->is_pilot)
    add_slice (&self->fresh, progress);
  add_turns (self, progress);
  self->fresh.turn = self->n_turns_seen;
  if (notifies && !self->is_notify_queued)
    source = g_idle_source_new ();
  self->is_notify_queued |= notifies;
  pthread_mutex_unlock (&self->mutex);

  if (source == NULL)
    return;

  self->notified_at_ns = now_ns;
  g_source_set_callback (source, notify_progress_cb, g_object_ref (self), g_object_unref);
  g_source_attach (source, NULL);
}

static gboolean
has_turns (const SyRun *run)
{
  for (guint i = 0; i < run->phases->len; i++)
    if (((const SyPhase *) run->phases->pdata[i])->turns->len > 0)
      return TRUE;

  return FALSE;
}

/* Why a run has nothing in it: the first phase says so, or a person stopped it at once. */
static GError *
make_nothing_error (const SyRun *run)
{
  for (guint i = 0; i < run->phases->len; i++)
    {
      const SyPhase *phase = run->phases->pdata[i];

      if (phase->problem != NULL)
        return g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, phase->problem);
    }

  return g_error_new (G_IO_ERROR, G_IO_ERROR_CANCELLED,
                      _("Stopped before the first turn was complete, so there is nothing to keep"));
}

typedef struct
{
  SyReport *report;
  GError   *error;
} Outcome;

static void
outcome_free (gpointer data)
{
  Outcome *self = data;

  g_clear_object (&self->report);
  g_clear_error (&self->error);
  g_free (self);
}

static Outcome *
conclude (SyRun *run)
{
  Outcome *outcome = g_new0 (Outcome, 1);
  g_autofree char *path = sy_run_store_get_path (run);

  if (!has_turns (run))
    {
      outcome->error = make_nothing_error (run);
      sy_run_free (run);
      return outcome;
    }

  if (!sy_run_save (run, path, SY_FILE_KEEP_EXISTING, &outcome->error))
    g_clear_pointer (&path, g_free);
  outcome->report = sy_report_new (run, path);

  return outcome;
}

static void
run_in_thread (GTask        *task,
               gpointer      source,
               gpointer      data,
               GCancellable *cancellable)
{
  SyMeasurement *self = source;
  GError *error = NULL;
  SyRun *run = sy_experiment_run (self->plan, progress_cb, self, cancellable, &error);

  if (run != NULL)
    g_task_return_pointer (task, conclude (run), outcome_free);
  else
    g_task_return_error (task, error);
}

static void
run_cb (GObject      *object,
        GAsyncResult *result,
        gpointer      data)
{
  SyMeasurement *self = SY_MEASUREMENT (object);
  Outcome *outcome = g_task_propagate_pointer (G_TASK (result), &self->error);

  if (outcome != NULL)
    {
      self->report = g_steal_pointer (&outcome->report);
      self->error = g_steal_pointer (&outcome->error);
      outcome_free (outcome);
    }

  self->is_running = FALSE;
  g_signal_emit (self, signals[SIGNAL_FINISHED], 0);
}

void
sy_measurement_start (SyMeasurement *self)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (SY_IS_MEASUREMENT (self));
  g_return_if_fail (!self->is_running && self->report == NULL && self->error == NULL);

  /* What was measured until it was stopped is a result as well. */
  task = g_task_new (self, self->cancellable, run_cb, NULL);
  g_task_set_source_tag (task, sy_measurement_start);
  g_task_set_check_cancellable (task, FALSE);
  self->is_running = TRUE;
  g_task_run_in_thread (task, run_in_thread);
}

void
sy_measurement_stop (SyMeasurement *self)
{
  g_return_if_fail (SY_IS_MEASUREMENT (self));

  g_cancellable_cancel (self->cancellable);
}

const SyPlan *
sy_measurement_get_plan (SyMeasurement *self)
{
  g_return_val_if_fail (SY_IS_MEASUREMENT (self), NULL);

  return self->plan;
}

gboolean
sy_measurement_is_running (SyMeasurement *self)
{
  g_return_val_if_fail (SY_IS_MEASUREMENT (self), FALSE);

  return self->is_running;
}

gboolean
sy_measurement_is_stopping (SyMeasurement *self)
{
  g_return_val_if_fail (SY_IS_MEASUREMENT (self), FALSE);

  return self->is_running && g_cancellable_is_cancelled (self->cancellable);
}

const SyLive *
sy_measurement_get_live (SyMeasurement *self)
{
  g_return_val_if_fail (SY_IS_MEASUREMENT (self), NULL);

  return &self->live;
}

SyReport *
sy_measurement_get_report (SyMeasurement *self)
{
  g_return_val_if_fail (SY_IS_MEASUREMENT (self), NULL);

  return self->report;
}

const GError *
sy_measurement_get_error (SyMeasurement *self)
{
  g_return_val_if_fail (SY_IS_MEASUREMENT (self), NULL);

  return self->error;
}
