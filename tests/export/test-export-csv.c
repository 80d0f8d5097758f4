/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "export/sy-export-csv.h"

#include <string.h>

#include "sample-run.h"

/**
 * Table:
 * @rows: (element-type GPtrArray): of cells, the heading row first
 */
typedef struct
{
  GPtrArray *rows;
} Table;

static void
unref_row (gpointer row)
{
  g_ptr_array_unref (row);
}

/* Takes a cell from @text, quoted or not, and returns what follows it. */
static const char *
read_cell (const char *text,
           GPtrArray  *row)
{
  GString *cell = g_string_new (NULL);
  gboolean is_quoted = *text == '"';

  if (is_quoted)
    text++;
  while (is_quoted ? *text != '"' || text[1] == '"' : *text != ',' && *text != '\r')
    {
      g_assert_cmpint (*text, !=, '\0');
      text += *text == '"';
      g_string_append_c (cell, *text++);
    }
  g_ptr_array_add (row, g_string_free (cell, FALSE));

  return is_quoted ? text + 1 : text;
}

/* A reader as strict as RFC 4180: every row ends with CRLF and has as many cells as the first. */
static Table
read_table (const char *text)
{
  Table table = { g_ptr_array_new_with_free_func (unref_row) };

  while (*text != '\0')
    {
      GPtrArray *row = g_ptr_array_new_with_free_func (g_free);

      g_ptr_array_add (table.rows, row);
      for (text = read_cell (text, row); *text == ','; )
        text = read_cell (text + 1, row);
      g_assert_true (g_str_has_prefix (text, "\r\n"));
      text += 2;
      g_assert_cmpuint (row->len, ==, ((GPtrArray *) table.rows->pdata[0])->len);
    }

  return table;
}

static const char *
get_cell (const Table *table,
          guint        row,
          const char  *heading)
{
  const GPtrArray *headings = table->rows->pdata[0];
  guint column = 0;

  while (!g_str_equal (headings->pdata[column], heading))
    g_assert_cmpuint (++column, <, headings->len);

  return ((GPtrArray *) table->rows->pdata[row])->pdata[column];
}

static Table
export (char *(*func) (const SyRun *run, gsize *length),
        const SyRun *run)
{
  gsize length;
  g_autofree char *text = func (run, &length);

  g_assert_cmpuint (strlen (text), ==, length);
  return read_table (text);
}

static void
test_every_turn_has_a_row (void)
{
  g_autoptr(SyRun) run = sample_run_new ();
  Table table = export (sy_export_csv_turns, run);

  g_assert_cmpuint (table.rows->len, ==, 1 + 4);
  g_assert_cmpstr (get_cell (&table, 1, "arm"), ==, "event-loop");
  g_assert_cmpstr (get_cell (&table, 1, "voided"), ==, "");
  g_assert_cmpstr (get_cell (&table, 2, "voided"), ==, "steal");
  g_assert_cmpstr (get_cell (&table, 4, "round"), ==, "1");
  g_assert_cmpstr (get_cell (&table, 4, "started_at_ns"), ==, "3000000000");

  g_ptr_array_unref (table.rows);
}

static void
test_rows_stand_alone (void)
{
  g_autoptr(SyRun) run = sample_run_new ();
  Table table = export (sy_export_csv_turns, run);

  for (guint i = 1; i < table.rows->len; i++)
    {
      g_assert_cmpstr (get_cell (&table, i, "run_id"), ==, "2026-11-21T10-15-02Z-3f2a");
      g_assert_cmpstr (get_cell (&table, i, "run_name"), ==, "before \"the\" change");
      g_assert_cmpstr (get_cell (&table, i, "run_note"), ==, "two lines\nand a µ");
      g_assert_cmpstr (get_cell (&table, i, "run_started"), ==, "2026-11-21T10:15:02Z");
      g_assert_cmpstr (get_cell (&table, i, "phase"), ==, "0");
      g_assert_cmpstr (get_cell (&table, i, "phase_scene"), ==, "waiting");
      g_assert_cmpstr (get_cell (&table, i, "phase_load"), ==, "closed");
      g_assert_cmpstr (get_cell (&table, i, "phase_steps"), ==, "w5,c2");
    }

  g_ptr_array_unref (table.rows);
}

static void
test_absent_is_empty (void)
{
  g_autoptr(SyRun) run = sample_run_new ();
  Table table = export (sy_export_csv_turns, run);

  g_assert_cmpstr (get_cell (&table, 1, "phase_rate_per_s"), ==, "");
  g_assert_cmpstr (get_cell (&table, 1, "server_lock_takes"), ==, "");
  g_assert_cmpstr (get_cell (&table, 1, "machine_steal_ns"), ==, "");
  g_assert_cmpstr (get_cell (&table, 1, "server_loop_busy_ns"), ==, "700000000");
  g_assert_cmpstr (get_cell (&table, 3, "server_lock_takes"), ==, "180");
  g_assert_cmpstr (get_cell (&table, 3, "machine_steal_ns"), ==, "10000000");
  g_assert_cmpstr (get_cell (&table, 3, "server_loop_lag_count"), ==, "");
  g_assert_cmpstr (get_cell (&table, 3, "server_cpu_ns"), ==, "");

  g_ptr_array_unref (table.rows);
}

