/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A telephone in the language of the environment: whatever the window shows stays inside it. */

#include "core/sy-clock.h"
#include "core/sy-locale.h"
#include "gui-chooser.h"
#include "gui-fixture.h"
#include "gui-room.h"
#include "gui/sy-chart-view.h"
#include "gui/sy-data-dialog.h"
#include "gui/sy-edit-dialog.h"
#include "gui/sy-figure-table.h"
#include "gui/sy-handover-dialog.h"
#include "gui/sy-help-pages.h"
#include "gui/sy-help-window.h"
#include "gui/sy-measurement.h"
#include "gui/sy-picture-dialog.h"
#include "gui/sy-plan-dialog.h"

enum { WIDTH = 360 };

static GtkWidget *
find (gpointer    root,
      const char *id)
{
  GtkWidget *widget = fixture_find (root, id);

  g_assert_nonnull (widget);
  return widget;
}

static void
act (gpointer    widget,
     const char *action)
{
  g_assert_true (gtk_widget_activate_action (widget, action, NULL));
  fixture_settle ();
}

static gboolean
has_width (gpointer window)
{
  return gtk_widget_get_width (window) <= WIDTH;
}

/* What has just learnt how narrow it is was still drawn once as if it were not. */
static void
assert_inside (gpointer    window,
               const char *what)
{
  g_test_message ("%s", what);
  gtk_test_widget_wait_for_draw (window);
  fixture_wait_for (has_width, window);
  fixture_settle ();
  gtk_test_widget_wait_for_draw (window);
  room_assert_inside (window);
}

static void
expand_all (GtkWidget *root)
{
  if (GTK_IS_EXPANDER (root))
    gtk_expander_set_expanded (GTK_EXPANDER (root), TRUE);
  else if (ADW_IS_EXPANDER_ROW (root) && gtk_widget_get_sensitive (root))
    adw_expander_row_set_expanded (ADW_EXPANDER_ROW (root), TRUE);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    expand_all (child);
  fixture_settle ();
}

static void
assert_dialog_inside (GType       type,
                      const char *what)
{
  GtkWidget *dialog = chooser_wait_for_toplevel (type);

  expand_all (dialog);
  g_test_message ("%s", what);
  room_assert_fits (dialog, WIDTH);
  gtk_window_destroy (GTK_WINDOW (dialog));
  fixture_settle ();
}

static gboolean
has_card (gpointer window)
{
  return fixture_find_card (window, "architecture") != NULL;
}

static void
test_criteria (void)
{
  static const char *const criteria[] = { "performance", "architecture", "real-time", "licensing" };
  SyWindow *window;

  fixture_fill_store (1);
  window = fixture_open_window_at (WIDTH, "criteria");
  fixture_wait_for (has_card, window);
  assert_inside (window, "criteria");
  expand_all (find (window, "groups_box"));
  assert_inside (window, "criteria in groups");
  for (guint i = 0; i < G_N_ELEMENTS (criteria); i++)
    {
      gtk_widget_activate_action (GTK_WIDGET (window), "win.show-criterion", "s", criteria[i]);
      fixture_settle ();
      expand_all (find (window, "detail_bin"));
      assert_inside (window, criteria[i]);
      act (window, "win.back");
    }
  act (find (window, "criteria_page"), "criteria.sources");
  expand_all (find (window, "detail_bin"));
  assert_inside (window, "articles");

  fixture_close_window (window);
}

static void
test_first_start (void)
{
  SyWindow *window;

  fixture_fill_store (0);
  window = fixture_open_window_at (WIDTH, "criteria");
  fixture_wait_for (has_card, window);
  assert_inside (window, "criteria, nothing measured");
  fixture_show_page (window, "measurements");
  fixture_wait_for_shown (window, "welcome");
  assert_inside (window, "measurements, nothing measured");
  fixture_show_page (window, "decisions");
  assert_inside (window, "decisions, nothing decided");

  fixture_close_window (window);
}

static void
activate_row (SyWindow *window,
              int       n)
{
  GtkListBox *list = GTK_LIST_BOX (fixture_find (fixture_get_page (window), "list"));

  g_signal_emit_by_name (gtk_list_box_get_row_at_index (list, n), "activate");
}

static void
assert_tabs_inside (SyWindow *window)
{
  static const char *const tabs[] = { "why", "findings", "latency", "time", "details" };

  for (guint i = 0; i < G_N_ELEMENTS (tabs); i++)
    {
      gtk_stack_set_visible_child_name (GTK_STACK (find (window, "tabs")), tabs[i]);
      fixture_settle ();
      expand_all (find (window, "tabs"));
      assert_inside (window, tabs[i]);
    }
  room_assert_whole (fixture_find_type (find (window, "tabs"), SY_TYPE_FIGURE_TABLE));
}

