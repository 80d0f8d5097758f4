/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "stats/sy-coverage.h"

#include "core/sy-random.h"
#include "stats/sy-compare.h"
#include "stats/sy-looks.h"

static const struct
{
  SyNoise     noise;
  const char *name;
} noises[] = {
  { SY_NOISE_NORMAL, "normal" },
  { SY_NOISE_SKEWED, "equally skewed" },
  { SY_NOISE_DRIFTING, "drifting" },
  { SY_NOISE_ONE_SIDED, "one side skewed" },
};

static SyCoverage
simulate (SyNoise noise,
          guint   n_pairs,
          double  confidence,
          guint   n_simulations)
{
  const SyCoveragePlan plan = {
    .noise = noise,
    .sd_log = 0.1,
    .n_pairs = n_pairs,
    .n_simulations = n_simulations,
    .confidence = confidence,
    .seed = 20,
  };

  return sy_coverage_simulate (&plan);
}

/* At eight pairs, the fewest that give a verdict. */
static void
test_promise_kept (void)
{
  for (guint i = 0; i < 3; i++)
    {
      SyCoverage coverage = simulate (noises[i].noise, SY_MIN_PAIRS, 0.95, 40000);

      g_test_message ("%s: %.2f %%", noises[i].name, 100 * coverage.covered);
      g_assert_cmpfloat_with_epsilon (coverage.covered, 0.95, 0.01);
    }
}

static void
test_worst_case_known (void)
{
  SyCoverage coverage = simulate (SY_NOISE_ONE_SIDED, SY_MIN_PAIRS, 0.95, 40000);

  g_test_message ("%.2f %%", 100 * coverage.covered);
  g_assert_cmpfloat (coverage.covered, >=, 0.87);
  g_assert_cmpfloat (coverage.covered, <=, 0.92);
}

static void
test_table (void)
{
  g_test_message ("coverage of the 95 %% interval, in per cent, 10,000 simulations each");
  g_test_message ("%-16s %6s %6s %6s %6s %6s %6s", "pairs", "5", "6", "7", "8", "9", "10");
  for (guint i = 0; i < G_N_ELEMENTS (noises); i++)
    {
      g_autoptr(GString) row = g_string_new (NULL);

      g_string_append_printf (row, "%-16s", noises[i].name);
      for (guint n_pairs = 5; n_pairs <= 10; n_pairs++)
        {
          SyCoverage coverage = simulate (noises[i].noise, n_pairs, 0.95, 10000);

          g_string_append_printf (row, " %6.2f", 100 * coverage.covered);
          g_assert_cmpfloat (coverage.covered, >=, 0.87);
        }
      g_test_message ("%s", row->str);
    }
}

/* Of 1,000 comparisons of an arm with itself, each with two metrics at the primaries' confidence
 * and any spread seen in practice, at most one in twenty may name a winner.
 */
static void
test_alike_too_close (void)
{
  SyRandom random = sy_random_new (21, 0);
  guint n_verdicts = 0;

  for (guint i = 0; i < 1000; i++)
    {
      SyCoveragePlan plan = { .n_pairs = SY_MIN_PAIRS, .n_simulations = 2, .seed = i };

      plan.confidence = SY_PRIMARY_CONFIDENCE;
      plan.sd_log = 0.05 + 0.14 * sy_random_uniform (&random);
      n_verdicts += sy_coverage_simulate (&plan).false_verdicts > 0;
    }

  g_test_message ("%u of 1,000 comparisons of an arm with itself named a winner", n_verdicts);
  g_assert_cmpuint (n_verdicts, <=, 50);
}

static void
test_false_verdicts_rare (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (noises); i++)
    {
      SyNoise noise = noises[i].noise;
      SyCoverage coverage = simulate (noise, SY_MIN_PAIRS, SY_PRIMARY_CONFIDENCE, 10000);

      g_test_message ("%s: %.2f %% false verdicts", noises[i].name, 100 * coverage.false_verdicts);
      g_assert_cmpfloat (coverage.false_verdicts, <=, 1 - SY_PRIMARY_CONFIDENCE);
    }
}

/* Three looks, each at a third of the error, err no more often than one at the end. */
static void
test_looking_costs_nothing (void)
{
  double all = 0;

  for (guint i = 0; i < G_N_ELEMENTS (noises); i++)
    {
      const SyCoveragePlan plan = {
        .noise = noises[i].noise,
        .sd_log = 0.19,
        .n_pairs = sy_looks[SY_N_LOOKS - 1],
        .n_simulations = 4000,
        .confidence = SY_PRIMARY_CONFIDENCE,
        .has_looks = TRUE,
        .seed = 22,
      };
      SyCoverage coverage = sy_coverage_simulate (&plan);

      g_test_message ("%s: %.2f %% false verdicts", noises[i].name, 100 * coverage.false_verdicts);
      g_assert_cmpfloat (coverage.false_verdicts, <=, 1 - SY_PRIMARY_CONFIDENCE);
      all += coverage.false_verdicts;
    }
  g_assert_cmpfloat (all, >, 0);
}

static void
test_looks_are_due (void)
{
  g_assert_true (sy_looks_are_due (SY_MIN_PAIRS));
  g_assert_true (sy_looks_are_due (18));
  g_assert_false (sy_looks_are_due (7));
  g_assert_false (sy_looks_are_due (9));
  g_assert_cmpfloat_with_epsilon (sy_looks_get_confidence (0.97), 0.99, 1e-12);
}

static void
test_reproducible (void)
{
  SyCoveragePlan plan = {
    .noise = SY_NOISE_DRIFTING,
    .sd_log = 0.1,
    .n_pairs = 8,
    .n_simulations = 1000,
    .confidence = 0.95,
    .seed = 1,
  };
  SyCoverage first = sy_coverage_simulate (&plan);
  SyCoverage second = sy_coverage_simulate (&plan);
  SyCoverage other;

  plan.seed = 2;
  other = sy_coverage_simulate (&plan);

  g_assert_cmpfloat (first.covered, ==, second.covered);
  g_assert_cmpfloat (first.false_verdicts, ==, second.false_verdicts);
  g_assert_cmpfloat (first.covered, !=, other.covered);
}

/* A pair fewer than needed names nobody, whatever the data. */
static void
test_no_verdict_from_few (void)
{
  for (guint n_pairs = 2; n_pairs < SY_MIN_PAIRS; n_pairs++)
    {
      const SyCoveragePlan plan = {
        .sd_log = 0.19,
        .n_pairs = n_pairs,
        .n_simulations = 1000,
        .confidence = 0.5,
        .seed = 3,
      };

      g_assert_cmpfloat (sy_coverage_simulate (&plan).false_verdicts, ==, 0);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/coverage/promise/kept", test_promise_kept);
  g_test_add_func ("/coverage/promise/worst-case-known", test_worst_case_known);
  g_test_add_func ("/coverage/promise/table", test_table);
  g_test_add_func ("/coverage/verdict/alike-is-too-close", test_alike_too_close);
  g_test_add_func ("/coverage/verdict/false-ones-are-rare", test_false_verdicts_rare);
  g_test_add_func ("/coverage/verdict/none-from-few-pairs", test_no_verdict_from_few);
  g_test_add_func ("/coverage/looks/cost-nothing", test_looking_costs_nothing);
  g_test_add_func ("/coverage/looks/are-due", test_looks_are_due);
  g_test_add_func ("/coverage/seed/reproduces", test_reproducible);

  return g_test_run ();
}
