/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lab/sy-lineup.h"

#include <string.h>

#include "lab-fixture.h"

/* Two runs, each with its analysis. */
typedef struct
{
  SyLineupEntry entries[2];
} Pair;

static SyRun *
make_run (const char *id,
          double      ratio)
{
  SyRun *run = lab_fixture_run ("event-loop", "lock-threaded", NULL);

  g_free (run->id);
  run->id = g_strdup (id);
  sy_environment_free (run->environment);
  run->environment = sy_environment_new_empty ();
  lab_fixture_add_pairs (run, 8, ratio, 0.02, 1);

  return run;
}

static Pair
make_pair (SyRun *first,
           SyRun *second)
{
  return (Pair) {
    {
      { first, sy_analysis_new (first) },
      { second, sy_analysis_new (second) },
    },
  };
}

static void
clear_pair (Pair *pair)
{
  for (guint i = 0; i < G_N_ELEMENTS (pair->entries); i++)
    {
      sy_analysis_free ((SyAnalysis *) pair->entries[i].analysis);
      sy_run_free ((SyRun *) pair->entries[i].run);
    }
}

static SyLineup *
line_up (const Pair *pair)
{
  g_autoptr(GError) error = NULL;
  SyLineup *lineup = sy_lineup_new (pair->entries, G_N_ELEMENTS (pair->entries), &error);

  g_assert_no_error (error);

  return lineup;
}

static char *
say_first (const SyLineup *lineup)
{
  g_assert_cmpuint (lineup->findings->len, >, 0);

  return sy_lineup_say_finding (&g_array_index (lineup->findings, SyLineupFinding, 0));
}

static void
test_agreement (void)
{
  Pair pair = make_pair (make_run ("a", 1.8), make_run ("b", 1.5));
  g_autoptr(SyLineup) lineup = line_up (&pair);
  g_autofree char *sentence = say_first (lineup);

  g_assert_cmpstr (sentence, ==,
                   "Event loop served more requests than Threads with one lock in each of 2 runs, "
                   "both on libsoup");
  g_assert_cmpuint (lineup->differences->len, ==, 0);
  g_assert_null (sy_lineup_say_different (lineup));
  g_assert_nonnull (sy_lineup_get_result (lineup, 1, 0, 1));
  clear_pair (&pair);
}

static void
test_dissent (void)
{
  Pair pair = make_pair (make_run ("a", 1.8), make_run ("b", 0.5));
  g_autoptr(SyLineup) lineup = line_up (&pair);
  g_autofree char *sentence = say_first (lineup);

  g_assert_true (g_str_has_prefix (sentence, "The runs do not agree on who served more requests "
                                             "(Event loop: 1, Threads with one lock: 1, "));
  clear_pair (&pair);
}

/* Which server is named first in a run's plan is no matter. */
static void
test_order_of_servers (void)
{
  SyRun *turned = lab_fixture_run ("lock-threaded", "event-loop", NULL);
  Pair pair;
  g_autoptr(SyLineup) lineup = NULL;
  const SyLineupFinding *finding;

  g_free (turned->id);
  turned->id = g_strdup ("b");
  lab_fixture_add_pairs (turned, 8, 0.5, 0.02, 1);
  pair = make_pair (make_run ("a", 1.8), turned);
  lineup = line_up (&pair);
  finding = &g_array_index (lineup->findings, SyLineupFinding, 0);

  g_assert_cmpuint (finding->n_a, ==, 2);
  g_assert_cmpuint (finding->n_b, ==, 0);
  g_assert_true (sy_lineup_get_result (lineup, 1, 0, 0) ==
                 sy_analysis_get_result (pair.entries[1].analysis, 0, 1));
  clear_pair (&pair);
}

static void
test_tie (void)
{
  Pair pair = make_pair (make_run ("a", 1), make_run ("b", 1));
  g_autoptr(SyLineup) lineup = line_up (&pair);
  g_autofree char *sentence = say_first (lineup);

  g_assert_nonnull (strstr (sentence, "were too close to call in each of 2 runs"));
  clear_pair (&pair);
}

static void
assert_refused (SyRun *first,
                SyRun *second,
                int    code)
{
  Pair pair = make_pair (first, second);
  g_autoptr(GError) error = NULL;
  g_autoptr(SyLineup) lineup = sy_lineup_new (pair.entries, 2, &error);

  g_assert_null (lineup);
  g_assert_error (error, SY_LINEUP_ERROR, code);
  clear_pair (&pair);
}

static void
test_same_run (void)
{
  assert_refused (make_run ("a", 1.8), make_run ("a", 1.8), SY_LINEUP_ERROR_SAME_RUN);
}

/* Thinking clients ask another question. */
static void
test_nothing_in_common (void)
{
  SyRun *other = make_run ("b", 1.8);

  ((SyPhase *) other->phases->pdata[0])->plan.think_time_ns = 1000;
  assert_refused (make_run ("a", 1.8), other, SY_LINEUP_ERROR_NOTHING_IN_COMMON);
}

static void
test_one_is_none (void)
{
  Pair pair = make_pair (make_run ("a", 1.8), make_run ("b", 1.8));
  g_autoptr(GError) error = NULL;
  g_autoptr(SyLineup) lineup = sy_lineup_new (pair.entries, 1, &error);

  g_assert_null (lineup);
  g_assert_error (error, SY_LINEUP_ERROR, SY_LINEUP_ERROR_NUMBER);
  clear_pair (&pair);
}

/* Verdicts within the runs still stand beside each other; figures come with a warning. */
static void
test_other_circumstances (void)
{
  SyRun *first = make_run ("a", 1.8);
  SyRun *other = make_run ("b", 1.8);
  Pair pair = make_pair (first, other);
  g_autoptr(SyLineup) lineup = NULL;
  const SyLineupDifference *cpu, *interval;

  sy_environment_add (other->environment, "cpu", "Made Up 3000");
  other->plan->switch_interval_ns *= 2;
  sy_environment_add (first->environment, "cpu", "Made Up 2000");
  lineup = line_up (&pair);

  g_assert_cmpuint (lineup->differences->len, ==, 2);
  cpu = lineup->differences->pdata[0];
  interval = lineup->differences->pdata[1];
  g_assert_cmpstr (cpu->key, ==, "cpu");
  g_assert_cmpstr (cpu->values->pdata[1], ==, "Made Up 3000");
  g_assert_cmpstr (interval->key, ==, "switch_interval");
  g_assert_cmpstr (interval->values->pdata[0], ==, "5.00 ms");
  g_assert_cmpstr (interval->shown->pdata[0], ==, "5.00 ms");
  g_assert_cmpstr (cpu->shown->pdata[1], ==, "Made Up 3000");
  g_assert_nonnull (sy_lineup_say_different (lineup));
  g_assert_cmpuint (lineup->findings->len, >, 0);
  clear_pair (&pair);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/lineup/verdicts/agree", test_agreement);
  g_test_add_func ("/lineup/verdicts/disagree", test_dissent);
  g_test_add_func ("/lineup/verdicts/order-of-servers", test_order_of_servers);
  g_test_add_func ("/lineup/verdicts/too-close", test_tie);
  g_test_add_func ("/lineup/refuses/same-run", test_same_run);
  g_test_add_func ("/lineup/refuses/nothing-in-common", test_nothing_in_common);
  g_test_add_func ("/lineup/refuses/one-run", test_one_is_none);
  g_test_add_func ("/lineup/warns/other-circumstances", test_other_circumstances);

  return g_test_run ();
}
