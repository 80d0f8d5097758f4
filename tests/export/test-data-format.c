/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "export/sy-data-format.h"

#include <string.h>

#include "lab/sy-run-store.h"
#include "sample-run.h"

static void
test_each_is_found (void)
{
  guint n_formats;
  const SyDataFormat *formats = sy_data_formats_get (&n_formats);

  g_assert_cmpuint (n_formats, ==, 5);
  for (guint i = 0; i < n_formats; i++)
    g_assert_true (sy_data_format_find (formats[i].name) == &formats[i]);
  g_assert_null (sy_data_format_find ("xls"));
}

static void
test_guesses_by_extension (void)
{
  g_assert_cmpstr (sy_data_format_guess ("/tmp/a.csv")->name, ==, "csv");
  g_assert_cmpstr (sy_data_format_guess ("A.JSON")->name, ==, "json");
  g_assert_cmpstr (sy_data_format_guess ("a.csv.hlog")->name, ==, "hlog");
  g_assert_null (sy_data_format_guess ("csv"));
  g_assert_null (sy_data_format_guess ("a.csv/b"));
}

/* The same run is the same bytes, whenever it is exported. */
static void
test_each_is_deterministic (void)
{
  guint n_formats;
  const SyDataFormat *formats = sy_data_formats_get (&n_formats);

  for (guint i = 0; i < n_formats; i++)
    {
      g_autoptr(SyRun) one = sample_run_new ();
      g_autoptr(SyRun) other = sample_run_new ();
      gsize length;
      g_autofree char *first = formats[i].export (one, &length);
      g_autofree char *second = formats[i].export (other, &length);

      g_assert_cmpstr (first, ==, second);
      g_assert_cmpuint (length, ==, strlen (first));
      g_assert_true (g_utf8_validate (first, -1, NULL));
    }
}

static void
test_json_opens_again (void)
{
  g_autoptr(SyRun) run = sample_run_new ();
  gsize length;
  g_autofree char *text = sy_data_format_find ("json")->export (run, &length);
  g_autoptr(GError) error = NULL;
  g_autoptr(SyRun) again = sy_run_from_json (text, (gssize) length, "again", &error);

  g_assert_no_error (error);
  g_assert_cmpstr (again->id, ==, run->id);
}

int
main (int   n_arguments,
      char *arguments[])
{
  g_test_init (&n_arguments, &arguments, NULL);
  g_test_add_func ("/data-format/name/finds-it", test_each_is_found);
  g_test_add_func ("/data-format/extension/finds-it", test_guesses_by_extension);
  g_test_add_func ("/data-format/bytes/are-always-the-same", test_each_is_deterministic);
  g_test_add_func ("/data-format/json/opens-again", test_json_opens_again);

  return g_test_run ();
}
