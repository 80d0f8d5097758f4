/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/sy-units.h"

#include <glib.h>
#include <math.h>

#include "core/sy-random.h"

typedef struct
{
  SyQuantity  quantity;
  double      value;
  const char *text;
} Shown;

static const Shown shown[] = {
  { SY_QUANTITY_DURATION, 0, "0 ns" },
  { SY_QUANTITY_DURATION, -0.0, "0 ns" },
  { SY_QUANTITY_DURATION, 0.5, "0.500 ns" },
  { SY_QUANTITY_DURATION, 7, "7 ns" },
  { SY_QUANTITY_DURATION, 7.25, "7.25 ns" },
  { SY_QUANTITY_DURATION, 999, "999 ns" },
  { SY_QUANTITY_DURATION, 999.7, "1.00 µs" },
  { SY_QUANTITY_DURATION, 1000, "1.00 µs" },
  { SY_QUANTITY_DURATION, 5e6, "5.00 ms" },
  { SY_QUANTITY_DURATION, 12.34e6, "12.3 ms" },
  { SY_QUANTITY_DURATION, 123.4e6, "123 ms" },
  { SY_QUANTITY_DURATION, 999.4e6, "999 ms" },
  { SY_QUANTITY_DURATION, 999.6e6, "1.00 s" },
  { SY_QUANTITY_DURATION, 59.9e9, "59.9 s" },
  { SY_QUANTITY_DURATION, 59.98e9, "1.00 min" },
  { SY_QUANTITY_DURATION, 90e9, "1.50 min" },
  { SY_QUANTITY_DURATION, -5e6, "-5.00 ms" },
  { SY_QUANTITY_RATE, 11000, "11.0 k/s" },
  { SY_QUANTITY_RATE, 240, "240/s" },
  { SY_QUANTITY_RATE, 0.05, "0.0500/s" },
  { SY_QUANTITY_RATE, 1.234e6, "1.23 M/s" },
  { SY_QUANTITY_COUNT, 1240, "1.24 k" },
  { SY_QUANTITY_COUNT, 64, "64" },
  { SY_QUANTITY_COUNT, 9.996, "10.0" },
  { SY_QUANTITY_COUNT, 99.96, "100" },
  { SY_QUANTITY_SIZE, 2048, "2.05 kB" },
  { SY_QUANTITY_SIZE, 3e9, "3.00 GB" },
};

static void
test_format (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    {
      g_autofree char *text = sy_units_format (shown[i].quantity, shown[i].value);

      g_assert_cmpstr (text, ==, shown[i].text);
    }
}

/* As in English, whatever the person's language; tests/po tries it in another one. */
static void
test_format_plain (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    {
      g_autofree char *text = sy_units_format_plain (shown[i].quantity, shown[i].value);

      g_assert_cmpstr (text, ==, shown[i].text);
    }
}

/* One unit for a whole axis, the one its largest value would have alone. */
static void
test_choose (void)
{
  double scale = 0;

  g_assert_cmpstr (sy_units_choose (SY_QUANTITY_DURATION, 2.5e7, &scale), ==, "ms");
  g_assert_cmpfloat (scale, ==, 1e6);
  g_assert_cmpstr (sy_units_choose (SY_QUANTITY_RATE, 12000, &scale), ==, "k/s");
  g_assert_cmpfloat (scale, ==, 1e3);
  g_assert_cmpstr (sy_units_choose (SY_QUANTITY_COUNT, 0, &scale), ==, "");
  g_assert_cmpfloat (scale, ==, 1);
}

static double
parse (SyQuantity  quantity,
       const char *text,
       const char *bare_unit)
{
  g_autoptr(GError) error = NULL;
  double value = NAN;

  g_assert_true (sy_units_parse (quantity, text, bare_unit, -1e15, 1e15, &value, &error));
  g_assert_no_error (error);

  return value;
}

static void
test_parse (void)
{
  g_assert_cmpfloat (parse (SY_QUANTITY_DURATION, "5ms", "s"), ==, 5e6);
  g_assert_cmpfloat (parse (SY_QUANTITY_DURATION, " 0.8 s ", "ms"), ==, 0.8e9);
  g_assert_cmpfloat (parse (SY_QUANTITY_DURATION, "3", "s"), ==, 3e9);
  g_assert_cmpfloat (parse (SY_QUANTITY_DURATION, "25us", "s"), ==, 25e3);
  g_assert_cmpfloat (parse (SY_QUANTITY_DURATION, "25 µs", "s"), ==, 25e3);
  g_assert_cmpfloat (parse (SY_QUANTITY_DURATION, "1e2 ns", "s"), ==, 100);
  g_assert_cmpfloat (parse (SY_QUANTITY_RATE, "2k", ""), ==, 2000);
  g_assert_cmpfloat (parse (SY_QUANTITY_RATE, "2 k/s", ""), ==, 2000);
  g_assert_cmpfloat (parse (SY_QUANTITY_RATE, "150/s", ""), ==, 150);
  g_assert_cmpfloat (parse (SY_QUANTITY_COUNT, "1k", ""), ==, 1000);
  g_assert_cmpfloat (parse (SY_QUANTITY_SIZE, "2048", "B"), ==, 2048);
}

