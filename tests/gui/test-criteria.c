/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "core/sy-clock.h"
#include "gui-fixture.h"
#include "gui/sy-claim-row.h"
#include "gui/sy-criterion-card.h"
#include "gui/sy-criterion-view.h"

static gboolean
shows_cards (gpointer window)
{
  GtkWidget *card = fixture_find_card (window, "performance");

  return card != NULL && gtk_widget_get_mapped (card);
}

static SyWindow *
open_criteria (int width)
{
  SyWindow *window = fixture_open_window_at (width, "criteria");

  fixture_wait_for (shows_cards, window);
  fixture_settle ();

  return window;
}

static void
open_card (SyWindow   *window,
           const char *criterion)
{
  GtkWidget *card = fixture_find_card (window, criterion);

  g_assert_true (gtk_widget_get_mapped (card));
  gtk_widget_grab_focus (card);
  g_signal_emit_by_name (card, "activate");
  fixture_settle ();
  g_assert_nonnull (fixture_find_type (window, SY_TYPE_CRITERION_VIEW));
}

static guint
count_cards (SyWindow *window)
{
  guint n_cards = 0;

  for (GtkWidget *card = gtk_widget_get_first_child (fixture_find (window, "main_cards"));
       card != NULL; card = gtk_widget_get_next_sibling (card))
    n_cards += gtk_widget_get_mapped (card) ? 1 : 0;

  return n_cards;
}

static gboolean
has_label (GtkWidget  *root,
           const char *text)
{
  if (GTK_IS_LABEL (root) && gtk_widget_get_mapped (root) &&
      strstr (gtk_label_get_label (GTK_LABEL (root)), text) != NULL)
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (has_label (child, text))
      return TRUE;

  return FALSE;
}

/* Eight of them first, the others in groups that are opened one by one. */
static void
test_first_screen (void)
{
  SyWindow *window;
  GtkWidget *expander;

  fixture_fill_store (0);
  window = open_criteria (1000);

  g_assert_true (gtk_widget_get_mapped (fixture_find (window, "lead_button")));
  g_assert_true (gtk_widget_get_mapped (fixture_find (window, "invitation_label")));
  g_assert_cmpuint (count_cards (window), ==, 8);
  g_assert_null (fixture_find_card (window, "error-handling"));
  expander = gtk_widget_get_next_sibling (
    gtk_widget_get_first_child (fixture_find (window, "groups_box")));
  gtk_expander_set_expanded (GTK_EXPANDER (expander), TRUE);
  g_assert_nonnull (fixture_find_card (window, "error-handling"));

  fixture_close_window (window);
}

static void
test_latest_finding (void)
{
  SyWindow *window;

  fixture_fill_store (1);
  window = open_criteria (1000);

  g_assert_true (gtk_widget_get_mapped (fixture_find (window, "finding_label")));
  g_assert_false (gtk_widget_get_mapped (fixture_find (window, "invitation_label")));
  fixture_click (fixture_find (window, "show_button"));
  fixture_wait_for_shown (window, "result");
  g_assert_true (gtk_widget_get_mapped (fixture_find (window, "measurements_page")));

  fixture_close_window (window);
}

static void
test_filters (void)
{
  SyWindow *window;
  GtkWidget *disputed;
  GtkWidget *entry;

  fixture_fill_store (0);
  window = open_criteria (1000);
  disputed = fixture_find (window, "disputed_button");
  entry = fixture_find (window, "criteria_search_entry");

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (disputed), TRUE);
  fixture_settle ();
  g_assert_nonnull (fixture_find_card (window, "performance"));
  g_assert_null (fixture_find_card (window, "resource-use"));
  g_assert_false (gtk_widget_get_mapped (fixture_find (window, "groups_box")));

  gtk_widget_activate_action (GTK_WIDGET (window), "win.search", NULL);
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (window)), entry));
  gtk_editable_set_text (GTK_EDITABLE (entry), "no claim speaks of this");
  g_signal_emit_by_name (entry, "search-changed");
  fixture_settle ();
  g_assert_cmpuint (count_cards (window), ==, 0);
  g_assert_true (gtk_widget_get_mapped (fixture_find (window, "nothing_label")));

  g_signal_emit_by_name (entry, "stop-search");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (disputed), FALSE);
  fixture_settle ();
  g_assert_cmpuint (count_cards (window), ==, 8);

  fixture_close_window (window);
}

