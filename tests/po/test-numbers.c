/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Run in French: what people read has a comma, and what programs read has none. */

#include <string.h>

#include "chart/sy-format.h"
#include "core/sy-locale.h"
#include "core/sy-units.h"
#include "lab/sy-environment.h"

static void
assert_text (char       *text,
             const char *expected)
{
  g_assert_cmpstr (text, ==, expected);
  g_free (text);
}

static void
test_people (void)
{
  assert_text (sy_units_format (SY_QUANTITY_DURATION, 5e6), "5,00 ms");
  assert_text (sy_units_format (SY_QUANTITY_SIZE, 2048), "2,05 ko");
  assert_text (sy_format_value (SY_FORMAT_RATIO, 1.5), "1,50×");
  assert_text (sy_format_value (SY_FORMAT_QUANTILE, 0.999), "99,9\u00a0%");
}

/* What was read can be typed, and so can what every language knows. */
static void
test_typed (void)
{
  static const char *const texts[] = { "2,05 ko", "2.05 ko", "2,05 kB", "2.05kB" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(GError) error = NULL;
      double value = 0;

      g_assert_true (sy_units_parse (SY_QUANTITY_SIZE, texts[i], "B", 0, 1e9, &value, &error));
      g_assert_no_error (error);
      g_assert_cmpfloat_with_epsilon (value, 2050, 1e-6);
    }
}

/* A run saved here has to agree with one that was saved in another language. */
static void
test_saved (void)
{
  g_autoptr(SyEnvironment) environment = sy_environment_new_here ();
  g_autofree char *size = sy_units_format_plain (SY_QUANTITY_SIZE, 2048);

  g_assert_cmpstr (size, ==, "2.05 kB");
  g_assert_true (g_str_has_suffix (sy_environment_get (environment, "memory"), "B"));
  g_assert_null (strchr (sy_environment_get (environment, "memory"), ','));
}

int
main (int    argc,
      char **argv)
{
  sy_locale_set_up ();
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/numbers/for-people", test_people);
  g_test_add_func ("/numbers/typed-again", test_typed);
  g_test_add_func ("/numbers/saved", test_saved);

  return g_test_run ();
}
