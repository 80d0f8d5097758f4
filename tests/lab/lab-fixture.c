/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lab-fixture.h"

#include <math.h>
#include <stdarg.h>

#include "core/sy-clock.h"
#include "core/sy-random.h"

SyRun *
lab_fixture_run (const char *first_arm,
                 ...)
{
  g_autoptr(SyPlan) plan = sy_plan_new ();
  va_list arms;

  va_start (arms, first_arm);
  for (const char *id = first_arm; id != NULL; id = va_arg (arms, const char *))
    g_assert_true (sy_plan_add_arm (plan, id, NULL));
  va_end (arms);

  return sy_run_new (plan);
}

SyPhase *
lab_fixture_add_phase (SyRun      *run,
                       SyLoadKind  load,
                       guint       n_rounds)
{
  g_auto(SyPhasePlan) plan = sy_phase_plan_default ();
  SyPhase *phase;

  g_free (plan.scene);
  plan.scene = g_strdup ("waiting");
  plan.load = load;
  plan.rate_per_s = load == SY_LOAD_CLOSED ? 0 : 1000;
  plan.n_rounds = n_rounds;
  g_assert_true (sy_workload_parse ("c20,w5,b1024", &plan.workload, NULL));
  sy_plan_add_phase (run->plan, &plan);

  phase = sy_phase_new (&plan);
  g_ptr_array_add (run->phases, phase);
  return phase;
}

static SyTrial *
make_trial (guint  n_connections,
            double requests_per_s,
            gint64 response_ns)
{
  SyTrial *trial = g_new0 (SyTrial, 1);
  guint64 n = (guint64) (requests_per_s * 0.8);
  guint64 share = n / n_connections;

  trial->window_ns = 800 * SY_NS_PER_MS;
  trial->n_sent = trial->n_completed = trial->n_completed_in_window = n;
  trial->response = sy_histogram_new_for_time ();
  trial->service = sy_histogram_new_for_time ();
  trial->lateness = sy_histogram_new_for_time ();
  trial->slices = g_array_new (FALSE, TRUE, sizeof (SySlice));
  trial->per_connection = g_array_new (FALSE, TRUE, sizeof (guint64));
  sy_histogram_record_n (trial->response, response_ns, (gint64) n);
  sy_histogram_record_n (trial->service, response_ns, (gint64) n);
  for (guint i = 0; i < n_connections; i++)
    g_array_append_val (trial->per_connection, share);

  return trial;
}

SyTurn *
lab_fixture_add_turn (SyPhase *phase,
                      guint    round,
                      guint    arm,
                      double   requests_per_s,
                      gint64   response_ns)
{
  SyTurn *turn = sy_turn_new ();

  turn->round = round;
  turn->arm = arm;
  turn->trial = make_trial (phase->plan.n_connections, requests_per_s, response_ns);
  turn->has_server_cpu = TRUE;
  turn->server_cpu_ns = 400 * SY_NS_PER_MS;
  g_ptr_array_add (phase->turns, turn);

  return turn;
}

SyPhase *
lab_fixture_add_pairs (SyRun   *run,
                       guint    n_rounds,
                       double   ratio,
                       double   spread,
                       guint64  seed)
{
  SyPhase *phase = lab_fixture_add_phase (run, SY_LOAD_CLOSED, n_rounds);
  SyRandom random = sy_random_new (seed, 0);

  for (guint round = 0; round < n_rounds; round++)
    {
      double pair_ratio = ratio * exp (spread * sy_random_normal (&random));
      double rates[] = { 10000 * pair_ratio, 10000 };

      for (guint turn = 0; turn < 2; turn++)
        {
          guint arm = sy_plan_get_arm_at (run->plan, round, turn);

          lab_fixture_add_turn (phase, round, arm, rates[arm], 5 * SY_NS_PER_MS);
        }
    }

  return phase;
}