static void
test_open_and_back (void)
{
  SyWindow *window;
  GtkWidget *card;

  fixture_fill_store (0);
  window = open_criteria (1000);
  card = fixture_find_card (window, "scalability");

  open_card (window, "scalability");
  g_assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "back"));
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "search"));
  g_assert_true (has_label (GTK_WIDGET (window), "Claims for Node.js"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.back", NULL);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (window)) == card);
  g_assert_null (fixture_find_type (window, SY_TYPE_CRITERION_VIEW));

  fixture_close_window (window);
}

/* What is within a claim is made when it is opened. */
static void
test_claim_opens (void)
{
  SyWindow *window;
  GtkWidget *row;

  fixture_fill_store (0);
  window = open_criteria (1000);
  open_card (window, "performance");
  row = fixture_find_type (window, ADW_TYPE_EXPANDER_ROW);

  g_assert_false (has_label (row, "How it is tried"));
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  fixture_settle ();
  g_assert_true (has_label (row, "How it is tried") || has_label (row, "Why it is not tried"));

  fixture_close_window (window);
}

static void
test_sources (void)
{
  SyWindow *window;

  fixture_fill_store (0);
  window = open_criteria (1000);

  fixture_click (fixture_find (window, "sources_button"));
  fixture_settle ();
  g_assert_true (has_label (GTK_WIDGET (window), "its own text speaks for Node.js"));
  g_assert_true (has_label (GTK_WIDGET (window), "None of its claims was tried here yet"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.back", NULL);
  g_assert_true (shows_cards (window));

  fixture_close_window (window);
}

static gboolean
is_pressed (SyWindow   *window,
            const char *criterion,
            const char *button)
{
  GtkWidget *card = fixture_find_card (window, criterion);

  return gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (fixture_find (card, button)));
}

static void
test_importance (void)
{
  SyWindow *window;

  fixture_fill_store (0);
  window = open_criteria (1000);
  g_assert_false (is_pressed (window, "syntax", "some_button"));
  gtk_toggle_button_set_active (
    GTK_TOGGLE_BUTTON (fixture_find (fixture_find_card (window, "syntax"), "some_button")), TRUE);
  gtk_toggle_button_set_active (
    GTK_TOGGLE_BUTTON (fixture_find (fixture_find_card (window, "performance"), "lot_button")),
    TRUE);
  fixture_close_window (window);

  window = open_criteria (1000);
  g_assert_true (is_pressed (window, "syntax", "some_button"));
  g_assert_true (is_pressed (window, "performance", "lot_button"));
  g_assert_false (is_pressed (window, "scalability", "not_button"));
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
test_narrow (void)
{
  SyWindow *window;

  fixture_fill_store (1);
  window = open_criteria (360);
  fixture_wait_for (is_narrow, window);
  fixture_settle ();

  fixture_assert_fits (fixture_find (window, "toast_overlay"), 360);
  fixture_assert_fits (fixture_find (window, "list_view"), 360);
  fixture_assert_fits (fixture_find (window, "main_cards"), 336);
  open_card (window, "performance");
  fixture_assert_fits (fixture_find (window, "sides_box"), 324);
  fixture_assert_fits (fixture_find (window, "measured_group"), 324);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.back", NULL);
  fixture_click (fixture_find (window, "sources_button"));
  fixture_settle ();
  fixture_assert_fits (fixture_find (window, "sources_box"), 324);

  fixture_close_window (window);
}

/* Everything a person can use is reached with the Tab key. */
static void
test_keyboard (void)
{
  static const char *const wanted[] = { "lead_button", "disputed_button", "filter_button",
                                        "sources_button", "main_cards", "groups_box",
                                        "importance_switch", "try_button" };
  gboolean is_reached[G_N_ELEMENTS (wanted)] = { FALSE };
  SyWindow *window;

  fixture_fill_store (0);
  window = open_criteria (1000);

  for (guint i = 0; i < 90; i++)
    {
      GtkWidget *focus;

      gtk_widget_child_focus (GTK_WIDGET (window), GTK_DIR_TAB_FORWARD);
      focus = gtk_root_get_focus (GTK_ROOT (window));
      for (guint j = 0; focus != NULL && j < G_N_ELEMENTS (wanted); j++)
        for (GtkWidget *widget = focus; widget != NULL; widget = gtk_widget_get_parent (widget))
          is_reached[j] |= g_strcmp0 (gtk_buildable_get_buildable_id (GTK_BUILDABLE (widget)),
                                      wanted[j]) == 0;
    }

  for (guint j = 0; j < G_N_ELEMENTS (wanted); j++)
    if (!is_reached[j])
      g_test_fail_printf ("Tab never reaches %s", wanted[j]);

  fixture_close_window (window);
}

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
  window = open_criteria (1000);
  card = fixture_find_card (window, "resource-use");
  other = fixture_find_card (window, "syntax");
  g_assert_false (gtk_widget_get_mapped (fixture_find (other, "try_button")));
  other = fixture_find_card (window, "microservices");

  gtk_widget_grab_focus (fixture_find (card, "try_button"));
  fixture_click (fixture_find (card, "try_button"));
  fixture_settle ();
  g_assert_true (is_measuring (window));
  g_assert_true (has_focus (card, "try_stop_button"));
  g_assert_true (shows_cards (window));
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
  g_assert_true (shows_cards (window));

  fixture_close_window (window);
}

/* Whichever way it came out: on a machine under load that is not for a test to say. */
static gboolean
has_mark (GtkWidget *root)
{
  static const char *const marks[] = { "reproduced here", "too close to call", "not valid" };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (has_label (root, marks[i]))
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
  window = open_criteria (1000);
  open_card (window, "performance");
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
  window = open_criteria (1000);
  open_card (window, "performance");
  sides = fixture_find (window, "sides_box");
  n_open = count_claims (sides, TRUE);
  fixture_settle ();
  g_assert_cmpuint (n_open, >, 0);
  g_assert_false (has_label (sides, "times as many requests"));
  gtk_widget_child_focus (sides, GTK_DIR_TAB_FORWARD);
  focus = gtk_root_get_focus (GTK_ROOT (window));
  g_assert_true (gtk_widget_is_ancestor (focus, sides));

  gtk_widget_activate_action (GTK_WIDGET (window), "win.try", "s", "waiting-capacity");
  fixture_wait_for (is_idle, window);
  fixture_settle ();
  g_assert_cmpuint (count_claims (sides, FALSE), ==, n_open);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (window)) == focus);
  g_assert_true (has_label (sides, "times as many requests"));
  fixture_close_window (window);
}