static void
test_quantiles_need_values (void)
{
  g_autoptr(SyRun) run = sample_run_new ();
  const SyTurn *turn = ((SyPhase *) run->phases->pdata[0])->turns->pdata[0];
  gint64 p50_ns = sy_histogram_get_quantile (turn->trial->response, 0.5);
  Table table = export (sy_export_csv_turns, run);
  g_autofree char *p50 = g_strdup_printf ("%" G_GINT64_FORMAT, p50_ns);

  g_assert_cmpstr (get_cell (&table, 1, "response_count"), ==, "40");
  g_assert_cmpstr (get_cell (&table, 1, "response_p50_ns"), ==, p50);
  g_assert_cmpstr (get_cell (&table, 1, "response_p90_ns"), ==, "");
  g_assert_cmpstr (get_cell (&table, 1, "lateness_count"), ==, "1");
  g_assert_cmpstr (get_cell (&table, 1, "lateness_p50_ns"), ==, "");
  g_assert_cmpstr (get_cell (&table, 1, "lateness_max_ns"), !=, "");

  g_ptr_array_unref (table.rows);
}

static void
test_overload_withholds_quantiles (void)
{
  g_autoptr(SyRun) run = sample_run_new ();
  SyTurn *turn = ((SyPhase *) run->phases->pdata[0])->turns->pdata[0];
  Table table;

  turn->trial->is_overloaded = TRUE;
  table = export (sy_export_csv_turns, run);
  g_assert_cmpstr (get_cell (&table, 1, "is_overloaded"), ==, "true");
  g_assert_cmpstr (get_cell (&table, 1, "n_completed"), ==, "40");
  g_assert_cmpstr (get_cell (&table, 1, "response_p50_ns"), ==, "");
  g_assert_cmpstr (get_cell (&table, 1, "service_max_ns"), ==, "");
  g_assert_cmpstr (get_cell (&table, 3, "response_p50_ns"), !=, "");

  g_ptr_array_unref (table.rows);
}

static void
test_failures_by_kind (void)
{
  g_autoptr(SyRun) run = sample_run_new ();
  Table table = export (sy_export_csv_turns, run);

  g_assert_cmpstr (get_cell (&table, 1, "n_failed_time_out"), ==, "2");
  g_assert_cmpstr (get_cell (&table, 1, "n_failed_wrong_check"), ==, "1");
  g_assert_cmpstr (get_cell (&table, 1, "n_failed_connect"), ==, "0");
  g_assert_cmpfloat_with_epsilon (g_ascii_strtod (get_cell (&table, 1, "requests_per_s"), NULL),
                                  41 / 0.800000017, 1e-9);

  g_ptr_array_unref (table.rows);
}

static void
test_headings_differ (void)
{
  g_autoptr(SyRun) run = sample_run_new ();
  Table table = export (sy_export_csv_turns, run);
  const GPtrArray *headings = table.rows->pdata[0];
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < headings->len; i++)
    {
      g_test_message ("%s", (const char *) headings->pdata[i]);
      g_assert_true (g_hash_table_add (seen, headings->pdata[i]));
    }

  g_ptr_array_unref (table.rows);
}

static void
test_every_slice_has_a_row (void)
{
  g_autoptr(SyRun) run = sample_run_new ();
  Table table = export (sy_export_csv_slices, run);

  g_assert_cmpuint (table.rows->len, ==, 1 + 4 * 2);
  g_assert_cmpstr (get_cell (&table, 1, "n_completed"), ==, "40");
  g_assert_cmpstr (get_cell (&table, 1, "response_p99_ns"), ==, "7000001");
  g_assert_cmpstr (get_cell (&table, 2, "start_ns"), ==, "100000000");
  g_assert_cmpstr (get_cell (&table, 2, "n_completed"), ==, "0");
  g_assert_cmpstr (get_cell (&table, 2, "response_p99_ns"), ==, "");
  g_assert_cmpstr (get_cell (&table, 2, "is_voided"), ==, "false");
  g_assert_cmpstr (get_cell (&table, 3, "is_voided"), ==, "true");
  g_assert_cmpstr (get_cell (&table, 3, "turn_started_at_ns"), ==, "1000000000");

  g_ptr_array_unref (table.rows);
}

static void
test_empty_run_has_headings (void)
{
  g_autoptr(SyRun) run = sample_run_new ();
  Table table;

  g_ptr_array_set_size (run->phases, 0);
  table = export (sy_export_csv_turns, run);
  g_assert_cmpuint (table.rows->len, ==, 1);

  g_ptr_array_unref (table.rows);
}

int
main (int   n_arguments,
      char *arguments[])
{
  g_test_init (&n_arguments, &arguments, NULL);
  g_test_add_func ("/export-csv/turns/one-row-each", test_every_turn_has_a_row);
  g_test_add_func ("/export-csv/turns/rows-stand-alone", test_rows_stand_alone);
  g_test_add_func ("/export-csv/turns/absent-is-empty", test_absent_is_empty);
  g_test_add_func ("/export-csv/turns/quantiles-need-values", test_quantiles_need_values);
  g_test_add_func ("/export-csv/turns/overload-withholds-quantiles",
                   test_overload_withholds_quantiles);
  g_test_add_func ("/export-csv/turns/failures-by-kind", test_failures_by_kind);
  g_test_add_func ("/export-csv/turns/headings-differ", test_headings_differ);
  g_test_add_func ("/export-csv/slices/one-row-each", test_every_slice_has_a_row);
  g_test_add_func ("/export-csv/empty-run/has-headings", test_empty_run_has_headings);

  return g_test_run ();
}
