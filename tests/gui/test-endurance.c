/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/holdings.h"
#include "core/sy-clock.h"
#include "gui-fixture.h"
#include "lab/sy-run-store.h"

enum { N_WARM_UPS = 10, N_RUNS = 50, N_SAVED = 1000 };

/* What a run that is kept may take of memory: its row in the list, and room to spare. */
#define MAX_KB_PER_RUN 300

static gboolean
is_done (gpointer page)
{
  return !sy_measurements_page_is_measuring (page);
}

static void
measure (SyWindow *window)
{
  g_autoptr(SyPlan) plan = fixture_make_plan (2, 50 * SY_NS_PER_MS);

  sy_measurements_page_measure (fixture_get_page (window), plan);
  fixture_wait_for (is_done, fixture_get_page (window));
  fixture_wait_for_shown (window, "result");
  fixture_settle ();
}

/* The pools of GLib let their threads go by themselves, so a few more or less mean nothing; what
 * leaks does so with every run.
 */
static void
test_many_runs (void)
{
  SyWindow *window;
  Holdings before, after;

  fixture_fill_store (0);
  window = fixture_open_window (1000);
  for (guint i = 0; i < N_WARM_UPS; i++)
    measure (window);
  before = holdings_look ();
  for (guint i = 0; i < N_RUNS; i++)
    measure (window);
  after = holdings_look ();

  g_test_message ("%u and %u descriptors, %u and %u threads, %.0f and %.0f kB",
                  before.n_descriptors, after.n_descriptors, before.n_threads, after.n_threads,
                  before.memory_kb, after.memory_kb);
  g_assert_cmpuint (fixture_count_rows (window), ==, N_WARM_UPS + N_RUNS);
  g_assert_cmpuint (after.n_descriptors, <, before.n_descriptors + N_RUNS / 5);
  g_assert_cmpuint (after.n_threads, <, before.n_threads + N_RUNS / 5);
  if (g_getenv ("ASAN_OPTIONS") == NULL)
    g_assert_cmpfloat (after.memory_kb, <, before.memory_kb + N_RUNS * MAX_KB_PER_RUN);

  fixture_close_window (window);
}

static void
copy_run (const char *text,
          gsize       length,
          guint       n)
{
  g_autofree char *folder = sy_run_store_get_folder ();
  g_autofree char *name = g_strdup_printf ("2025-11-21T10-%02u-%02uZ-3f2a.json", n / 60, n % 60);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr(GError) error = NULL;

  sy_file_save (path, text, length, SY_FILE_REPLACE, &error);
  g_assert_no_error (error);
}

/* However many there are, few rows are made between two frames. */
static void
test_many_saved (void)
{
  g_autofree char *path = fixture_get_run_path (0);
  g_autofree char *text = NULL;
  guint n_rows = 0, n_most = 0;
  SyWindow *window;
  gsize length;

  fixture_fill_store (1);
  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  for (guint i = 1; i < N_SAVED; i++)
    copy_run (text, length, i);

  window = SY_WINDOW (sy_window_new (NULL));
  fixture_show_page (window, "measurements");
  gtk_window_present (GTK_WINDOW (window));
  while (n_rows < N_SAVED)
    {
      guint n_before = n_rows;

      g_main_context_iteration (NULL, TRUE);
      n_rows = fixture_count_rows (window);
      n_most = MAX (n_most, n_rows - n_before);
    }
  g_assert_cmpuint (n_most, <=, 100);
  fixture_wait_for_shown (window, "result");

  fixture_close_window (window);
}

int
main (int    argc,
      char **argv)
{
  holdings_set_up ();
  fixture_test_init (&argc, &argv);

  g_test_add_func ("/endurance/fifty-runs-in-one-window", test_many_runs);
  g_test_add_func ("/endurance/thousand-saved-runs", test_many_saved);

  return g_test_run ();
}
