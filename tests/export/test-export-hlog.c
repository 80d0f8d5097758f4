/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "export/sy-export-hlog.h"

#include <string.h>

#include "sample-run.h"

static char **
export_lines (const SyRun *run)
{
  gsize length;
  g_autofree char *text = sy_export_hlog (run, &length);

  g_assert_cmpuint (strlen (text), ==, length);
  g_assert_cmpint (text[length - 1], ==, '\n');
  text[length - 1] = '\0';
  return g_strsplit (text, "\n", -1);
}

static void
test_head_names_the_time (void)
{
  g_autoptr(SyRun) run = sample_run_new ();
  g_auto(GStrv) lines = export_lines (run);

  g_assert_true (g_str_has_prefix (lines[0], "#[Logged with Steelyard "));
  g_assert_cmpstr (lines[1], ==, "#[Histogram log format version 1.3]");
  g_assert_cmpstr (lines[2], ==,
                   "#[StartTime: 1795256102.000 (seconds since epoch), 2026-11-21T10:15:02Z]");
  g_assert_cmpstr (lines[3], ==, "#[BaseTime: 1795256102.000 (seconds since epoch)]");
  g_assert_cmpstr (lines[4], ==, "\"StartTimestamp\",\"Interval_Length\",\"Interval_Max\","
                                 "\"Interval_Compressed_Histogram\"");
}

static char **
find_line (char       **lines,
           const char  *tag,
           guint        nth)
{
  for (guint i = 0; lines[i] != NULL; i++)
    if (g_str_has_prefix (lines[i], tag) && lines[i][strlen (tag)] == ',' && nth-- == 0)
      return g_strsplit (lines[i], ",", -1);

  return NULL;
}

static void
test_line_holds_the_histogram (void)
{
  g_autoptr(SyRun) run = sample_run_new ();
  const SyTurn *turn = ((SyPhase *) run->phases->pdata[0])->turns->pdata[0];
  g_auto(GStrv) lines = export_lines (run);
  g_auto(GStrv) fields = find_line (lines, "Tag=event-loop/0/response", 0);
  g_autoptr(GError) error = NULL;
  g_autoptr(SyHistogram) histogram = NULL;

  g_assert_cmpuint (g_strv_length (fields), ==, 5);
  g_assert_cmpstr (fields[1], ==, "0.200");
  g_assert_cmpstr (fields[2], ==, "0.800");
  g_assert_cmpfloat_with_epsilon (g_ascii_strtod (fields[3], NULL),
                                  (double) sy_histogram_get_max (turn->trial->response) / 1e6,
                                  0.0006);
  histogram = sy_histogram_decode (fields[4], &error);
  g_assert_no_error (error);
  g_assert_cmpint (sy_histogram_get_count (histogram), ==, 40);
  for (guint i = 0; i <= 100; i++)
    g_assert_cmpint (sy_histogram_get_quantile (histogram, i / 100.0), ==,
                     sy_histogram_get_quantile (turn->trial->response, i / 100.0));
}

static void
test_kinds_are_tagged (void)
{
  static const struct
  {
    const char *tag;
    guint       n_lines;
  } expected[] = {
    { "Tag=event-loop/0/response", 1 }, { "Tag=event-loop/0/service", 1 },
    { "Tag=event-loop/0/lateness", 1 }, { "Tag=event-loop/0/loop-lag", 1 },
    { "Tag=event-loop/0/lock-held", 0 }, { "Tag=lock-threaded/0/response", 2 },
    { "Tag=lock-threaded/0/lock-waited", 1 }, { "Tag=lock-threaded/0/lock-held", 1 },
  };
  g_autoptr(SyRun) run = sample_run_new ();
  g_auto(GStrv) lines = export_lines (run);

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_auto(GStrv) beyond = find_line (lines, expected[i].tag, expected[i].n_lines);

      g_test_message ("%s", expected[i].tag);
      g_assert_null (beyond);
      if (expected[i].n_lines > 0)
        {
          g_auto(GStrv) last = find_line (lines, expected[i].tag, expected[i].n_lines - 1);

          g_assert_nonnull (last);
        }
    }
}

static void
test_server_counts_whole_turns (void)
{
  g_autoptr(SyRun) run = sample_run_new ();
  g_auto(GStrv) lines = export_lines (run);
  g_auto(GStrv) fields = find_line (lines, "Tag=lock-threaded/0/lock-held", 0);

  g_assert (fields != NULL);
  g_assert_cmpstr (fields[1], ==, "1.000");
  g_assert_cmpstr (fields[2], ==, "1.000");
}

static void
test_voided_turn_is_a_comment (void)
{
  g_autoptr(SyRun) run = sample_run_new ();
  gsize length;
  g_autofree char *log = sy_export_hlog (run, &length);

  g_assert_nonnull (strstr (log, "\n#[lock-threaded/0 was set aside in round 0, and repeated]\n"));
}

/* Whatever a file from elsewhere says, a line is a comment, the legend or an interval. */
static void
test_lines_keep_their_form (void)
{
  g_autoptr(SyRun) run = sample_run_new ();
  SyPhase *phase = run->phases->pdata[0];
  g_auto(GStrv) lines = NULL;

  g_free (phase->plan.scene);
  phase->plan.scene = g_strdup ("bad\nTag=x,1,1,1,x\r\nagain");
  lines = export_lines (run);
  for (guint i = 0; lines[i] != NULL; i++)
    g_assert_true (g_regex_match_simple ("^(#|\"StartTimestamp\"|Tag=[^,]+/0/[a-z-]+"
                                         "(,[0-9]+\\.[0-9]{3}){3},HIST[A-Za-z0-9+/]+=*$)",
                                         lines[i], 0, 0));
}

int
main (int   n_arguments,
      char *arguments[])
{
  g_test_init (&n_arguments, &arguments, NULL);
  g_test_add_func ("/export-hlog/head/names-the-time", test_head_names_the_time);
  g_test_add_func ("/export-hlog/line/holds-the-histogram", test_line_holds_the_histogram);
  g_test_add_func ("/export-hlog/line/kinds-are-tagged", test_kinds_are_tagged);
  g_test_add_func ("/export-hlog/line/server-counts-whole-turns", test_server_counts_whole_turns);
  g_test_add_func ("/export-hlog/line/keeps-its-form", test_lines_keep_their_form);
  g_test_add_func ("/export-hlog/voided-turn/is-a-comment", test_voided_turn_is_a_comment);

  return g_test_run ();
}