static void
assert_refused (SyQuantity    quantity,
                const char   *text,
                SyUnitsError  code)
{
  g_autoptr(GError) error = NULL;
  double value = 17;

  g_assert_false (sy_units_parse (quantity, text, "", 0, 60e9, &value, &error));
  g_assert_error (error, SY_UNITS_ERROR, (int) code);
  g_assert_nonnull (g_strstr_len (error->message, -1, text));
  g_assert_cmpfloat (value, ==, 17);
}

static void
test_refuses (void)
{
  static const char *const not_durations[] = {
    "", " ", "ms", "5 parsecs", "5msx", "five", "5,00 ms", "5 m s", "1..2 s", "5",
  };

  for (guint i = 0; i < G_N_ELEMENTS (not_durations); i++)
    assert_refused (SY_QUANTITY_DURATION, not_durations[i], SY_UNITS_ERROR_SYNTAX);

  assert_refused (SY_QUANTITY_DURATION, "-1 ns", SY_UNITS_ERROR_RANGE);
  assert_refused (SY_QUANTITY_DURATION, "61 s", SY_UNITS_ERROR_RANGE);
  assert_refused (SY_QUANTITY_DURATION, "1e400 s", SY_UNITS_ERROR_RANGE);
  assert_refused (SY_QUANTITY_DURATION, "nan s", SY_UNITS_ERROR_RANGE);
  assert_refused (SY_QUANTITY_DURATION, "inf s", SY_UNITS_ERROR_RANGE);
}

static void
test_messages (void)
{
  g_autoptr(GError) syntax = NULL;
  g_autoptr(GError) range = NULL;
  double value;

  sy_units_parse (SY_QUANTITY_DURATION, "5 miles", "s", 0, 1e9, &value, &syntax);
  g_assert_cmpstr (syntax->message, ==,
                   "“5 miles” is not a number with one of the units ns, µs, us, ms, s, min");
  sy_units_parse (SY_QUANTITY_DURATION, "2 min", "s", 1e6, 60e9, &value, &range);
  g_assert_cmpstr (range->message, ==, "“2 min” is not between 1.00 ms and 1.00 min");
}

/* What is shown can be typed again: within half of the last of three digits, and from then on
 * without any change.
 */
static void
assert_round_trip (SyQuantity  quantity,
                   const char *bare_unit,
                   double      value)
{
  g_autofree char *text = sy_units_format (quantity, value);
  double once = parse (quantity, text, bare_unit);
  g_autofree char *again = sy_units_format (quantity, once);

  g_assert_cmpfloat (fabs (once - value), <=, 0.0051 * fabs (value));
  g_assert_cmpfloat (parse (quantity, again, bare_unit), ==, once);
}

static void
test_round_trip (void)
{
  static const char *const bare_units[] = { "s", "", "", "B" };
  SyRandom random = sy_random_new (11, 0);

  for (guint i = 0; i < 200000; i++)
    {
      SyQuantity quantity = sy_random_below (&random, G_N_ELEMENTS (bare_units));
      double value = pow (10, 16 * sy_random_uniform (&random) - 3);
      double sign = sy_random_below (&random, 2) == 0 ? 1 : -1;

      value = sign * MIN (value, 1e12);
      assert_round_trip (quantity, bare_units[quantity], value);
      assert_round_trip (quantity, bare_units[quantity], round (value));
    }
}

static void
test_held_together (void)
{
  static const char *const texts[][2] = {
    { "within ±5 % none", "within ±5\u00a0% none" },
    { "for 5.00 ms, then 12.4 µs", "for 5.00\u00a0ms, then 12.4\u00a0µs" },
    { "at 3.48 k/s; 2 kB", "at 3.48\u00a0k/s; 2\u00a0kB" },
    { "64 clients, 9 in 10, 3 minutes, 2 sorts", "64 clients, 9 in 10, 3 minutes, 2 sorts" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *held = sy_units_hold_together (texts[i][0]);

      g_assert_cmpstr (held, ==, texts[i][1]);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/units/format", test_format);
  g_test_add_func ("/units/format-plain", test_format_plain);
  g_test_add_func ("/units/choose/one-for-an-axis", test_choose);
  g_test_add_func ("/units/parse", test_parse);
  g_test_add_func ("/units/parse/refuses", test_refuses);
  g_test_add_func ("/units/parse/messages", test_messages);
  g_test_add_func ("/units/round-trip", test_round_trip);
  g_test_add_func ("/units/held-together", test_held_together);

  return g_test_run ();
}
