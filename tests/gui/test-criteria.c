/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui-criteria.h"
#include "gui-room.h"
#include "gui/sy-criterion-view.h"
#include "gui/sy-why-view.h"

static guint
count_cards (SyWindow *window)
{
  guint n_cards = 0;

  for (GtkWidget *card = gtk_widget_get_first_child (fixture_find (window, "main_cards"));
       card != NULL; card = gtk_widget_get_next_sibling (card))
    n_cards += gtk_widget_get_mapped (card) ? 1 : 0;

  return n_cards;
}

/* Eight of them first, the others in groups that are opened one by one. */
static void
test_first_screen (void)
{
  SyWindow *window;
  GtkWidget *expander;

  fixture_fill_store (0);
  window = criteria_open (1000);

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
  window = criteria_open (1000);

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
  window = criteria_open (1000);
  disputed = fixture_find (window, "disputed_button");
  entry = fixture_find (window, "criteria_search_entry");

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (disputed), TRUE);
  fixture_settle ();
  g_assert_nonnull (fixture_find_card (window, "performance"));
  g_assert_null (fixture_find_card (window, "resource-use"));
  g_assert_false (gtk_widget_get_mapped (fixture_find (window, "groups_box")));
  g_assert_true (gtk_widget_get_mapped (fixture_find (window, "lead_card")));

  gtk_widget_activate_action (GTK_WIDGET (window), "win.search", NULL);
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (window)), entry));
  gtk_editable_set_text (GTK_EDITABLE (entry), "no claim speaks of this");
  g_signal_emit_by_name (entry, "search-changed");
  fixture_settle ();
  g_assert_cmpuint (count_cards (window), ==, 0);
  g_assert_true (gtk_widget_get_mapped (fixture_find (window, "nothing_page")));
  g_assert_false (gtk_widget_get_mapped (fixture_find (window, "lead_card")));

  g_signal_emit_by_name (entry, "stop-search");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (disputed), FALSE);
  fixture_settle ();
  g_assert_cmpuint (count_cards (window), ==, 8);

  fixture_close_window (window);
}

/* Few cards leave room below them, not within. */
static void
test_few (void)
{
  SyWindow *window;
  GtkWidget *entry;
  int height;

  fixture_fill_store (0);
  window = criteria_open (1000);
  entry = fixture_find (window, "criteria_search_entry");
  height = gtk_widget_get_height (fixture_find_card (window, "performance"));

  gtk_widget_activate_action (GTK_WIDGET (window), "win.search", NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "answers under load");
  g_signal_emit_by_name (entry, "search-changed");
  fixture_settle ();
  g_assert_cmpuint (count_cards (window), ==, 1);
  g_assert_cmpint (gtk_widget_get_height (fixture_find_card (window, "performance")), <=, height);

  fixture_close_window (window);
}

/* Out of a search without a result by one button, whatever narrowed it. */
static void
test_show_all (void)
{
  SyWindow *window;
  GtkWidget *entry;

  fixture_fill_store (0);
  window = criteria_open (1000);
  entry = fixture_find (window, "criteria_search_entry");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (fixture_find (window, "measurable_button")),
                                TRUE);
  g_assert_false (gtk_widget_has_css_class (fixture_find (window, "filter_button"), "sy-chosen"));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (fixture_find (window, "side_drop_down")), 2);
  g_assert_true (gtk_widget_has_css_class (fixture_find (window, "filter_button"), "sy-chosen"));
  g_assert_cmpstr (gtk_widget_get_tooltip_text (fixture_find (window, "filter_button")), ==,
                   "Filter and Sort: Something Is Chosen");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.search", NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "no claim speaks of this");
  g_signal_emit_by_name (entry, "search-changed");
  fixture_settle ();
  g_assert_cmpuint (count_cards (window), ==, 0);

  fixture_click (fixture_find (window, "show_all_button"));
  fixture_settle ();
  g_assert_cmpuint (count_cards (window), ==, 8);
  g_assert_false (gtk_widget_get_mapped (fixture_find (window, "nothing_page")));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
  g_assert_false (gtk_widget_has_css_class (fixture_find (window, "filter_button"), "sy-chosen"));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (window)) ==
                 fixture_find_card (window, "performance"));

  fixture_close_window (window);
}

