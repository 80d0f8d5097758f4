/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "stats/sy-student.h"

#include <math.h>

/* Worked out with mpmath at 30 digits from the regularised incomplete beta function, an independent
 * way; the values of printed tables are among them, such as 2.364624 and 2.841244 for 7.
 */
static const double probabilities[] = { 0.6, 0.75, 0.95, 0.975, 0.9875, 0.995, 0.9995, 0.999999 };

static const struct
{
  guint  df;
  double quantiles[G_N_ELEMENTS (probabilities)];
} table[] = {
  { 1, { 0.32491969623291, 1.0, 6.313751514675, 12.706204736175,
         25.451699579357, 63.656741162872, 636.61924876872, 318309.88618274 } },
  { 2, { 0.28867513459481, 0.81649658092773, 2.9199855803537, 4.3026527297495,
         6.2053468165707, 9.9248432009183, 31.599054576444, 707.10572052593 } },
  { 3, { 0.27667066233269, 0.76489232840435, 2.3533634348018, 3.1824463052837,
         4.1765348461045, 5.8409093097334, 12.923978636687, 103.29946778042 } },
  { 4, { 0.2707222947076, 0.74069708411268, 2.1318467863267, 2.7764451051978,
         3.4954059325164, 4.60409487135, 8.6103015813793, 41.577854150451 } },
  { 7, { 0.26316686135202, 0.71114177808179, 1.89457860509, 2.3646242515928,
         2.8412442485882, 3.4994832973505, 5.4078825208617, 14.241469651981 } },
  { 8, { 0.26192109674883, 0.70638661264484, 1.8595480375309, 2.3060041352042,
         2.7515235960631, 3.3553873313334, 5.0413054333734, 12.109834665556 } },
  { 17, { 0.25734700575128, 0.68919507515394, 1.7396067260751, 2.1098155778333,
          2.4580507203793, 2.8982305196774, 3.965126272119, 7.0364868567538 } },
  { 120, { 0.25390952321493, 0.67653972491252, 1.6576508993552, 1.9799304050824,
           2.2698747725116, 2.6174211451069, 3.3734537685625, 4.9974438295899 } },
  { 999, { 0.25341458333037, 0.67473541034672, 1.6463803454275, 1.9623414611334,
           2.2447865037045, 2.5807596372676, 3.3002924403987, 4.7816369788301 } },
};

static void
assert_near (double found,
             double expected,
             double relative)
{
  g_assert_cmpfloat_with_epsilon (found, expected, fabs (expected) * relative);
}

static void
test_published (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    for (guint j = 0; j < G_N_ELEMENTS (probabilities); j++)
      assert_near (sy_student_quantile (table[i].df, probabilities[j]),
                   table[i].quantiles[j],
                   1e-9);
}

static void
test_symmetrical (void)
{
  for (guint df = 1; df <= 20; df++)
    {
      g_assert_cmpfloat (sy_student_quantile (df, 0.5), ==, 0);
      for (guint i = 1; i < 50; i++)
        assert_near (sy_student_quantile (df, i / 100.0),
                     -sy_student_quantile (df, 1 - i / 100.0),
                     1e-12);
    }
}

static void
test_inverse (void)
{
  for (guint df = 1; df <= 200; df++)
    for (double p = 0.51; p < 0.9999; p += 0.01)
      assert_near (sy_student_within (df, sy_student_quantile (df, p)), 2 * p - 1, 1e-12);
}

/* The quantile of the normal distribution is the limit; they differ by about (z³ + z) / 4 df. */
static void
test_normal_in_the_limit (void)
{
  assert_near (sy_student_quantile (1000000, 0.975), 1.9599639845400545, 2e-6);
}

static void
test_within (void)
{
  g_assert_cmpfloat (sy_student_within (7, 0), ==, 0);
  assert_near (sy_student_within (1, 1), 0.5, 1e-14);
  assert_near (sy_student_within (2, 1), 1 / sqrt (3), 1e-14);
  assert_near (sy_student_within (5, 1e12), 1, 1e-14);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/student/quantile/as-published", test_published);
  g_test_add_func ("/student/quantile/symmetrical", test_symmetrical);
  g_test_add_func ("/student/quantile/inverts-the-probability", test_inverse);
  g_test_add_func ("/student/quantile/normal-in-the-limit", test_normal_in_the_limit);
  g_test_add_func ("/student/within/known-values", test_within);

  return g_test_run ();
}
