/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lab/sy-experiment.h"

#include <glib/gi18n-lib.h>

#include "core/sy-clock.h"
#include "core/sy-random.h"
#include "lab/sy-analysis.h"
#include "lab/sy-disturbance.h"
#include "lab/sy-figure.h"
#include "lab/sy-stage.h"
#include "stats/sy-looks.h"
#include "stats/sy-summary.h"

/* The seed's uses from here on, one a round of a phase; the order of turns has an earlier one. */
enum { TRIAL_STREAMS = 1000, MAX_ROUNDS = 100000 };

/* A server elsewhere is warm when its last three short turns agree within 10 %, or after 6 s. */
enum { N_STEADY = 3, MAX_WARM_UPS = 20 };

static const double STEADY_RATIO = 1.1;

/* An equal load for all: at half of what the slowest can do none is saturated. */
static const double OPEN_LOAD_SHARE = 0.5;

typedef struct
{
  const SyPlan   *plan;
  SyRun          *run;
  SyStage        *stage;
  SyProgressFunc  progress;
  gpointer        data;
  GCancellable   *cancellable;
  gint64          started_at_ns;
  gint64          left_ns;
  gint64          turn_started_at_ns;
  gboolean        has_piloted;
  SyProgress      now;
} Experiment;

static const SyPhasePlan *
get_phase_plan (Experiment *self)
{
  return &g_array_index (self->plan->phases, SyPhasePlan, self->now.phase);
}

static SyPhase *
get_phase (Experiment *self)
{
  return self->run->phases->pdata[self->now.phase];
}

static void
report (Experiment    *self,
        const SySlice *slice)
{
  gint64 now_ns = sy_clock_now_ns ();

  if (self->progress == NULL)
    return;

  self->now.elapsed_ns = now_ns - self->started_at_ns;
  self->now.left_ns = MAX (0, self->left_ns - (now_ns - self->turn_started_at_ns));
  self->now.slice = slice;
  self->progress (&self->now, self->data);
}

static void
report_slice (const SySlice *slice,
              gpointer       data)
{
  report (data, slice);
}

/* The same for every server of a round: arrivals and think times are part of the question. */
static guint64
draw_seed (Experiment *self)
{
  guint64 stream = TRIAL_STREAMS + (guint64) self->now.phase * MAX_ROUNDS + self->now.round;
  SyRandom random = sy_random_new (self->plan->seed, stream);

  return sy_random_next (&random);
}

static SyTurn *
run_turn (Experiment *self,
          gint64      settle_ns,
          gint64      window_ns,
          gboolean    is_traced)
{
  SyTurn *turn;

  self->turn_started_at_ns = sy_clock_now_ns ();
  report (self, NULL);
  turn = sy_stage_run_turn (self->stage, self->now.arm, draw_seed (self), settle_ns, window_ns,
                            is_traced, report_slice, self, self->cancellable);
  turn->round = self->now.round;
  turn->started_at_ns = self->turn_started_at_ns - self->started_at_ns;
  turn->duration_ns = sy_clock_now_ns () - self->turn_started_at_ns;
  self->left_ns = MAX (0, self->left_ns - settle_ns - window_ns);

  return turn;
}

/* 0 if nothing was completed. */
static double
run_pilot_turn (Experiment *self,
                gint64      window_ns)
{
  g_autoptr(SyTurn) discarded = run_turn (self, 0, window_ns, FALSE);

  return discarded->trial->is_cancelled ? 0 : sy_turn_get_requests_per_s (discarded);
}

static gboolean
is_steady (const double *rates,
           guint         n_rates)
{
  double slowest = G_MAXDOUBLE;
  double fastest = 0;

  for (guint i = n_rates - N_STEADY; i < n_rates; i++)
    {
      slowest = MIN (slowest, rates[i]);
      fastest = MAX (fastest, rates[i]);
    }

  return fastest <= STEADY_RATIO * slowest;
}

