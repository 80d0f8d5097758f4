/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib.h>

#include "cli/sy-plan-options.h"
#include "core/sy-clock.h"

/* What a command line makes: read as “measure” or “sweep” read it. */
typedef SyPlan *(*PlanMaker) (const SyOptions  *options,
                              GError          **error);

static SyPlan *
make (PlanMaker    maker,
      const char  *line,
      GError     **error)
{
  g_auto(SyOptions) options = { NULL };
  g_auto(GStrv) words = g_strsplit (line, " ", -1);
  const SyOptionSet set = SY_OPTIONS_SERVERS | SY_OPTIONS_CONNECTIONS | SY_OPTIONS_PLAN
                          | SY_OPTIONS_SAVE | SY_OPTIONS_HELP;

  if (!sy_options_parse (&options, set, &words, error))
    return NULL;

  return maker (&options, error);
}

static SyPlan *
make_sound (PlanMaker   maker,
            const char *line)
{
  g_autoptr(GError) error = NULL;
  SyPlan *plan = make (maker, line, &error);

  g_assert_no_error (error);
  return plan;
}

static SyPhasePlan *
get_phase (const SyPlan *plan,
           guint         index)
{
  g_assert_cmpuint (index, <, plan->phases->len);
  return &g_array_index (plan->phases, SyPhasePlan, index);
}

static void
test_nothing_is_the_default (void)
{
  g_autoptr(SyPlan) plan = make_sound (sy_options_make_plan, "measure --seed 5");
  g_autoptr(SyPlan) model = sy_plan_new_default (5);

  g_assert_cmpuint (plan->seed, ==, 5);
  g_assert_cmpuint (plan->arms->len, ==, 2);
  g_assert_cmpuint (plan->phases->len, ==, model->phases->len);
  g_assert_cmpint (sy_plan_get_duration_ns (plan), ==, sy_plan_get_duration_ns (model));
}

static void
test_options_change_the_default (void)
{
  g_autoptr(SyPlan) plan = make_sound (sy_options_make_plan,
                                       "measure --arm event-loop --arm multi-loop --pairs 9 "
                                       "--duration 250ms --settle 0.1 --placement free "
                                       "--time-out 2 --reconnect-every 10 --loops 3 "
                                       "--switch-interval 1ms --interpreter-cost 25us");

  g_assert_cmpuint (plan->arms->len, ==, 2);
  g_assert_cmpstr (((const SyArm *) plan->arms->pdata[1])->id, ==, "multi-loop");
  g_assert_cmpint (plan->time_out_ns, ==, 2 * SY_NS_PER_S);
  g_assert_cmpuint (plan->reconnect_every, ==, 10);
  g_assert_cmpuint (plan->n_loops, ==, 3);
  g_assert_cmpint (plan->switch_interval_ns, ==, SY_NS_PER_MS);
  g_assert_cmpint (plan->interpreter_cost_ns, ==, 25 * SY_NS_PER_US);
  for (guint i = 0; i < plan->phases->len; i++)
    {
      g_assert_cmpuint (get_phase (plan, i)->n_rounds, ==, 9);
      g_assert_cmpint (get_phase (plan, i)->window_ns, ==, 250 * SY_NS_PER_MS);
      g_assert_cmpint (get_phase (plan, i)->settle_ns, ==, 100 * SY_NS_PER_MS);
      g_assert_false (get_phase (plan, i)->is_sensitivity);
    }
}

static void
test_looks_decide_the_pairs (void)
{
  g_autoptr(SyPlan) plan = make_sound (sy_options_make_plan, "measure --looks --steps c1");

  for (guint i = 0; i < plan->phases->len; i++)
    {
      g_assert_true (get_phase (plan, i)->has_looks);
      g_assert_cmpuint (get_phase (plan, i)->n_rounds, ==, 18);
    }
}

static void
test_own_workload_gets_both_questions (void)
{
  g_autoptr(SyPlan) plan = make_sound (sy_options_make_plan, "measure --steps c2,w5");

  g_assert_cmpuint (plan->phases->len, ==, 2);
  g_assert_cmpint (get_phase (plan, 0)->load, ==, SY_LOAD_CLOSED);
  g_assert_cmpint (get_phase (plan, 1)->load, ==, SY_LOAD_OPEN_POISSON);
  g_assert_cmpfloat (get_phase (plan, 1)->rate_per_s, ==, 0);
  g_assert_cmpstr (get_phase (plan, 1)->scene, ==, SY_SCENE_CUSTOM);
}

static void
test_named_load_is_the_only_one (void)
{
  g_autoptr(SyPlan) closed = make_sound (sy_options_make_plan,
                                         "measure --workload one-heavy --connections 7 "
                                         "--think-time 20ms");
  g_autoptr(SyPlan) open = make_sound (sy_options_make_plan,
                                       "measure --steps w5 --rate 1.5k --arrivals constant");

  g_assert_cmpuint (closed->phases->len, ==, 1);
  g_assert_cmpuint (get_phase (closed, 0)->n_connections, ==, 7);
  g_assert_cmpint (get_phase (closed, 0)->think_time_ns, ==, 20 * SY_NS_PER_MS);
  g_assert_cmpuint (open->phases->len, ==, 1);
  g_assert_cmpint (get_phase (open, 0)->load, ==, SY_LOAD_OPEN_CONSTANT);
  g_assert_cmpfloat (get_phase (open, 0)->rate_per_s, ==, 1500);
}

