/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <json-glib/json-glib.h>

#include "server/sy-answer.h"
#include "server/sy-burn.h"

static void
test_body_is_json_of_any_size (void)
{
  g_autoptr(JsonParser) parser = json_parser_new ();

  for (gsize size = 1; size < 300; size++)
    {
      g_autofree char *body = g_malloc (size + 1);
      g_autoptr(GError) error = NULL;

      body[size] = '#';
      sy_answer_write_body (body, size);
      g_assert_true (json_parser_load_from_data (parser, body, (gssize) size, &error));
      g_assert_no_error (error);
      g_assert_cmpint (body[size], ==, '#');
    }
}

static void
count (gpointer data)
{
  (*(guint *) data)++;
}

static void
test_burn_checks_at_every_unit (void)
{
  guint n_checks = 0;

  sy_burn (17, count, &n_checks);
  g_assert_cmpuint (n_checks, ==, 17);
}

static void
test_burn_costs_in_proportion (void)
{
  guint n_units = sy_burn_count_units (1000000);

  g_assert_cmpuint (sy_burn_count_units (0), ==, 0);
  g_assert_cmpuint (n_units, >, 0);
  g_assert_cmpuint (sy_burn_count_units (10000000), >=, 10 * n_units - 10);
  g_assert_cmpuint (sy_burn_count_units (10000000), <=, 10 * n_units + 10);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/answer/body/is-json-of-any-size", test_body_is_json_of_any_size);
  g_test_add_func ("/burn/checks-at-every-unit", test_burn_checks_at_every_unit);
  g_test_add_func ("/burn/costs-in-proportion", test_burn_costs_in_proportion);

  return g_test_run ();
}
