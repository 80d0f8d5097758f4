/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "chart/sy-charts.h"
#include "gui-fixture.h"
#include "gui-names.h"
#include "gui/sy-chart-view.h"
#include "gui/sy-narrow-bin.h"
#include "gui/sy-plan-dialog.h"
#include "gui/sy-sideways.h"

static GtkWidget *
show (GtkWidget *child,
      int        width,
      int        height)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  gtk_window_set_child (GTK_WINDOW (window), child);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);
  fixture_settle ();

  return window;
}

static gboolean
is_gone (gpointer pointer)
{
  return *(gpointer *) pointer == NULL;
}

static void
destroy (GtkWidget *window,
         GtkWidget *child)
{
  gpointer weak = child;

  g_object_add_weak_pointer (G_OBJECT (child), &weak);
  gtk_window_destroy (GTK_WINDOW (window));
  fixture_wait_for (is_gone, &weak);
}

static gboolean
bin_is_narrow (gpointer bin)
{
  return sy_narrow_bin_get_narrow (bin);
}

static gboolean
bin_is_wide (gpointer bin)
{
  return !sy_narrow_bin_get_narrow (bin);
}

/* A child that wants more than there is neither widens the window nor is hindered. */
static void
test_narrow (void)
{
  GtkWidget *child = gtk_label_new ("Child");
  GtkWidget *bin = g_object_new (SY_TYPE_NARROW_BIN, "threshold", 500, "min-width", 200, "child",
                                 child, NULL);
  GtkWidget *window;
  int minimum;

  gtk_widget_set_size_request (child, 600, -1);
  gtk_widget_measure (bin, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, ==, 200);

  window = show (bin, 300, 200);
  fixture_wait_for (bin_is_narrow, bin);
  g_assert_cmpint (gtk_widget_get_width (child), ==, 600);
  gtk_window_set_default_size (GTK_WINDOW (window), 800, 200);
  fixture_wait_for (bin_is_wide, bin);

  destroy (window, bin);
}

/* Above the threshold, too, a child that does not fit is arranged for less. */
static void
test_narrow_by_need (void)
{
  GtkWidget *child = gtk_label_new ("Child");
  GtkWidget *bin = g_object_new (SY_TYPE_NARROW_BIN, "threshold", 200, "min-width", 100, "child",
                                 child, NULL);
  GtkWidget *window;

  gtk_widget_set_size_request (child, 600, -1);
  window = show (bin, 300, 200);
  fixture_wait_for (bin_is_narrow, bin);
  gtk_widget_set_size_request (child, 100, -1);
  fixture_settle ();
  g_assert_true (bin_is_narrow (bin));
  gtk_window_set_default_size (GTK_WINDOW (window), 700, 200);
  fixture_wait_for (bin_is_wide, bin);

  destroy (window, bin);
}

static SyChart *
make_chart (void)
{
  SyChartWords words = { .finding = "The event loop is ahead." };
  SyChartBar bars[] = {
    { { "Event loop", 0 }, { 10, 9, 11 }, FALSE },
    { { "Threads", 1 }, { 8, 7, 9 }, FALSE },
  };

  return sy_chart_new_comparison (&words, "Requests per second", SY_FORMAT_RATE, bars,
                                  G_N_ELEMENTS (bars));
}

/* What a key is bound to, as pressing it would do. */
static gboolean
press (GtkWidget *widget,
       guint      key)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GObject) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_SHORTCUT_CONTROLLER (controller))
        continue;
      for (guint j = 0; j < g_list_model_get_n_items (G_LIST_MODEL (controller)); j++)
        {
          g_autoptr(GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);
          GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

          if (GTK_IS_KEYVAL_TRIGGER (trigger) &&
              gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) == key)
            return gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, widget,
                                                 gtk_shortcut_get_arguments (shortcut));
        }
    }

  return FALSE;
}

static void
test_chart_keyboard (void)
{
  GtkWidget *view = sy_chart_view_new (make_chart ());
  GtkWidget *window = show (view, 500, 300);
  SyCursor cursor;

  g_assert_true (gtk_widget_grab_focus (view));
  g_assert_false (sy_chart_view_get_cursor (SY_CHART_VIEW (view), &cursor));
  g_assert_true (press (view, GDK_KEY_Right));
  g_assert_true (sy_chart_view_get_cursor (SY_CHART_VIEW (view), &cursor));
  g_assert_true (press (view, GDK_KEY_Escape));
  g_assert_false (sy_chart_view_get_cursor (SY_CHART_VIEW (view), &cursor));
  g_assert_false (press (view, GDK_KEY_Escape));

  destroy (window, view);
}

