/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "load/sy-arrivals.h"

#include <math.h>

#include "core/sy-clock.h"

static SyRequests *requests;

static SyTrialPlan
make_plan (SyLoadKind kind,
           double     rate_per_s,
           guint64    seed)
{
  return (SyTrialPlan) {
    .requests = requests,
    .kind = kind,
    .rate_per_s = rate_per_s,
    .seed = seed,
    .settle_ns = SY_NS_PER_S,
    .window_ns = 99 * SY_NS_PER_S,
  };
}

static const SyArrival *
get (GArray *arrivals,
     guint   i)
{
  return &g_array_index (arrivals, SyArrival, i);
}

static void
test_same_seed (void)
{
  SyTrialPlan plan = make_plan (SY_LOAD_OPEN_POISSON, 100, 7);
  g_autoptr(GArray) first = sy_arrivals_draw (&plan);
  g_autoptr(GArray) second = sy_arrivals_draw (&plan);

  g_assert_cmpuint (first->len, ==, second->len);
  for (guint i = 0; i < first->len; i++)
    {
      g_assert_cmpint (get (first, i)->at_ns, ==, get (second, i)->at_ns);
      g_assert_true (get (first, i)->request == get (second, i)->request);
    }
}

static void
test_other_seed (void)
{
  SyTrialPlan plan = make_plan (SY_LOAD_OPEN_POISSON, 100, 7);
  SyTrialPlan other_plan = make_plan (SY_LOAD_OPEN_POISSON, 100, 8);
  g_autoptr(GArray) first = sy_arrivals_draw (&plan);
  g_autoptr(GArray) second = sy_arrivals_draw (&other_plan);

  g_assert_cmpint (get (first, 0)->at_ns, !=, get (second, 0)->at_ns);
}

static void
test_constant (void)
{
  SyTrialPlan plan = make_plan (SY_LOAD_OPEN_CONSTANT, 1000, 1);
  g_autoptr(GArray) arrivals = sy_arrivals_draw (&plan);

  g_assert_cmpuint (arrivals->len, ==, 99999);
  for (guint i = 0; i < arrivals->len; i++)
    g_assert_cmpint (get (arrivals, i)->at_ns, ==, (i + 1) * SY_NS_PER_MS);
}

/* A constant rate that does not fit the grid keeps its mean, and never comes early. */
static void
test_constant_off_the_grid (void)
{
  SyTrialPlan plan = make_plan (SY_LOAD_OPEN_CONSTANT, 30000, 1);
  g_autoptr(GArray) arrivals = sy_arrivals_draw (&plan);

  for (guint i = 0; i < arrivals->len; i++)
    {
      double exact_ns = (i + 1) * (1e9 / 30000);
      double late_ns = (double) get (arrivals, i)->at_ns - exact_ns;

      g_assert_cmpfloat (late_ns, >=, -1);
      g_assert_cmpfloat (late_ns, <=, (double) SY_ARRIVALS_GRID_NS);
    }
}

/* The gaps of a Poisson process are exponential: their standard deviation is their mean.  The
 * bounds are four standard errors, of the mean 1/√n, of the deviation √2/√n.
 */
static void
test_poisson (void)
{
  SyTrialPlan plan = make_plan (SY_LOAD_OPEN_POISSON, 500, 3);
  g_autoptr(GArray) arrivals = sy_arrivals_draw (&plan);
  double n = arrivals->len;
  double mean_ns = (double) get (arrivals, arrivals->len - 1)->at_ns / n;
  double sum_of_squares = 0;

  for (guint i = 1; i < arrivals->len; i++)
    {
      double gap_ns = (double) (get (arrivals, i)->at_ns - get (arrivals, i - 1)->at_ns);

      sum_of_squares += (gap_ns - mean_ns) * (gap_ns - mean_ns);
    }

  g_assert_cmpfloat_with_epsilon (n, 50000, 4 * sqrt (50000));
  g_assert_cmpfloat_with_epsilon (mean_ns, 2e6, 4 * 2e6 / sqrt (n));
  g_assert_cmpfloat_with_epsilon (sqrt (sum_of_squares / n), 2e6, 4 * sqrt (2) * 2e6 / sqrt (n));
}

/* The counts in windows of a Poisson process have their mean for variance. */
static void
test_poisson_counts (void)
{
  SyTrialPlan plan = make_plan (SY_LOAD_OPEN_POISSON, 500, 4);
  g_autoptr(GArray) arrivals = sy_arrivals_draw (&plan);
  guint counts[1000] = { 0 };
  double sum_of_squares = 0;

  for (guint i = 0; i < arrivals->len; i++)
    counts[get (arrivals, i)->at_ns / (100 * SY_NS_PER_MS)]++;
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    sum_of_squares += (counts[i] - 50.0) * (counts[i] - 50.0);

  g_assert_cmpfloat_with_epsilon (sum_of_squares / 1000, 50, 4 * 50 * sqrt (2.0 / 1000));
}

static void
test_order_and_grid (void)
{
  SyTrialPlan plan = make_plan (SY_LOAD_OPEN_POISSON, 5000, 5);
  g_autoptr(GArray) arrivals = sy_arrivals_draw (&plan);
  gint64 before_ns = 0;

  for (guint i = 0; i < arrivals->len; i++)
    {
      gint64 at_ns = get (arrivals, i)->at_ns;

      g_assert_cmpint (at_ns, >=, before_ns);
      g_assert_cmpint (at_ns % SY_ARRIVALS_GRID_NS, ==, 0);
      before_ns = at_ns;
    }
  g_assert_cmpint (before_ns, <, 100 * SY_NS_PER_S);
}

static void
test_mix (void)
{
  SyTrialPlan plan = make_plan (SY_LOAD_OPEN_CONSTANT, 1000, 6);
  g_autoptr(GArray) arrivals = sy_arrivals_draw (&plan);
  const SyRequest *last = sy_requests_get (requests, 1, 1);
  guint n_second = 0;

  for (guint i = 0; i < arrivals->len; i++)
    {
      const SyRequest *request = get (arrivals, i)->request;

      if (request == sy_requests_get (requests, 0, 0))
        continue;

      /* Its two variants take turns. */
      g_assert_true (request != last);
      last = request;
      n_second++;
    }

  g_assert_cmpfloat_with_epsilon (n_second, 25000, 4 * sqrt (100000 * 0.25 * 0.75));
}

int
main (int    argc,
      char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);

  requests = sy_requests_new ();
  sy_requests_add_kind (requests, 3);
  sy_requests_add_variant (requests, "/a", FALSE, 0);
  sy_requests_add_kind (requests, 1);
  sy_requests_add_variant (requests, "/b", FALSE, 0);
  sy_requests_add_variant (requests, "/c", FALSE, 0);

  g_test_add_func ("/arrivals/seed/same-arrivals", test_same_seed);
  g_test_add_func ("/arrivals/seed/other-arrivals", test_other_seed);
  g_test_add_func ("/arrivals/constant/equal-gaps", test_constant);
  g_test_add_func ("/arrivals/constant/off-the-grid", test_constant_off_the_grid);
  g_test_add_func ("/arrivals/poisson/exponential-gaps", test_poisson);
  g_test_add_func ("/arrivals/poisson/counts", test_poisson_counts);
  g_test_add_func ("/arrivals/order/on-the-grid", test_order_and_grid);
  g_test_add_func ("/arrivals/mix/follows-weights", test_mix);

  result = g_test_run ();
  sy_requests_free (requests);

  return result;
}