/* A runtime that compiles while it runs is measured once it has done so. */
static void
warm_up (Experiment *self)
{
  double rates[MAX_WARM_UPS];
  guint n = 0;

  do
    rates[n] = run_pilot_turn (self, SY_PLAN_WARM_UP_NS);
  while (rates[n++] > 0 && n < MAX_WARM_UPS && (n < SY_PLAN_MIN_WARM_UPS || !is_steady (rates, n)));
}

static void
run_pilot (Experiment *self)
{
  self->has_piloted = TRUE;
  self->now.is_pilot = TRUE;
  for (guint i = 0; i < self->plan->arms->len && self->plan->pilot_ns > 0; i++)
    {
      const SyArm *arm = self->plan->arms->pdata[i];

      self->now.arm = i;
      if (arm->library == SY_LIBRARY_EXTERNAL)
        warm_up (self);
      else
        run_pilot_turn (self, self->plan->pilot_ns);
    }
  self->now.is_pilot = FALSE;
}

/* In the rounds that follow a trace would only cost. */
static gboolean
has_trace (Experiment *self)
{
  const SyPhase *phase = get_phase (self);

  for (guint i = 0; i < phase->turns->len; i++)
    {
      const SyTurn *turn = phase->turns->pdata[i];

      if (turn->arm == self->now.arm && turn->trace != NULL)
        return TRUE;
    }

  return FALSE;
}

/* A turn cut short is not a trial; what was complete before it stays. */
static gboolean
run_and_keep_turn (Experiment *self)
{
  const SyPhasePlan *plan = get_phase_plan (self);
  SyPhase *phase = get_phase (self);
  SyTurn *turn = run_turn (self, plan->settle_ns, plan->window_ns, !has_trace (self));

  if (turn->trial->is_cancelled)
    {
      sy_turn_free (turn);
      return FALSE;
    }

  g_ptr_array_add (phase->turns, turn);
  report (self, NULL);
  return TRUE;
}

/* At most one turn of a phase is set aside and repeated, for the machine's fault only. */
static gboolean
take_turn (Experiment *self)
{
  SyPhase *phase = get_phase (self);
  const char *reason;
  SyTurn *turn;

  if (!run_and_keep_turn (self))
    return FALSE;

  turn = phase->turns->pdata[phase->turns->len - 1];
  reason = sy_disturbance_find (turn);
  if (reason == NULL || sy_phase_has_voided_turn (phase))
    return TRUE;

  turn->is_voided = TRUE;
  turn->void_reason = g_strdup (reason);
  g_clear_pointer (&turn->trace, sy_trace_free);
  return run_and_keep_turn (self);
}

/* 0 where nothing was completed. */
static double
get_capacity (const SyPhase *phase,
              guint          arm)
{
  g_autoptr(GArray) rates = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < phase->turns->len; i++)
    {
      const SyTurn *turn = phase->turns->pdata[i];
      double rate = sy_turn_get_requests_per_s (turn);

      if (turn->arm == arm && !turn->is_voided && rate > 0)
        g_array_append_val (rates, rate);
    }

  if (rates->len == 0)
    return 0;

  return sy_summary_geometric_mean (&g_array_index (rates, double, 0), rates->len);
}

static double
get_slowest_capacity (Experiment    *self,
                      const SyPhase *phase)
{
  double slowest = G_MAXDOUBLE;

  for (guint arm = 0; arm < self->plan->arms->len; arm++)
    slowest = MIN (slowest, get_capacity (phase, arm));

  return slowest;
}

/* An open load without a rate takes half the capacity found by the closed load before it. */
static gboolean
fill_in_rate (Experiment  *self,
              SyPhasePlan *plan,
              GError     **error)
{
  if (plan->load == SY_LOAD_CLOSED || plan->rate_per_s > 0)
    return TRUE;

  for (guint i = self->now.phase; i-- > 0;)
    {
      const SyPhase *earlier = self->run->phases->pdata[i];

      if (earlier->plan.load != SY_LOAD_CLOSED || !g_str_equal (earlier->plan.scene, plan->scene))
        continue;

      plan->rate_per_s = OPEN_LOAD_SHARE * get_slowest_capacity (self, earlier);
      break;
    }

  if (plan->rate_per_s > 0)
    return TRUE;

  g_set_error (error, SY_PLAN_ERROR, SY_PLAN_ERROR_INVALID,
               _("No capacity was measured to take half of"));
  return FALSE;
}

