/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lab/sy-plan.h"

#include "core/sy-clock.h"
#include "core/sy-cpus.h"

static SyPlan *
make_plan (void)
{
  SyPlan *plan = sy_plan_new ();
  g_auto(SyPhasePlan) phase = sy_phase_plan_default ();

  g_assert_true (sy_plan_add_arm (plan, "event-loop", NULL));
  g_assert_true (sy_plan_add_arm (plan, "lock-threaded", NULL));
  g_assert_true (sy_workload_parse ("w5", &phase.workload, NULL));
  sy_plan_add_phase (plan, &phase);

  return plan;
}

static SyPhasePlan *
get_phase (SyPlan *plan,
           guint   index)
{
  return &g_array_index (plan->phases, SyPhasePlan, index);
}

static void
test_order_is_counterbalanced (void)
{
  g_autoptr(SyPlan) plan = make_plan ();
  guint first = sy_plan_get_arm_at (plan, 0, 0);

  for (guint round = 0; round < 8; round++)
    {
      guint expected = round % 2 == 0 ? first : 1 - first;

      g_assert_cmpuint (sy_plan_get_arm_at (plan, round, 0), ==, expected);
      g_assert_cmpuint (sy_plan_get_arm_at (plan, round, 1), ==, 1 - expected);
    }
}

static void
test_order_puts_each_of_many_everywhere (void)
{
  g_autoptr(SyPlan) plan = make_plan ();
  guint n_seen[3][3] = { 0 };

  g_assert_true (sy_plan_add_arm (plan, "free-threaded", NULL));
  for (guint round = 0; round < 6; round++)
    for (guint turn = 0; turn < 3; turn++)
      n_seen[sy_plan_get_arm_at (plan, round, turn)][turn]++;

  for (guint arm = 0; arm < 3; arm++)
    for (guint turn = 0; turn < 3; turn++)
      g_assert_cmpuint (n_seen[arm][turn], ==, 2);
}

static void
test_seed_picks_who_starts (void)
{
  g_autoptr(SyPlan) plan = make_plan ();
  guint n_first = 0;

  for (plan->seed = 0; plan->seed < 200; plan->seed++)
    n_first += sy_plan_get_arm_at (plan, 0, 0);

  g_assert_cmpuint (n_first, >, 60);
  g_assert_cmpuint (n_first, <, 140);
}

static void
test_default_follows_the_method (void)
{
  g_autoptr(SyPlan) plan = sy_plan_new_default (7);
  const SyPhasePlan *closed = get_phase (plan, 0);
  const SyPhasePlan *open = get_phase (plan, 1);
  guint n_cpus = sy_cpus_count_usable ();

  g_assert_true (sy_plan_validate (plan, NULL));
  g_assert_cmpuint (plan->arms->len, ==, 2);
  g_assert_cmpuint (plan->phases->len, ==, n_cpus == 2 || n_cpus == 3 ? 5 : 4);
  g_assert_cmpint (closed->load, ==, SY_LOAD_CLOSED);
  g_assert_cmpuint (closed->n_connections, ==, 64);
  g_assert_cmpuint (closed->n_rounds, ==, 8);
  g_assert_cmpint (open->load, ==, SY_LOAD_OPEN_POISSON);
  g_assert_cmpstr (open->scene, ==, closed->scene);
  g_assert_cmpint (sy_plan_get_duration_ns (plan), >=, 60 * SY_NS_PER_S);
  g_assert_cmpint (sy_plan_get_duration_ns (plan), <=, 90 * SY_NS_PER_S);
}

static void
test_copy_is_independent (void)
{
  g_autoptr(SyPlan) plan = make_plan ();
  g_autoptr(SyPlan) copy = sy_plan_copy (plan);

  g_assert_true (sy_plan_add_arm (plan, "multi-loop", NULL));
  g_assert_cmpuint (copy->arms->len, ==, 2);
  g_assert_cmpuint (copy->phases->len, ==, 1);
  g_assert_cmpstr (get_phase (copy, 0)->scene, ==, get_phase (plan, 0)->scene);
  g_assert_true (get_phase (copy, 0)->scene != get_phase (plan, 0)->scene);
}

static void
test_server_named_twice_is_refused (void)
{
  g_autoptr(SyPlan) plan = make_plan ();
  g_autoptr(GError) error = NULL;

  g_assert_false (sy_plan_add_arm (plan, "event-loop", &error));
  g_assert_error (error, SY_PLAN_ERROR, SY_PLAN_ERROR_INVALID);
}

static void
test_unknown_server_is_refused (void)
{
  g_autoptr(SyPlan) plan = make_plan ();
  g_autoptr(GError) error = NULL;

  g_assert_false (sy_plan_add_arm (plan, "evnt-loop", &error));
  g_assert_error (error, SY_SERVER_ERROR, SY_SERVER_ERROR_UNKNOWN_ARM);
  g_assert_nonnull (strstr (error->message, "evnt-loop"));
}

typedef struct
{
  const char *what;
  void      (*spoil) (SyPlan *plan);
} Spoilt;

static void
spoil_arms (SyPlan *plan)
{
  g_ptr_array_set_size (plan->arms, 0);
}

static void
spoil_phases (SyPlan *plan)
{
  g_array_set_size (plan->phases, 0);
}

static void
spoil_connections (SyPlan *plan)
{
  get_phase (plan, 0)->n_connections = 0;
}

static void
spoil_window (SyPlan *plan)
{
  get_phase (plan, 0)->window_ns = 0;
}

static void
spoil_rounds (SyPlan *plan)
{
  get_phase (plan, 0)->n_rounds = 0;
}

static void
spoil_workload (SyPlan *plan)
{
  get_phase (plan, 0)->workload.n_parts = 0;
}

static void
spoil_rate (SyPlan *plan)
{
  get_phase (plan, 0)->load = SY_LOAD_OPEN_CONSTANT;
}

static void
spoil_time_out (SyPlan *plan)
{
  plan->time_out_ns = 0;
}

static void
test_impossible_plans_are_refused (void)
{
  static const Spoilt spoilt[] = {
    { "server", spoil_arms },
    { "nothing to measure", spoil_phases },
    { "number of connections", spoil_connections },
    { "duration", spoil_window },
    { "number of pairs", spoil_rounds },
    { "workload", spoil_workload },
    { "rate", spoil_rate },
    { "time-out", spoil_time_out },
  };

  for (guint i = 0; i < G_N_ELEMENTS (spoilt); i++)
    {
      g_autoptr(SyPlan) plan = make_plan ();
      g_autoptr(GError) error = NULL;

      spoilt[i].spoil (plan);
      g_assert_false (sy_plan_validate (plan, &error));
      g_assert_error (error, SY_PLAN_ERROR, SY_PLAN_ERROR_INVALID);
      g_assert_nonnull (strstr (error->message, spoilt[i].what));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan/order/is-counterbalanced", test_order_is_counterbalanced);
  g_test_add_func ("/plan/order/puts-each-of-many-everywhere",
                   test_order_puts_each_of_many_everywhere);
  g_test_add_func ("/plan/order/seed-picks-who-starts", test_seed_picks_who_starts);
  g_test_add_func ("/plan/default/follows-the-method", test_default_follows_the_method);
  g_test_add_func ("/plan/copy/is-independent", test_copy_is_independent);
  g_test_add_func ("/plan/server/named-twice-is-refused", test_server_named_twice_is_refused);
  g_test_add_func ("/plan/server/unknown-is-refused", test_unknown_server_is_refused);
  g_test_add_func ("/plan/validate/impossible-plans-are-refused",
                   test_impossible_plans_are_refused);
  return g_test_run ();
}
