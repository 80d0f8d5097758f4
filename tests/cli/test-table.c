/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib.h>

#include "cli/sy-table.h"

static void
test_columns_are_aligned (void)
{
  g_autoptr(SyTable) table = sy_table_new ("lr");
  g_autofree char *lines = NULL;

  sy_table_add (table, "p50");
  sy_table_add (table, "5.21 ms");
  sy_table_add (table, "Processor time");
  sy_table_add (table, "58 µs");
  lines = sy_table_format (table, " ");

  g_assert_cmpstr (lines, ==, " p50             5.21 ms\n"
                              " Processor time    58 µs\n");
  g_assert_cmpuint (sy_table_get_width (table), ==, 23);
}

static void
test_absent_is_a_dash (void)
{
  g_autoptr(SyTable) table = sy_table_new ("lr");
  g_autofree char *lines = NULL;

  sy_table_add (table, "p99");
  sy_table_add (table, NULL);
  lines = sy_table_format (table, "");

  g_assert_cmpstr (lines, ==, "p99  –\n");
}

static void
test_lines_end_without_blanks (void)
{
  g_autoptr(SyTable) table = sy_table_new ("ll");
  g_autofree char *lines = NULL;

  sy_table_add (table, "a");
  sy_table_add (table, "long");
  sy_table_add (table, "");
  sy_table_add (table, "");
  sy_table_add (table, "b");
  lines = sy_table_format (table, "  ");

  g_assert_cmpstr (lines, ==, "  a  long\n\n  b\n");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/table/columns/are-aligned", test_columns_are_aligned);
  g_test_add_func ("/table/absent/is-a-dash", test_absent_is_a_dash);
  g_test_add_func ("/table/lines/end-without-blanks", test_lines_end_without_blanks);

  return g_test_run ();
}
