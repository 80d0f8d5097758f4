/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/sy-scale.h"

#include <math.h>

#include "core/sy-random.h"

#define N_TRIES 2000

static double
draw_value (SyScaleKind kind,
            SyRandom   *random)
{
  if (kind == SY_SCALE_LOG)
    return pow (10, -3 + 12 * sy_random_uniform (random));
  if (kind == SY_SCALE_NINES)
    return 1 - pow (10, -5 * sy_random_uniform (random));

  return 1e4 * sy_random_normal (random);
}

static SyScale
draw_scale (SyScaleKind kind,
            SyRandom   *random)
{
  SyScale scale = sy_scale_new (kind);

  while (sy_scale_check (&scale) != SY_SCALE_SOUND)
    sy_scale_include (&scale, draw_value (kind, random));

  return scale;
}

static void
test_ends (void)
{
  SyRandom random = sy_random_new (1, 0);

  for (guint i = 0; i < N_TRIES; i++)
    {
      SyScale scale = draw_scale (i % 4, &random);

      g_assert_cmpfloat_with_epsilon (sy_scale_map (&scale, scale.low), 0, 1e-9);
      g_assert_cmpfloat_with_epsilon (sy_scale_map (&scale, scale.high), 1, 1e-9);
    }
}

static void
test_inverse (void)
{
  SyRandom random = sy_random_new (2, 0);

  for (guint i = 0; i < N_TRIES; i++)
    {
      SyScale scale = draw_scale (i % 4, &random);
      double position = sy_random_uniform (&random);

      g_assert_cmpfloat_with_epsilon (sy_scale_map (&scale, sy_scale_unmap (&scale, position)),
                                      position, 1e-6);
    }
}

static void
test_order (void)
{
  SyRandom random = sy_random_new (3, 0);

  for (guint i = 0; i < N_TRIES; i++)
    {
      SyScale scale = draw_scale (i % 4, &random);
      double a = draw_value (i % 4, &random);
      double b = draw_value (i % 4, &random);

      g_assert_true ((a <= b) == (sy_scale_map (&scale, a) <= sy_scale_map (&scale, b)));
    }
}

static void
test_nines (void)
{
  SyScale scale = { SY_SCALE_NINES, 0, 0.9999 };

  g_assert_cmpfloat_with_epsilon (sy_scale_map (&scale, 0.9), 0.25, 1e-9);
  g_assert_cmpfloat_with_epsilon (sy_scale_map (&scale, 0.99), 0.5, 1e-9);
  g_assert_cmpfloat_with_epsilon (sy_scale_map (&scale, 0.999), 0.75, 1e-9);
}

static void
test_degenerate (void)
{
  SyScale empty = sy_scale_new (SY_SCALE_LINEAR);
  SyScale point = { SY_SCALE_LINEAR, 3, 3 };
  SyScale not_positive = { SY_SCALE_LOG, 0, 10 };
  SyScale certain = { SY_SCALE_NINES, 0, 1 };

  g_assert_cmpint (sy_scale_check (&empty), ==, SY_SCALE_EMPTY);
  g_assert_cmpint (sy_scale_check (&point), ==, SY_SCALE_ZERO_WIDTH);
  g_assert_cmpint (sy_scale_check (&not_positive), ==, SY_SCALE_OUT_OF_DOMAIN);
  g_assert_cmpint (sy_scale_check (&certain), ==, SY_SCALE_OUT_OF_DOMAIN);
  g_assert_cmpfloat (sy_scale_map (&empty, 7), ==, 0.5);
  g_assert_cmpfloat (sy_scale_map (&point, 3), ==, 0.5);
}

static void
test_refuses (void)
{
  SyScale scale = sy_scale_new (SY_SCALE_LOG);

  sy_scale_include (&scale, 0);
  sy_scale_include (&scale, -5);
  sy_scale_include (&scale, NAN);
  sy_scale_include (&scale, INFINITY);
  g_assert_cmpint (sy_scale_check (&scale), ==, SY_SCALE_EMPTY);
}

/* Whatever was included, or nothing, a settled scale can be drawn on and still holds it. */
static void
test_settle (void)
{
  SyRandom random = sy_random_new (4, 0);

  for (guint i = 0; i < N_TRIES; i++)
    {
      SyScale scale = sy_scale_new (i % 4);
      double value = i % 7 == 0 ? 0 : draw_value (i % 4, &random);
      gboolean is_empty = i % 3 == 0 || !sy_scale_accepts (&scale, value);

      if (!is_empty)
        sy_scale_include (&scale, value);
      sy_scale_settle (&scale);
      g_assert_cmpint (sy_scale_check (&scale), ==, SY_SCALE_SOUND);
      g_assert_true (is_empty || (scale.low <= value && value <= scale.high));
    }
}

static void
test_round (void)
{
  SyRandom random = sy_random_new (5, 0);
  SyScale scale = { SY_SCALE_LINEAR, 0, 10724 };

  sy_scale_round (&scale);
  g_assert_cmpfloat (scale.high, ==, 12000);
  for (guint i = 0; i < N_TRIES; i++)
    {
      SyScale before = draw_scale (i % 4, &random);
      SyScale after = before;

      sy_scale_round (&after);
      g_assert_cmpint (sy_scale_check (&after), ==, SY_SCALE_SOUND);
      g_assert_true (sy_scale_map (&after, before.low) >= -1e-9);
      g_assert_true (sy_scale_map (&after, before.high) <= 1 + 1e-9);
    }
}

static void
test_round_values (void)
{
  SyRandom random = sy_random_new (6, 0);

  for (guint i = 0; i < N_TRIES; i++)
    {
      double value = draw_value (SY_SCALE_LOG, &random);
      double low = sy_scale_round_down (value);
      double high = sy_scale_round_up (value);

      g_assert_true (low <= value * (1 + 1e-6) && value <= high * (1 + 1e-6));
      g_assert_true (high / low <= 2.5 + 1e-6);
    }
  g_assert_cmpfloat (sy_scale_round_up (5), ==, 5);
  g_assert_cmpfloat (sy_scale_round_down (5), ==, 5);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scale/map/ends", test_ends);
  g_test_add_func ("/scale/map/inverse", test_inverse);
  g_test_add_func ("/scale/map/keeps-order", test_order);
  g_test_add_func ("/scale/map/nines-are-equally-far", test_nines);
  g_test_add_func ("/scale/check/degenerate", test_degenerate);
  g_test_add_func ("/scale/include/refuses-what-has-no-place", test_refuses);
  g_test_add_func ("/scale/settle/always-sound", test_settle);
  g_test_add_func ("/scale/round/holds-what-it-held", test_round);
  g_test_add_func ("/scale/round/values", test_round_values);

  return g_test_run ();
}
