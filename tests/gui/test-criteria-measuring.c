/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "gui-criteria.h"
#include "gui/sy-claim-row.h"
#include "gui/sy-criterion-view.h"

static gboolean
is_measuring (gpointer window)
{
  return sy_measurements_page_is_measuring (fixture_get_page (window));
}

static gboolean
is_idle (gpointer window)
{
  return !is_measuring (window);
}

static gboolean
has_focus (GtkWidget  *card,
           const char *button)
{
  return gtk_root_get_focus (gtk_widget_get_root (card)) == fixture_find (card, button);
}

/* In place, one at a time in the whole window, and stopped from there. */
static void
test_one_at_a_time (void)
{
  SyWindow *window;
  GtkWidget *card;
  GtkWidget *other;

  fixture_fill_store (0);
  window = criteria_open (1000);
  card = fixture_find_card (window, "resource-use");
  other = fixture_find_card (window, "syntax");
  g_assert_false (gtk_widget_get_mapped (fixture_find (other, "try_button")));
  other = fixture_find_card (window, "microservices");

  gtk_widget_grab_focus (fixture_find (card, "try_button"));
  fixture_click (fixture_find (card, "try_button"));
  fixture_settle ();
  g_assert_true (is_measuring (window));
  g_assert_true (has_focus (card, "try_stop_button"));
  g_assert_true (criteria_are_shown (window));
  g_assert_true (gtk_widget_get_mapped (fixture_find (card, "progress_bar")));
  g_assert_false (gtk_widget_get_mapped (fixture_find (card, "try_button")));
  g_assert_false (gtk_widget_is_sensitive (fixture_find (other, "try_button")));
  g_assert_nonnull (strstr (gtk_widget_get_tooltip_text (fixture_find (other, "try_button")),
                            "being measured"));

  fixture_click (fixture_find (card, "try_stop_button"));
  fixture_wait_for (is_idle, window);
  fixture_settle ();
  g_assert_true (has_focus (card, "try_button"));
  g_assert_true (gtk_widget_is_sensitive (fixture_find (other, "try_button")));
  g_assert_true (criteria_are_shown (window));

  fixture_close_window (window);
}

/* Whichever way it came out: on a machine under load that is not for a test to say. */
static gboolean
has_mark (GtkWidget *root)
{
  static const char *const marks[] = { "reproduced here", "too close to call", "not valid" };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (criteria_have_label (root, marks[i]))
      return TRUE;

  return FALSE;
}

/* As the keys do it, which takes a button down for a moment first. */
static void
test_focus_stays (void)
{
  SyWindow *window;
  GtkWidget *group;

  fixture_fill_store (0);
  window = criteria_open (1000);
  criteria_open_card (window, "performance");
  group = fixture_find (window, "measured_group");
  gtk_widget_grab_focus (fixture_find (group, "try_button"));
  g_assert_true (has_focus (group, "try_button"));
  gtk_widget_activate (fixture_find (group, "try_button"));
  fixture_wait_for (is_measuring, window);
  fixture_settle ();
  g_assert_true (has_focus (group, "try_stop_button"));

  gtk_widget_activate (fixture_find (group, "try_stop_button"));
  fixture_wait_for (is_idle, window);
  fixture_settle ();
  g_assert_true (has_focus (group, "try_button"));

  fixture_close_window (window);
}

static guint
count_claims (GtkWidget *root,
              gboolean   is_opening)
{
  guint n_open = 0;

  if (SY_IS_CLAIM_ROW (root) && is_opening)
    adw_expander_row_set_expanded (ADW_EXPANDER_ROW (root), TRUE);
  if (SY_IS_CLAIM_ROW (root) && adw_expander_row_get_expanded (ADW_EXPANDER_ROW (root)))
    n_open++;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n_open += count_claims (child, is_opening);

  return n_open;
}

/* Who reads while it is measured goes on reading where they are. */
static void
test_open_claims_stay (void)
{
  SyWindow *window;
  GtkWidget *sides;
  GtkWidget *focus;
  guint n_open;

  fixture_fill_store (0);
  window = criteria_open (1000);
  criteria_open_card (window, "performance");
  sides = fixture_find (window, "sides_box");
  n_open = count_claims (sides, TRUE);
  fixture_settle ();
  g_assert_cmpuint (n_open, >, 0);
  g_assert_false (criteria_have_label (sides, "times as many requests"));
  gtk_widget_child_focus (sides, GTK_DIR_TAB_FORWARD);
  focus = gtk_root_get_focus (GTK_ROOT (window));
  g_assert_true (gtk_widget_is_ancestor (focus, sides));

  gtk_widget_activate_action (GTK_WIDGET (window), "win.try", "s", "waiting-capacity");
  fixture_wait_for (is_idle, window);
  fixture_settle ();
  g_assert_cmpuint (count_claims (sides, FALSE), ==, n_open);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (window)) == focus);
  g_assert_true (criteria_have_label (sides, "times as many requests"));
  fixture_close_window (window);
}

/* Of what is in sight. */
static GtkWidget *
find_button (GtkWidget  *root,
             const char *tooltip)
{
  if (GTK_IS_BUTTON (root) && gtk_widget_get_mapped (root) &&
      g_strcmp0 (gtk_widget_get_tooltip_text (root), tooltip) == 0)
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, tooltip);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
test_measured_and_remembered (void)
{
  SyWindow *window;
  GtkWidget *card;
  GtkWidget *chart;
  int height;

  fixture_fill_store (0);
  window = criteria_open (1000);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (fixture_find (window, "disputed_button")), TRUE);
  criteria_open_card (window, "performance");
  chart = fixture_find (fixture_find_type (window, SY_TYPE_CRITERION_VIEW), "chart_view");
  height = gtk_widget_get_height (chart);
  g_assert_true (criteria_have_label (fixture_find (window, "sides_box"), "not tried yet"));
  g_assert_false (has_mark (fixture_find (window, "sides_box")));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.try", "s", "waiting-capacity");
  fixture_wait_for (is_idle, window);
  fixture_settle ();
  g_assert_cmpuint (fixture_count_saved (), ==, 1);
  g_assert_true (has_mark (fixture_find (window, "sides_box")));
  g_assert_cmpint (gtk_widget_get_height (chart), ==, height);
  fixture_close_window (window);

  window = criteria_open (1000);
  card = fixture_find_card (window, "performance");
  fixture_wait_for_shown (window, "result");
  g_assert_true (criteria_have_label (card, "Measured here: Mostly waiting, how many"));
  g_assert_true (has_mark (card));
  criteria_open_card (window, "performance");
  g_assert_true (has_mark (fixture_find (window, "sides_box")));
  count_claims (fixture_find (window, "sides_box"), TRUE);
  fixture_settle ();
  fixture_click (find_button (fixture_find (window, "sides_box"), "Show This Run"));
  fixture_wait_for_shown (window, "result");
  g_assert_true (gtk_widget_get_mapped (fixture_find (window, "measurements_page")));
  fixture_close_window (window);
}

int
main (int    argc,
      char **argv)
{
  fixture_test_init (&argc, &argv);

  g_test_add_func ("/criteria/measuring/one-at-a-time", test_one_at_a_time);
  g_test_add_func ("/criteria/measuring/focus-stays", test_focus_stays);
  g_test_add_func ("/criteria/measuring/open-claims-stay", test_open_claims_stay);
  g_test_add_func ("/criteria/measuring/marked-and-remembered", test_measured_and_remembered);

  return g_test_run ();
}