static void
test_runs (void)
{
  SyWindow *window;

  fixture_fill_store (2);
  window = fixture_open_window (WIDTH);
  assert_inside (window, "saved runs");
  activate_row (window, 0);
  fixture_wait_for_shown (window, "result");
  assert_tabs_inside (window);
  act (window, "win.back");
  act (window, "win.select");
  act (fixture_get_page (window), "runs.select-all");
  assert_inside (window, "runs selected");
  act (window, "win.compare");
  fixture_wait_for_shown (window, "lineup");
  assert_inside (window, "runs compared");

  fixture_close_window (window);
}

static gboolean
has_complete_turn (gpointer window)
{
  g_autoptr(SyMeasurement) measurement = NULL;

  g_object_get (fixture_get_page (window), "measurement", &measurement, NULL);
  return sy_measurement_get_live (measurement)->turns->len > 0;
}

static void
test_measuring (void)
{
  g_autoptr(SyPlan) plan = fixture_make_plan (1000, 50 * SY_NS_PER_MS);
  SyWindow *window;

  fixture_fill_store (0);
  window = fixture_open_window (WIDTH);
  sy_measurements_page_measure (fixture_get_page (window), plan);
  fixture_wait_for_shown (window, "running");
  fixture_wait_for (has_complete_turn, window);
  assert_inside (window, "measuring");
  sy_measurements_page_stop (fixture_get_page (window));
  fixture_wait_for_shown (window, "result");

  fixture_close_window (window);
}

static void
test_dialogs (void)
{
  SyWindow *window;

  fixture_fill_store (1);
  window = fixture_open_window (WIDTH);
  activate_row (window, 0);
  fixture_wait_for_shown (window, "result");
  act (window, "win.choose");
  assert_dialog_inside (SY_TYPE_PLAN_DIALOG, "what to measure");
  act (window, "win.edit");
  assert_dialog_inside (SY_TYPE_EDIT_DIALOG, "name and note");
  act (find (window, "result_view"), "result.export");
  assert_dialog_inside (SY_TYPE_DATA_DIALOG, "data to save");
  act (fixture_find_type (find (window, "result_view"), SY_TYPE_CHART_VIEW), "chart.save");
  assert_dialog_inside (SY_TYPE_PICTURE_DIALOG, "picture to save");

  fixture_close_window (window);
}

static gboolean
shows_advice (gpointer window)
{
  GtkWidget *content = fixture_find (fixture_find (window, "decisions_page"), "content");

  return g_str_equal (gtk_stack_get_visible_child_name (GTK_STACK (content)), "advice");
}

static void
test_decision (void)
{
  SyWindow *window;

  window = fixture_open_window_at (WIDTH, "decisions");
  act (window, "win.new-decision");
  gtk_widget_activate_action (find (window, "template_row"), "template.choose", "s", "public-api");
  fixture_settle ();
  assert_inside (window, "the first question");
  for (guint i = 0; i < 4; i++)
    {
      fixture_click (find (window, "next_button"));
      fixture_settle ();
      assert_inside (window, "the next question");
    }
  fixture_click (find (window, "decide_button"));
  fixture_wait_for (shows_advice, window);
  expand_all (find (window, "advice_view"));
  assert_inside (window, "recommendation");
  fixture_click (find (window, "handover_button"));
  assert_dialog_inside (SY_TYPE_HANDOVER_DIALOG, "report");

  fixture_close_window (window);
}

static gboolean
is_narrow (gpointer window)
{
  gboolean narrow;

  g_object_get (fixture_find (window, "narrow_bin"), "narrow", &narrow, NULL);

  return narrow;
}

static void
test_help (void)
{
  SyHelpWindow *window = sy_help_window_new ();
  guint n_pages;
  const SyHelpPage *pages = sy_help_pages_get (&n_pages);

  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, 600);
  gtk_window_present (GTK_WINDOW (window));
  fixture_wait_for (is_narrow, window);
  for (guint i = 0; i < n_pages; i++)
    {
      sy_help_window_open (window, pages[i].id);
      assert_inside (window, pages[i].id);
    }

  gtk_window_destroy (GTK_WINDOW (window));
  fixture_settle ();
}

int
main (int    argc,
      char **argv)
{
  sy_locale_set_up ();
  g_test_init (&argc, &argv, NULL);
  gtk_init ();
  fixture_init ();

  g_test_add_func ("/narrow/first-start/inside", test_first_start);
  g_test_add_func ("/narrow/criteria/inside", test_criteria);
  g_test_add_func ("/narrow/runs/inside", test_runs);
  g_test_add_func ("/narrow/measuring/inside", test_measuring);
  g_test_add_func ("/narrow/dialogs/inside", test_dialogs);
  g_test_add_func ("/narrow/decision/inside", test_decision);
  g_test_add_func ("/narrow/help/inside", test_help);

  return g_test_run ();
}