static void
test_open_and_back (void)
{
  SyWindow *window;
  GtkWidget *card;

  fixture_fill_store (0);
  window = criteria_open (1000);
  card = fixture_find_card (window, "scalability");

  criteria_open_card (window, "scalability");
  g_assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "back"));
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "search"));
  g_assert_true (criteria_have_label (GTK_WIDGET (window), "Claims for Node.js"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.back", NULL);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (window)) == card);
  g_assert_null (fixture_find_type (window, SY_TYPE_CRITERION_VIEW));

  fixture_close_window (window);
}

static const char *
get_door_action (SyWindow *window)
{
  return gtk_actionable_get_action_name (GTK_ACTIONABLE (fixture_find (window, "door_button")));
}

/* From what explains the architectures to them at work, once a run has recorded requests. */
static void
test_door_to_why (void)
{
  SyWindow *window;

  fixture_fill_store (0);
  window = criteria_open (1000);
  criteria_open_card (window, "performance");
  g_assert_false (gtk_widget_get_mapped (fixture_find (window, "door_button")));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.back", NULL);
  criteria_open_card (window, "architecture");
  g_assert_cmpstr (get_door_action (window), ==, "win.measure");
  fixture_close_window (window);

  fixture_fill_store (1);
  window = criteria_open (1000);
  criteria_open_card (window, "architecture");
  g_assert_cmpstr (get_door_action (window), ==, "win.show-run");
  fixture_click (fixture_find (window, "door_button"));
  fixture_wait_for_shown (window, "result");
  g_assert_true (gtk_widget_get_mapped (fixture_find_type (window, SY_TYPE_WHY_VIEW)));
  fixture_close_window (window);
}

/* What is within a claim is made when it is opened. */
static void
test_claim_opens (void)
{
  SyWindow *window;
  GtkWidget *row;

  fixture_fill_store (0);
  window = criteria_open (1000);
  criteria_open_card (window, "performance");
  row = fixture_find_type (window, ADW_TYPE_EXPANDER_ROW);

  g_assert_false (criteria_have_label (row, "How it is tried"));
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  fixture_settle ();
  g_assert_true (criteria_have_label (row, "How it is tried") ||
                 criteria_have_label (row, "Why it is not tried"));

  fixture_close_window (window);
}

static void
test_sources (void)
{
  SyWindow *window;

  fixture_fill_store (0);
  window = criteria_open (1000);

  fixture_click (fixture_find (window, "sources_button"));
  fixture_settle ();
  g_assert_true (criteria_have_label (GTK_WIDGET (window), "its own text speaks for Node.js"));
  g_assert_true (criteria_have_label (GTK_WIDGET (window),
                                      "None of its claims was tried here yet"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.back", NULL);
  g_assert_true (criteria_are_shown (window));

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
  window = criteria_open (1000);
  g_assert_false (is_pressed (window, "syntax", "some_button"));
  gtk_toggle_button_set_active (
    GTK_TOGGLE_BUTTON (fixture_find (fixture_find_card (window, "syntax"), "some_button")), TRUE);
  gtk_toggle_button_set_active (
    GTK_TOGGLE_BUTTON (fixture_find (fixture_find_card (window, "performance"), "lot_button")),
    TRUE);
  fixture_close_window (window);

  window = criteria_open (1000);
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
  window = criteria_open (360);
  fixture_wait_for (is_narrow, window);
  fixture_settle ();

  room_assert_fits (fixture_find (window, "toast_overlay"), 360);
  room_assert_fits (fixture_find (window, "list_view"), 360);
  room_assert_fits (fixture_find (window, "main_cards"), 336);
  room_assert_fits (fixture_find (window, "buttons_box"), 300);
  criteria_open_card (window, "performance");
  room_assert_fits (fixture_find (window, "sides_box"), 324);
  room_assert_fits (fixture_find (window, "measured_group"), 324);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.back", NULL);
  fixture_click (fixture_find (window, "sources_button"));
  fixture_settle ();
  room_assert_fits (fixture_find (window, "sources_box"), 324);

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
  window = criteria_open (1000);

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

int
main (int    argc,
      char **argv)
{
  fixture_test_init (&argc, &argv);

  g_test_add_func ("/criteria/first-screen/eight-and-groups", test_first_screen);
  g_test_add_func ("/criteria/first-screen/latest-finding", test_latest_finding);
  g_test_add_func ("/criteria/filter/disputed-and-words", test_filters);
  g_test_add_func ("/criteria/few-cards-stay-as-high", test_few);
  g_test_add_func ("/criteria/filter/out-of-nothing", test_show_all);
  g_test_add_func ("/criteria/detail/open-and-back", test_open_and_back);
  g_test_add_func ("/criteria/detail/door-to-why", test_door_to_why);
  g_test_add_func ("/criteria/detail/claim-opens", test_claim_opens);
  g_test_add_func ("/criteria/sources/opens", test_sources);
  g_test_add_func ("/criteria/importance/is-remembered", test_importance);
  g_test_add_func ("/criteria/narrow/fits", test_narrow);
  g_test_add_func ("/criteria/keyboard/reaches-everything", test_keyboard);

  return g_test_run ();
}
