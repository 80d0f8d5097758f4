/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib.h>

#include "cli/sy-columns.h"

static void
test_columns_are_aligned (void)
{
  g_autoptr(SyColumns) table = sy_columns_new ("lr");
  g_autofree char *lines = NULL;

  sy_columns_add (table, "p50");
  sy_columns_add (table, "5.21 ms");
  sy_columns_add (table, "Processor time");
  sy_columns_add (table, "58 µs");
  lines = sy_columns_format (table, " ");

  g_assert_cmpstr (lines, ==, " p50             5.21 ms\n"
                              " Processor time    58 µs\n");
  g_assert_cmpuint (sy_columns_get_width (table), ==, 23);
}

static void
test_absent_is_a_dash (void)
{
  g_autoptr(SyColumns) table = sy_columns_new ("lr");
  g_autofree char *lines = NULL;

  sy_columns_add (table, "p99");
  sy_columns_add (table, NULL);
  lines = sy_columns_format (table, "");

  g_assert_cmpstr (lines, ==, "p99  –\n");
}

static void
test_lines_end_without_blanks (void)
{
  g_autoptr(SyColumns) table = sy_columns_new ("ll");
  g_autofree char *lines = NULL;

  sy_columns_add (table, "a");
  sy_columns_add (table, "long");
  sy_columns_add (table, "");
  sy_columns_add (table, "");
  sy_columns_add (table, "b");
  lines = sy_columns_format (table, "  ");

  g_assert_cmpstr (lines, ==, "  a  long\n\n  b\n");
}

static char *
format_with_head (const char *head)
{
  g_autoptr(SyColumns) table = sy_columns_new ("lrr");

  sy_columns_add (table, "");
  sy_columns_add (table, head);
  sy_columns_span (table);
  sy_columns_add (table, "p50");
  sy_columns_add (table, "5.21 ms");
  sy_columns_add (table, "±3 %");

  return sy_columns_format (table, "");
}

static void
test_head_spans_two_columns (void)
{
  g_autofree char *fitting = format_with_head ("Loop");
  g_autofree char *wide = format_with_head ("Event loop, lean");

  g_assert_cmpstr (fitting, ==, "              Loop\n"
                                "p50  5.21 ms  ±3 %\n");
  g_assert_cmpstr (wide, ==, "     Event loop, lean\n"
                             "p50     5.21 ms  ±3 %\n");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/columns/cells/are-aligned", test_columns_are_aligned);
  g_test_add_func ("/columns/absent/is-a-dash", test_absent_is_a_dash);
  g_test_add_func ("/columns/head/spans-two-columns", test_head_spans_two_columns);
  g_test_add_func ("/columns/lines/end-without-blanks", test_lines_end_without_blanks);

  return g_test_run ();
}
