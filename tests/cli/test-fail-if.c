/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib.h>
#include <string.h>

#include "cli/sy-fail-if.h"

static void
test_parse_reads_every_part (void)
{
  g_auto(SyFailIf) condition = { NULL };
  g_autoptr(GError) error = NULL;

  g_assert_true (sy_fail_if_parse ("response-time@waiting:event-loop / lock-threaded >= 1.5",
                                   &condition, &error));
  g_assert_no_error (error);
  g_assert_cmpint (condition.metric, ==, SY_METRIC_RESPONSE_TIME);
  g_assert_cmpstr (condition.scene, ==, "waiting");
  g_assert_cmpstr (condition.a->id, ==, "event-loop");
  g_assert_cmpstr (condition.b->id, ==, "lock-threaded");
  g_assert_cmpint (condition.op, ==, SY_OPERATOR_GREATER_OR_EQUAL);
  g_assert_cmpfloat (condition.limit, ==, 1.5);
}

/* Where the caret stands, counted from the beginning of the expression above it. */
static gssize
find_caret (const char *message)
{
  g_auto(GStrv) lines = g_strsplit (message, "\n", -1);
  guint n_lines = g_strv_length (lines);

  g_assert_cmpuint (n_lines, >=, 3);
  g_assert_nonnull (strchr (lines[n_lines - 1], '^'));
  return strchr (lines[n_lines - 1], '^') - lines[n_lines - 1] - 2;
}