static void
test_one_server_has_no_pinned_row (void)
{
  g_autoptr(SyPlan) plan = make_sound (sy_options_make_plan,
                                       "measure --arm event-loop --scene waiting");

  for (guint i = 0; i < plan->phases->len; i++)
    {
      g_assert_false (get_phase (plan, i)->is_sensitivity);
      g_assert_cmpstr (get_phase (plan, i)->scene, ==, "waiting");
    }
}

static void
test_sweep_has_a_phase_for_each_value (void)
{
  g_autoptr(SyPlan) closed = make_sound (sy_options_make_sweep, "sweep --connections 1,8,64");
  g_autoptr(SyPlan) open = make_sound (sy_options_make_sweep, "sweep --steps w5 --rate 500,1k");

  g_assert_cmpuint (closed->phases->len, ==, 3);
  g_assert_cmpuint (get_phase (closed, 1)->n_connections, ==, 8);
  g_assert_cmpstr (get_phase (closed, 2)->scene, ==, "waiting");
  g_assert_cmpuint (open->phases->len, ==, 2);
  g_assert_cmpfloat (get_phase (open, 1)->rate_per_s, ==, 1000);
  g_assert_cmpint (get_phase (open, 1)->load, ==, SY_LOAD_OPEN_POISSON);
}

/* Each is refused as wrong usage, and the message names the option to look at. */
static void
test_nonsense_is_refused (void)
{
  const struct
  {
    PlanMaker   maker;
    const char *line;
    const char *word;
  } cases[] = {
    { sy_options_make_plan, "measure --connections 8 --rate 100", "--rate" },
    { sy_options_make_plan, "measure --steps c1 --workload one-heavy", "--workload" },
    { sy_options_make_plan, "measure --scene waiting --steps c1", "--scene" },
    { sy_options_make_plan, "measure --rate 100 --think-time 1", "--think-time" },
    { sy_options_make_plan, "measure --looks --pairs 9", "--looks" },
    { sy_options_make_plan, "measure --force", "--force" },
    { sy_options_make_plan, "measure --connections 8 --arrivals poisson", "--arrivals" },
    { sy_options_make_plan, "measure --arm nothing", "--arm" },
    { sy_options_make_plan, "measure --arm event-loop --arm event-loop", "--arm" },
    { sy_options_make_plan, "measure --scene nothing", "--scene" },
    { sy_options_make_plan, "measure --workload nothing", "--workload" },
    { sy_options_make_plan, "measure --steps c1,q2", "--steps" },
    { sy_options_make_plan, "measure --connections 1,2", "--connections" },
    { sy_options_make_plan, "measure --connections 1.5", "--connections" },
    { sy_options_make_plan, "measure --connections 0", "--connections" },
    { sy_options_make_plan, "measure --rate -5", "--rate" },
    { sy_options_make_plan, "measure --duration 5parsecs", "--duration" },
    { sy_options_make_plan, "measure --pairs 0", "--pairs" },
    { sy_options_make_plan, "measure --seed -1", "--seed" },
    { sy_options_make_plan, "measure --seed 9007199254740992", "--seed" },
    { sy_options_make_plan, "measure --placement here", "--placement" },
    { sy_options_make_plan, "measure --arrivals sometimes --rate 5", "--arrivals" },
    { sy_options_make_plan, "measure --conections 5", "--connections" },
    { sy_options_make_plan, "measure --pairs", "--pairs" },
    { sy_options_make_sweep, "sweep", "--connections" },
    { sy_options_make_sweep, "sweep --connections 1,,2", "--connections" },
    { sy_options_make_sweep, "sweep --connections 1,2 --scene waiting --scene computing",
      "--scene" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(SyPlan) plan = make (cases[i].maker, cases[i].line, &error);

      g_test_message ("%s: %s", cases[i].line, error != NULL ? error->message : "accepted");
      g_assert_null (plan);
      g_assert_nonnull (error);
      g_assert_true (error->domain == SY_USAGE_ERROR);
      g_assert_nonnull (g_strstr_len (error->message, -1, cases[i].word));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plan-options/nothing/is-the-default", test_nothing_is_the_default);
  g_test_add_func ("/plan-options/options/change-the-default", test_options_change_the_default);
  g_test_add_func ("/plan-options/looks/decide-the-pairs", test_looks_decide_the_pairs);
  g_test_add_func ("/plan-options/own-workload/gets-both-questions",
                   test_own_workload_gets_both_questions);
  g_test_add_func ("/plan-options/named-load/is-the-only-one", test_named_load_is_the_only_one);
  g_test_add_func ("/plan-options/one-server/has-no-pinned-row",
                   test_one_server_has_no_pinned_row);
  g_test_add_func ("/plan-options/sweep/has-a-phase-for-each-value",
                   test_sweep_has_a_phase_for_each_value);
  g_test_add_func ("/plan-options/nonsense/is-refused", test_nonsense_is_refused);

  return g_test_run ();
}
