/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/sy-decimate.h"

#include <math.h>

#include "core/sy-random.h"

static void
test_points (void)
{
  g_autoptr(SySeries) series = sy_series_new ("Event loop", 3);
  double low = 0;
  double high = 0;

  sy_series_add (series, 1, 10);
  sy_series_add_missing (series, 2);
  sy_series_add_interval (series, 3, 30, 35, 25);
  sy_series_mark_failed (series, 4);
  sy_series_add (series, 4, INFINITY);

  g_assert_cmpuint (sy_series_get_length (series), ==, 4);
  g_assert_cmpuint (sy_series_count_values (series), ==, 2);
  g_assert_true (sy_series_has_y (series, 0));
  g_assert_false (sy_series_has_y (series, 1));
  g_assert_false (sy_series_has_y (series, 3));
  g_assert_false (sy_series_has_y (series, 99));
  g_assert_false (sy_series_get_interval (series, 0, &low, &high));
  g_assert_true (sy_series_get_interval (series, 2, &low, &high));
  g_assert_cmpfloat (low, ==, 25);
  g_assert_cmpfloat (high, ==, 35);
  g_assert_cmpuint (sy_series_get_n_failed (series, 2), ==, 4);
  g_assert_cmpuint (sy_series_get_n_failed (series, 1), ==, 0);
  g_assert_cmpuint (sy_series_get_n_failed (series, 3), ==, 0);
}

static void
test_find (void)
{
  g_autoptr(SySeries) series = sy_series_new ("", 0);

  g_assert_cmpuint (sy_series_find (series, 5), ==, 0);
  for (guint i = 0; i < 100; i++)
    sy_series_add (series, i / 3, 0);
  g_assert_cmpuint (sy_series_find (series, -1), ==, 0);
  g_assert_cmpuint (sy_series_find (series, 7), ==, 21);
  g_assert_cmpuint (sy_series_find (series, 7.5), ==, 24);
  g_assert_cmpuint (sy_series_find (series, 99), ==, 100);
}

static SySeries *
draw_series (SyRandom   *random,
             SyScaleKind kind,
             guint       n)
{
  SySeries *series = sy_series_new ("", 0);
  double x = 1;

  for (guint i = 0; i < n; i++)
    {
      x += kind == SY_SCALE_LOG ? x * 0.001 * sy_random_uniform (random)
                                : sy_random_uniform (random);
      if (sy_random_uniform (random) < 0.002)
        sy_series_add_missing (series, x);
      else
        sy_series_add (series, x, sy_random_normal (random));
    }

  return series;
}

/* Every point lies between the extremes of a column where it belongs, and every extreme is a
 * point's.
 */
static void
test_extremes (void)
{
  SyRandom random = sy_random_new (1, 0);

  for (guint try = 0; try < 40; try++)
    {
      SyScaleKind kind = try % 2 == 0 ? SY_SCALE_LINEAR : SY_SCALE_LOG;
      g_autoptr(SySeries) series = draw_series (&random, kind, 5000);
      SyScale scale = { kind, sy_series_get_x (series, 0), sy_series_get_x (series, 4999) };
      guint n_columns = 1 + sy_random_below (&random, 900);
      g_autoptr(GArray) columns = sy_decimate (series, &scale, n_columns);
      guint at = 0;

      for (guint i = 0; i < columns->len; i++)
        {
          const SyColumn *column = &g_array_index (columns, SyColumn, i);
          double low = INFINITY;
          double high = -INFINITY;

          while (!sy_series_has_y (series, at))
            at++;
          g_assert_cmpfloat (column->first, ==, sy_series_get_y (series, at));
          for (; at < 5000 && sy_series_has_y (series, at); at++)
            {
              double position = sy_scale_map (&scale, sy_series_get_x (series, at));

              if (position * n_columns >= column->column + 1 + 1e-6)
                break;
              if (i + 1 < columns->len && position * n_columns >= column[1].column - 1e-6
                  && !column[1].starts_line)
                break;
              low = fmin (low, sy_series_get_y (series, at));
              high = fmax (high, sy_series_get_y (series, at));
            }
          g_assert_cmpfloat (column->low, ==, low);
          g_assert_cmpfloat (column->high, ==, high);
          g_assert_cmpfloat (column->last, ==, sy_series_get_y (series, at - 1));
        }
      while (at < 5000 && !sy_series_has_y (series, at))
        at++;
      g_assert_cmpuint (at, ==, 5000);
    }
}

static void
test_breaks (void)
{
  g_autoptr(SySeries) series = sy_series_new ("", 0);
  SyScale scale = { SY_SCALE_LINEAR, 0, 10 };
  g_autoptr(GArray) columns = NULL;

  sy_series_add (series, 1, 1);
  sy_series_add (series, 2, 2);
  sy_series_add_missing (series, 3);
  sy_series_add (series, 4, 4);
  columns = sy_decimate (series, &scale, 10);

  g_assert_cmpuint (columns->len, ==, 3);
  g_assert_true (g_array_index (columns, SyColumn, 0).starts_line);
  g_assert_false (g_array_index (columns, SyColumn, 1).starts_line);
  g_assert_true (g_array_index (columns, SyColumn, 2).starts_line);
}

static void
test_few_columns (void)
{
  SyRandom random = sy_random_new (2, 0);
  g_autoptr(SySeries) series = sy_series_new ("", 0);
  SyScale scale = { SY_SCALE_LINEAR, 0, 1 };
  g_autoptr(GArray) columns = NULL;

  for (guint i = 0; i < 100000; i++)
    sy_series_add (series, i / 99999.0, sy_random_normal (&random));
  columns = sy_decimate (series, &scale, 800);
  g_assert_cmpuint (columns->len, <=, 801);
  g_assert_cmpuint (columns->len, >=, 800);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/series/points", test_points);
  g_test_add_func ("/series/find", test_find);
  g_test_add_func ("/decimate/keeps-extremes", test_extremes);
  g_test_add_func ("/decimate/breaks-where-something-is-missing", test_breaks);
  g_test_add_func ("/decimate/one-column-a-pixel", test_few_columns);

  return g_test_run ();
}