static void
test_parse_points_at_the_fault (void)
{
  const struct
  {
    const char *text;
    gssize      caret;
  } cases[] = {
    { "", 0 },
    { "speed:event-loop/lock-threaded<1", 0 },
    { "capacity", 8 },
    { "capacity@:event-loop/lock-threaded<1", 9 },
    { "capacity:eventloop/lock-threaded<1", 9 },
    { "capacity:event-loop", 19 },
    { "capacity:event-loop/event-loop<1", 20 },
    { "capacity:event-loop/lock-threaded", 33 },
    { "capacity:event-loop/lock-threaded=1", 33 },
    { "capacity:event-loop/lock-threaded<", 34 },
    { "capacity:event-loop/lock-threaded<-1", 34 },
    { "capacity:event-loop/lock-threaded<0", 34 },
    { "capacity:event-loop/lock-threaded<nan", 34 },
    { "capacity:event-loop/lock-threaded<1.2x", 37 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SyFailIf condition = { NULL };
      g_autoptr(GError) error = NULL;

      g_assert_false (sy_fail_if_parse (cases[i].text, &condition, &error));
      g_assert_error (error, SY_FAIL_IF_ERROR, SY_FAIL_IF_ERROR_SYNTAX);
      g_assert_cmpint (find_caret (error->message), ==, cases[i].caret);
      g_assert_null (condition.text);
    }
}

static void
test_judge_wants_the_whole_interval (void)
{
  const SyInterval ratio = { 1.1, 1.0, 1.2 };
  const struct
  {
    SyOperator op;
    double     limit;
    SyTruth    truth;
  } cases[] = {
    { SY_OPERATOR_LESS, 1.3, SY_TRUTH_TRUE },
    { SY_OPERATOR_LESS, 1.2, SY_TRUTH_UNKNOWN },
    { SY_OPERATOR_LESS_OR_EQUAL, 1.2, SY_TRUTH_TRUE },
    { SY_OPERATOR_LESS, 1.1, SY_TRUTH_UNKNOWN },
    { SY_OPERATOR_LESS, 1.0, SY_TRUTH_FALSE },
    { SY_OPERATOR_LESS_OR_EQUAL, 1.0, SY_TRUTH_UNKNOWN },
    { SY_OPERATOR_GREATER, 0.9, SY_TRUTH_TRUE },
    { SY_OPERATOR_GREATER, 1.0, SY_TRUTH_UNKNOWN },
    { SY_OPERATOR_GREATER_OR_EQUAL, 1.0, SY_TRUTH_TRUE },
    { SY_OPERATOR_GREATER, 1.2, SY_TRUTH_FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SyFailIf condition = { .op = cases[i].op, .limit = cases[i].limit };

      g_assert_cmpint (sy_fail_if_judge (&condition, ratio), ==, cases[i].truth);
    }
}

/* A run of two servers in two scenes under a closed load, and its analysis, without trials. */
typedef struct
{
  SyRun      *run;
  SyAnalysis *analysis;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr(SyPlan) plan = sy_plan_new ();
  const char *const scenes[] = { "waiting", "computing" };

  sy_plan_add_arm (plan, "event-loop", NULL);
  sy_plan_add_arm (plan, "lock-threaded", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (scenes); i++)
    {
      g_auto(SyPhasePlan) phase = sy_phase_plan_default ();

      g_free (phase.scene);
      phase.scene = g_strdup (scenes[i]);
      sy_plan_add_phase (plan, &phase);
    }

  fixture->run = sy_run_new (plan);
  for (guint i = 0; i < plan->phases->len; i++)
    g_ptr_array_add (fixture->run->phases,
                     sy_phase_new (&g_array_index (plan->phases, SyPhasePlan, i)));
  fixture->analysis = sy_analysis_new (fixture->run);
  g_assert_cmpuint (fixture->analysis->verdicts->len, ==, 0);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  sy_analysis_free (fixture->analysis);
  sy_run_free (fixture->run);
}

static void
add_verdict (Fixture    *fixture,
             guint       phase,
             SyInterval  ratio)
{
  SyVerdict verdict = {
    .phase = phase,
    .metric = SY_METRIC_CAPACITY,
    .a = 0,
    .b = 1,
    .comparison = { .ratio = ratio, .n_pairs = 8 },
  };

  g_array_append_val (fixture->analysis->verdicts, verdict);
}

static SyTruth
evaluate (Fixture    *fixture,
          const char *text)
{
  g_auto(SyFailIf) condition = { NULL };

  g_assert_true (sy_fail_if_parse (text, &condition, NULL));
  return sy_fail_if_evaluate (&condition, fixture->run, fixture->analysis);
}

static void
test_evaluate_holds_in_any_scene (Fixture       *fixture,
                                  gconstpointer  data)
{
  add_verdict (fixture, 0, (SyInterval) { 1.9, 1.8, 2.0 });
  add_verdict (fixture, 1, (SyInterval) { 1.0, 0.9, 1.1 });

  g_assert_cmpint (evaluate (fixture, "capacity:event-loop/lock-threaded<1.2"), ==,
                   SY_TRUTH_TRUE);
  g_assert_cmpint (evaluate (fixture, "capacity@waiting:event-loop/lock-threaded<1.2"), ==,
                   SY_TRUTH_FALSE);
  g_assert_cmpint (evaluate (fixture, "capacity@computing:event-loop/lock-threaded>1"), ==,
                   SY_TRUTH_UNKNOWN);
  g_assert_cmpint (evaluate (fixture, "capacity:event-loop/lock-threaded>3"), ==,
                   SY_TRUTH_FALSE);
}

static void
test_evaluate_turns_the_ratio_round (Fixture       *fixture,
                                     gconstpointer  data)
{
  add_verdict (fixture, 0, (SyInterval) { 2.0, 1.6, 2.5 });

  g_assert_cmpint (evaluate (fixture, "capacity:lock-threaded/event-loop<=0.625"), ==,
                   SY_TRUTH_TRUE);
  g_assert_cmpint (evaluate (fixture, "capacity:lock-threaded/event-loop<0.39"), ==,
                   SY_TRUTH_FALSE);
}

static void
test_evaluate_knows_what_it_does_not_know (Fixture       *fixture,
                                           gconstpointer  data)
{
  SyWarning *warning = g_new0 (SyWarning, 1);

  g_assert_cmpint (evaluate (fixture, "capacity:event-loop/lock-threaded<1.2"), ==,
                   SY_TRUTH_UNKNOWN);

  add_verdict (fixture, 0, (SyInterval) { 1.0, 0.9, 1.1 });
  g_assert_cmpint (evaluate (fixture, "response-time:event-loop/lock-threaded<1.2"), ==,
                   SY_TRUTH_UNKNOWN);

  warning->code = "generator-bound";
  warning->text = g_strdup ("The load generator was busy");
  warning->breaks = TRUE;
  g_ptr_array_add (fixture->analysis->warnings, warning);
  g_assert_cmpint (evaluate (fixture, "capacity:event-loop/lock-threaded<1.2"), ==,
                   SY_TRUTH_UNKNOWN);
}

static void
test_check_refuses_what_is_never_measured (Fixture       *fixture,
                                           gconstpointer  data)
{
  const char *const never[] = {
    "capacity:event-loop/free-threaded<1",
    "response-time:event-loop/lock-threaded<1",
    "capacity@one-heavy:event-loop/lock-threaded<1",
  };
  g_auto(SyFailIf) measured = { NULL };

  for (guint i = 0; i < G_N_ELEMENTS (never); i++)
    {
      g_auto(SyFailIf) condition = { NULL };
      g_autoptr(GError) error = NULL;

      g_assert_true (sy_fail_if_parse (never[i], &condition, NULL));
      g_assert_false (sy_fail_if_check (&condition, fixture->run->plan, &error));
      g_assert_error (error, SY_FAIL_IF_ERROR, SY_FAIL_IF_ERROR_NEVER);
    }

  g_assert_true (sy_fail_if_parse ("capacity@computing:lock-threaded/event-loop<1", &measured,
                                   NULL));
  g_assert_true (sy_fail_if_check (&measured, fixture->run->plan, NULL));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/fail-if/parse/reads-every-part", test_parse_reads_every_part);
  g_test_add_func ("/fail-if/parse/points-at-the-fault", test_parse_points_at_the_fault);
  g_test_add_func ("/fail-if/judge/wants-the-whole-interval", test_judge_wants_the_whole_interval);
  g_test_add ("/fail-if/evaluate/holds-in-any-scene", Fixture, NULL, set_up,
              test_evaluate_holds_in_any_scene, tear_down);
  g_test_add ("/fail-if/evaluate/turns-the-ratio-round", Fixture, NULL, set_up,
              test_evaluate_turns_the_ratio_round, tear_down);
  g_test_add ("/fail-if/evaluate/knows-what-it-does-not-know", Fixture, NULL, set_up,
              test_evaluate_knows_what_it_does_not_know, tear_down);
  g_test_add ("/fail-if/check/refuses-what-is-never-measured", Fixture, NULL, set_up,
              test_check_refuses_what_is_never_measured, tear_down);

  return g_test_run ();
}
