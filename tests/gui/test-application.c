/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui-fixture.h"
#include "gui/sy-application.h"
#include "gui/sy-help-window.h"

static GtkWindow *
find_window (gpointer application,
             GType    type)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (application));

  for (GList *link = windows; link != NULL; link = link->next)
    if (g_type_is_a (G_OBJECT_TYPE (link->data), type))
      return link->data;

  return NULL;
}

static gboolean
has_no_window (gpointer application)
{
  return gtk_application_get_windows (GTK_APPLICATION (application)) == NULL;
}

static gboolean
is_measuring (gpointer page)
{
  return sy_measurements_page_is_measuring (page);
}

static gboolean
is_not_measuring (gpointer page)
{
  return !is_measuring (page);
}

/* As the desktop does, when no window is there yet. */
static void
test_measure_now (gconstpointer data)
{
  GtkApplication *application = (gpointer) data;
  GtkWindow *window;
  SyMeasurementsPage *page;

  g_action_group_activate_action (G_ACTION_GROUP (application), "measure-now", NULL);
  window = find_window (application, SY_TYPE_WINDOW);
  g_assert_nonnull (window);
  page = fixture_get_page (SY_WINDOW (window));
  fixture_wait_for (is_measuring, page);

  /* Once more, there is nothing to start. */
  g_action_group_activate_action (G_ACTION_GROUP (application), "measure-now", NULL);
  g_assert_true (find_window (application, SY_TYPE_WINDOW) == window);

  sy_measurements_page_stop (page);
  fixture_wait_for (is_not_measuring, page);
  gtk_window_destroy (window);
  fixture_wait_for (has_no_window, application);
}

/* The help comes once, and goes with the window; the window is not taken for it. */
static void
test_help (gconstpointer data)
{
  GtkApplication *application = (gpointer) data;
  GtkWindow *help;

  g_application_activate (G_APPLICATION (application));
  g_action_group_activate_action (G_ACTION_GROUP (application), "help", NULL);
  help = find_window (application, SY_TYPE_HELP_WINDOW);
  g_assert_nonnull (help);
  g_action_group_activate_action (G_ACTION_GROUP (application), "help-on",
                                  g_variant_new_string ("charts"));
  g_assert_true (find_window (application, SY_TYPE_HELP_WINDOW) == help);
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (fixture_find (help, "page_title"))), ==,
                   "Reading the Charts");

  g_action_group_activate_action (G_ACTION_GROUP (application), "quit", NULL);
  fixture_wait_for (has_no_window, application);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr(SyApplication) application = NULL;
  g_autoptr(GError) error = NULL;

  fixture_test_init (&argc, &argv);
  fixture_fill_store (0);
  application = sy_application_new ();
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);

  g_test_add_data_func ("/application/measure-now/without-a-window", application,
                        test_measure_now);
  g_test_add_data_func ("/application/help/once-and-not-longer", application, test_help);

  return g_test_run ();
}