static void
test_measured_and_remembered (void)
{
  SyWindow *window;
  GtkWidget *card;

  fixture_fill_store (0);
  window = open_criteria (1000);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (fixture_find (window, "disputed_button")), TRUE);
  open_card (window, "performance");
  g_assert_true (has_label (fixture_find (window, "sides_box"), "not tried yet"));
  g_assert_false (has_mark (fixture_find (window, "sides_box")));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.try", "s", "waiting-capacity");
  fixture_wait_for (is_idle, window);
  fixture_settle ();
  g_assert_cmpuint (fixture_count_saved (), ==, 1);
  g_assert_true (has_mark (fixture_find (window, "sides_box")));
  fixture_close_window (window);

  window = open_criteria (1000);
  card = fixture_find_card (window, "performance");
  fixture_wait_for_shown (window, "result");
  g_assert_true (has_label (card, "Measured here: Mostly waiting, how many"));
  open_card (window, "performance");
  g_assert_true (has_mark (fixture_find (window, "sides_box")));
  fixture_close_window (window);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  fixture_init ();

  g_test_add_func ("/criteria/first-screen/eight-and-groups", test_first_screen);
  g_test_add_func ("/criteria/first-screen/latest-finding", test_latest_finding);
  g_test_add_func ("/criteria/filter/disputed-and-words", test_filters);
  g_test_add_func ("/criteria/detail/open-and-back", test_open_and_back);
  g_test_add_func ("/criteria/detail/claim-opens", test_claim_opens);
  g_test_add_func ("/criteria/sources/opens", test_sources);
  g_test_add_func ("/criteria/importance/is-remembered", test_importance);
  g_test_add_func ("/criteria/narrow/fits", test_narrow);
  g_test_add_func ("/criteria/keyboard/reaches-everything", test_keyboard);
  g_test_add_func ("/criteria/measuring/one-at-a-time", test_one_at_a_time);
  g_test_add_func ("/criteria/measuring/focus-stays", test_focus_stays);
  g_test_add_func ("/criteria/measuring/open-claims-stay", test_open_claims_stay);
  g_test_add_func ("/criteria/measuring/marked-and-remembered", test_measured_and_remembered);

  return g_test_run ();
}