static void
note_problem (Experiment *self,
              GError     *problem)
{
  if (!g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    get_phase (self)->problem = g_strdup (problem->message);
}

/* Every round has its servers and connections anew.  On few processors the kernel may put a
 * server's threads together or apart and leave them so for minutes, which made the threads serve
 * 8,000 or 11,000 requests a second: a lot drawn once would decide a whole run, and its interval
 * not know.
 */
static gboolean
set_stage (Experiment *self)
{
  SyPhase *phase = get_phase (self);
  g_autoptr(GError) problem = NULL;

  g_clear_pointer (&self->stage, sy_stage_free);
  self->stage = sy_stage_new (self->plan, &phase->plan, self->cancellable, &problem);
  if (self->stage == NULL)
    note_problem (self, problem);

  return self->stage != NULL;
}

static gboolean
run_round (Experiment *self)
{
  if (!self->has_piloted)
    run_pilot (self);

  for (guint turn = 0; turn < self->plan->arms->len; turn++)
    {
      self->now.arm = sy_plan_get_arm_at (self->plan, self->now.round, turn);
      if (!take_turn (self))
        return FALSE;
    }

  return TRUE;
}

/* What is left of the phase is not measured, and was not planned any more. */
static void
end_early (Experiment *self)
{
  SyPhasePlan *plan = &get_phase (self)->plan;
  guint n_spared = plan->n_rounds - (self->now.round + 1);

  self->left_ns -= n_spared * self->plan->arms->len * (plan->settle_ns + plan->window_ns);
  plan->n_rounds -= n_spared;
}

static gboolean
has_seen_enough (Experiment *self)
{
  g_autoptr(SyAnalysis) analysis = NULL;

  if (!get_phase_plan (self)->has_looks || !sy_looks_are_due (self->now.round + 1))
    return FALSE;

  analysis = sy_analysis_new (self->run);
  return sy_analysis_is_decided (analysis, self->now.phase);
}

/* FALSE only where the person stopped it: a phase that cannot be measured, or not to its end, says
 * why and the next one has its turn.
 */
static gboolean
run_rounds (Experiment *self)
{
  guint n_rounds = get_phase_plan (self)->n_rounds;

  for (self->now.round = 0; self->now.round < n_rounds; self->now.round++)
    {
      if (!set_stage (self))
        return !g_cancellable_is_cancelled (self->cancellable);
      if (!run_round (self))
        return FALSE;
      if (has_seen_enough (self))
        {
          end_early (self);
          break;
        }
    }

  return TRUE;
}

static gboolean
run_phase (Experiment *self)
{
  SyPhase *phase = sy_phase_new (get_phase_plan (self));
  g_autoptr(GError) problem = NULL;
  gboolean goes_on;

  g_ptr_array_add (self->run->phases, phase);
  if (!fill_in_rate (self, &phase->plan, &problem))
    {
      note_problem (self, problem);
      return TRUE;
    }

  goes_on = run_rounds (self);
  g_clear_pointer (&self->stage, sy_stage_free);
  return goes_on;
}

SyRun *
sy_experiment_run (const SyPlan    *plan,
                   SyProgressFunc   progress,
                   gpointer         data,
                   GCancellable    *cancellable,
                   GError         **error)
{
  Experiment self = {
    .plan = plan,
    .progress = progress,
    .data = data,
    .cancellable = cancellable,
  };

  if (!sy_plan_validate (plan, error))
    return NULL;

  self.run = sy_run_new (plan);
  self.now.run = self.run;
  self.started_at_ns = sy_clock_now_ns ();
  self.left_ns = sy_plan_get_duration_ns (plan);
  self.run->is_complete = TRUE;
  for (guint i = 0; i < plan->phases->len && self.run->is_complete; i++)
    {
      self.now.phase = i;
      self.run->is_complete = run_phase (&self);
    }

  return self.run;
}
