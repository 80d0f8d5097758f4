/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "export/sy-csv.h"

#include <math.h>
#include <string.h>

static void
check_text (const char *value,
            const char *cell)
{
  g_autoptr(SyCsv) csv = sy_csv_new ();
  g_autofree char *expected = g_strconcat (cell, "\r\n", NULL);
  g_autofree char *text = NULL;
  gsize length;

  sy_csv_add_text (csv, value);
  sy_csv_end_row (csv);
  text = sy_csv_finish (csv, &length);
  g_assert_cmpstr (text, ==, expected);
  g_assert_cmpuint (length, ==, strlen (expected));
}

static void
test_quotes_what_needs_it (void)
{
  check_text ("plain", "plain");
  check_text ("with space", "with space");
  check_text ("", "");
  check_text ("a,b", "\"a,b\"");
  check_text ("say \"no\"", "\"say \"\"no\"\"\"");
  check_text ("two\nlines", "\"two\nlines\"");
  check_text ("old\rMac", "\"old\rMac\"");
  check_text ("µs; 10 %", "µs; 10 %");
}

static void
check_double (double      value,
              const char *cell)
{
  g_autoptr(SyCsv) csv = sy_csv_new ();
  g_autofree char *text = NULL;
  gsize length;

  sy_csv_add_double (csv, value);
  sy_csv_end_row (csv);
  text = sy_csv_finish (csv, &length);
  text[length - 2] = '\0';
  g_assert_cmpstr (text, ==, cell);
  if (isfinite (value))
    g_assert_cmpfloat (g_ascii_strtod (text, NULL), ==, value);
}

static void
test_keeps_numbers (void)
{
  check_double (0.1, "0.1");
  check_double (1.0 / 3, "0.3333333333333333");
  check_double (-2.5e-300, "-2.5e-300");
  check_double (3845, "3845");
  check_double (NAN, "");
  check_double (INFINITY, "");
}

static void
test_writes_rows (void)
{
  g_autoptr(SyCsv) csv = sy_csv_new ();
  g_autofree char *text = NULL;
  gsize length;

  sy_csv_add_text (csv, "n");
  sy_csv_add_text (csv, "is_good");
  sy_csv_add_text (csv, "share");
  sy_csv_end_row (csv);
  sy_csv_add_int (csv, G_MININT64);
  sy_csv_add_boolean (csv, TRUE);
  sy_csv_add_nothing (csv);
  sy_csv_end_row (csv);
  sy_csv_add_nothing (csv);
  sy_csv_add_boolean (csv, FALSE);
  sy_csv_add_double (csv, 0.5);
  sy_csv_end_row (csv);

  text = sy_csv_finish (csv, &length);
  g_assert_cmpstr (text, ==,
                   "n,is_good,share\r\n-9223372036854775808,true,\r\n,false,0.5\r\n");
}

static void
test_ragged_row_is_a_bug (void)
{
  if (g_test_subprocess ())
    {
      g_autoptr(SyCsv) csv = sy_csv_new ();

      sy_csv_add_int (csv, 1);
      sy_csv_end_row (csv);
      sy_csv_add_int (csv, 1);
      sy_csv_add_int (csv, 2);
      sy_csv_end_row (csv);
      return;
    }

  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_failed ();
  g_test_trap_assert_stderr ("*n_columns*");
}

int
main (int   n_arguments,
      char *arguments[])
{
  g_test_init (&n_arguments, &arguments, NULL);
  g_test_add_func ("/csv/text/is-quoted-where-needed", test_quotes_what_needs_it);
  g_test_add_func ("/csv/number/reads-back-exactly", test_keeps_numbers);
  g_test_add_func ("/csv/row/ends-with-crlf", test_writes_rows);
  g_test_add_func ("/csv/row/ragged-is-a-bug", test_ragged_row_is_a_bug);

  return g_test_run ();
}
