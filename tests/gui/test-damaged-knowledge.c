/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <string.h>

#include "gui-fixture.h"

#define CLAIMS "/io/github/steelyard_app/Steelyard/knowledge/claims.json"

static gboolean
shows_problem (gpointer window)
{
  return gtk_widget_get_mapped (fixture_find (window, "problem_page"));
}

/* The page says which file it is, where in it and why; the rest of the window does its work. */
static void
test_page_says_so (void)
{
  SyWindow *window;
  const char *description;

  fixture_fill_store (1);
  window = fixture_open_window_at (1000, "criteria");
  fixture_wait_for (shows_problem, window);
  description = adw_status_page_get_description (
    ADW_STATUS_PAGE (fixture_find (window, "problem_page")));
  g_assert_cmpstr (description, ==, "claims.json: claims[0].source: is missing, in “a-1”");

  gtk_widget_activate_action (GTK_WIDGET (window), "win.try", "s", "waiting-capacity");
  fixture_show_page (window, "measurements");
  fixture_wait_for_shown (window, "result");
  fixture_show_page (window, "criteria");
  g_assert_true (shows_problem (window));

  fixture_close_window (window);
}

/* In place of the file within the program, which is asked for before GTK sets anything up. */
static char *
damage (void)
{
  g_autofree char *folder = g_dir_make_tmp ("steelyard-XXXXXX", NULL);
  char *path = g_build_filename (folder, "claims.json", NULL);
  g_autofree char *overlay = g_strconcat (CLAIMS "=", path, NULL);

  g_assert_true (g_file_set_contents (path, "{ \"claims\": [{ \"id\": \"a-1\" }] }", -1, NULL));
  g_setenv ("G_RESOURCE_OVERLAYS", overlay, TRUE);

  return path;
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *path = damage ();
  g_autofree char *folder = g_path_get_dirname (path);
  int status;

  fixture_test_init (&argc, &argv);
  g_test_add_func ("/damaged-knowledge/page-says-so", test_page_says_so);
  status = g_test_run ();

  g_unlink (path);
  g_rmdir (folder);
  return status;
}
