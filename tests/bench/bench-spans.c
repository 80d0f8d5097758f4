/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What following requests costs: nanoseconds for a span, and of the processor time of a request,
 * spans by nanoseconds by the share of the requests that are followed (METHOD: 0.5 % at most).
 */

#include <glib.h>
#include <stdlib.h>

#include "core/sy-clock.h"
#include "lab/sy-experiment.h"
#include "server/sy-tracer.h"

enum { N_BATCHES = 9, N_LIVES = 4000, SPANS_PER_LIFE = 7 };

static int
compare_doubles (const void *a,
                 const void *b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
get_median (double *values)
{
  qsort (values, N_BATCHES, sizeof *values, compare_doubles);

  return values[N_BATCHES / 2];
}

static void
live (SyTrack *track,
      guint32  id)
{
  sy_track_touch (track);
  sy_track_name (track, id);
  sy_track_enter (track, SY_SPAN_COMPUTING);
  sy_track_enter (track, SY_SPAN_WAITING);
  sy_track_enter (track, SY_SPAN_QUEUED);
  sy_track_enter (track, SY_SPAN_COMPUTING);
  sy_track_enter (track, SY_SPAN_SENDING);
  sy_track_end (track);
}

/* Of a life, per span. */
static double
time_batch (guint n_awaited,
            guint first_id)
{
  SyTracer tracer = { 0 };
  SyLane lane = { NULL };
  SyTrack track;
  gint64 began_at_ns, took_ns;

  sy_tracer_prepare (&tracer);
  if (n_awaited > 0)
    sy_tracer_arm (&tracer, n_awaited);
  sy_track_init (&track, &tracer, &lane);

  began_at_ns = sy_clock_now_ns ();
  for (guint32 i = 0; i < N_LIVES; i++)
    live (&track, first_id > 0 ? first_id + i : 0);
  took_ns = sy_clock_now_ns () - began_at_ns;
  sy_tracer_clear (&tracer);

  return (double) took_ns / N_LIVES / SPANS_PER_LIFE;
}

static double
time_spans (guint n_awaited,
            guint first_id)
{
  double times_ns[N_BATCHES];

  for (guint i = 0; i < N_BATCHES; i++)
    times_ns[i] = time_batch (n_awaited, first_id);

  return get_median (times_ns);
}

static SyRun *
measure (const char *workload)
{
  g_autoptr(SyPlan) plan = sy_plan_new ();
  g_auto(SyPhasePlan) phase = sy_phase_plan_default ();
  guint n_arms;
  const SyArm *arms = sy_arms_get (&n_arms);

  for (guint i = 0; i < n_arms; i++)
    sy_plan_add_arm (plan, arms[i].id, NULL);
  g_assert_true (sy_workload_parse (workload, &phase.workload, NULL));
  phase.n_rounds = 1;
  sy_plan_add_phase (plan, &phase);

  return sy_experiment_run (plan, NULL, NULL, NULL, NULL);
}

/* Only the first turn of a server in a phase is followed; the share is that turn's. */
static void
print_turn (const SyTurn *turn,
            const SyPlan *plan,
            double        span_ns)
{
  const SyArm *arm = plan->arms->pdata[turn->arm];
  const SyTrial *trial = turn->trial;
  double n_requests = (double) trial->n_completed_in_window;
  double cpu_ns = (double) turn->server_cpu_ns / n_requests;
  double spans = (double) turn->trace->spans->len / turn->trace->requests->len;
  double share = MIN (1, turn->trace->requests->len / n_requests);
  double cost_ns = spans * span_ns * share;

  g_print ("  %-20s %5.1f spans, 1 request in %5.1f, %7.1f ns of %6.1f µs: %.3f %%%s\n",
           arm->id, spans, 1 / share, cost_ns, cpu_ns / 1e3, 100 * cost_ns / cpu_ns,
           cost_ns > 0.005 * cpu_ns ? "  TOO MUCH" : "");
}

static void
print_costs (const char *workload,
             double      span_ns)
{
  g_autoptr(SyRun) run = measure (workload);
  const SyPhase *phase = run->phases->pdata[0];

  g_print ("%s\n", workload);
  for (guint i = 0; i < phase->turns->len; i++)
    {
      const SyTurn *turn = phase->turns->pdata[i];

      if (turn->trace != NULL)
        print_turn (turn, run->plan, span_ns);
    }
}

int
main (void)
{
  double span_ns = time_spans (N_LIVES, 1);

  g_print ("followed: %.1f ns a span (median of %d batches)\n", span_ns, N_BATCHES);
  g_print ("not sampled, while some are awaited: %.1f ns a request\n",
           time_spans (1, 0) * SPANS_PER_LIFE);
  g_print ("off: %.1f ns a request\n", time_spans (0, 1) * SPANS_PER_LIFE);
  print_costs ("b512", span_ns);
  print_costs ("c20,w5,b1024", span_ns);
  print_costs ("b512:63+c20000:1", span_ns);

  return 0;
}