static void
test_chart_accessible (void)
{
  GtkWidget *view = sy_chart_view_new (make_chart ());
  GtkWidget *window = show (view, 500, 300);
  SyChart *chart = sy_chart_view_get_chart (SY_CHART_VIEW (view));
  SyCursor cursor = { 0 };
  g_autofree char *says = NULL;

  gtk_test_accessible_assert_role (view, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (view, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       sy_chart_get_sentence (chart));
  press (view, GDK_KEY_Home);
  g_assert_true (sy_chart_view_get_cursor (SY_CHART_VIEW (view), &cursor));
  says = sy_chart_describe (chart, &cursor);
  gtk_test_accessible_assert_property (view, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, says);

  destroy (window, view);
}

/* Drawing without a chart, or one without anything in it, must do no harm. */
static void
test_chart_empty (void)
{
  GtkWidget *view = sy_chart_view_new (NULL);
  GtkWidget *window = show (view, 500, 300);

  g_assert_false (press (view, GDK_KEY_Right));
  sy_chart_view_set_chart (SY_CHART_VIEW (view), sy_chart_new_comparison (
    NULL, "Requests per second", SY_FORMAT_RATE, NULL, 0));
  gtk_test_widget_wait_for_draw (window);
  press (view, GDK_KEY_Right);
  sy_chart_view_set_chart (SY_CHART_VIEW (view), make_chart ());
  gtk_test_widget_wait_for_draw (window);

  destroy (window, view);
}

static void
test_names (void)
{
  static const char *const tabs[] = { "why", "findings", "latency", "time", "details" };
  SyWindow *window;
  GtkWindow *dialog = GTK_WINDOW (sy_plan_dialog_new (NULL, NULL));

  gtk_window_present (dialog);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (dialog));
  names_check (GTK_WIDGET (dialog));
  gtk_window_destroy (dialog);

  fixture_fill_store (1);
  window = fixture_open_window (1000);
  fixture_wait_for_shown (window, "result");
  for (guint i = 0; i < G_N_ELEMENTS (tabs); i++)
    {
      gtk_stack_set_visible_child_name (GTK_STACK (fixture_find (window, "tabs")), tabs[i]);
      gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
      names_check (GTK_WIDGET (window));
    }
  fixture_close_window (window);
}

/* Where GTK's own scroller takes the wheel, whatever it can scroll, ours lets it pass. */
static void
test_sideways (void)
{
  GtkWidget *content = gtk_drawing_area_new ();
  GtkWidget *inner = gtk_scrolled_window_new ();
  GtkWidget *outer = gtk_scrolled_window_new ();
  g_autoptr(GListModel) controllers = NULL;
  g_autoptr(GtkEventController) controller = NULL;
  GtkWidget *window;
  gboolean is_taken = FALSE;

  gtk_widget_set_size_request (content, 1000, 1000);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (inner), GTK_POLICY_AUTOMATIC,
                                  GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (inner), content);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (outer), inner);
  sy_sideways_let_pass (GTK_SCROLLED_WINDOW (inner));
  window = show (outer, 300, 300);

  controllers = gtk_widget_observe_controllers (inner);
  controller = g_list_model_get_item (controllers, 0);
  g_signal_emit_by_name (controller, "scroll", 0.0, 1.0, &is_taken);
  g_assert_true (is_taken);
  g_assert_cmpfloat (gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (
                       GTK_SCROLLED_WINDOW (outer))), >, 0);
  g_signal_emit_by_name (controller, "scroll", 1.0, 0.0, &is_taken);
  g_assert_false (is_taken);

  destroy (window, outer);
}

int
main (int    argc,
      char **argv)
{
  fixture_test_init (&argc, &argv);

  g_test_add_func ("/narrow-bin/follows-width", test_narrow);
  g_test_add_func ("/narrow-bin/follows-need", test_narrow_by_need);
  g_test_add_func ("/chart-view/keyboard", test_chart_keyboard);
  g_test_add_func ("/chart-view/says-itself", test_chart_accessible);
  g_test_add_func ("/chart-view/empty", test_chart_empty);
  g_test_add_func ("/sideways/wheel-passes", test_sideways);
  g_test_add_func ("/names/everything-has-one", test_names);

  return g_test_run ();
}
