/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "core/sy-clock.h"
#include "gui-fixture.h"
#include "gui/sy-plan-dialog.h"
#include "gui/sy-servers-group.h"

static void
test_measure (void)
{
  g_autoptr(SyPlan) plan = fixture_make_plan (2, 50 * SY_NS_PER_MS);
  SyWindow *window;

  fixture_fill_store (0);
  window = fixture_open_window (1000);

  sy_measurements_page_measure (fixture_get_page (window), plan);
  fixture_wait_for_shown (window, "running");
  g_assert_true (gtk_widget_is_sensitive (fixture_find (window, "stop_button")));
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "measure"));
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "choose"));
  fixture_wait_for_shown (window, "result");
  g_assert_cmpuint (fixture_count_rows (window), ==, 1);
  g_assert_cmpuint (fixture_count_saved (), ==, 1);
  g_assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "measure"));

  fixture_close_window (window);
}

/* What was measured is still there to be exported, and the reason is there to be read in full. */
static void
test_not_saved (void)
{
  g_autoptr(SyPlan) plan = fixture_make_plan (2, 50 * SY_NS_PER_MS);
  AdwMessageDialog *dialog;
  SyWindow *window;

  fixture_fill_store (0);
  window = fixture_open_window (1000);
  fixture_spoil_store ();
  sy_measurements_page_measure (fixture_get_page (window), plan);
  fixture_wait_for_shown (window, "result");

  dialog = fixture_find_dialog ();
  g_assert_cmpstr (adw_message_dialog_get_heading (dialog), ==, "The Run Was Not Saved");
  g_assert_nonnull (strstr (adw_message_dialog_get_body (dialog), g_get_user_data_dir ()));
  g_assert_nonnull (strstr (adw_message_dialog_get_body (dialog), "export its data"));
  adw_message_dialog_response (dialog, "close");
  fixture_settle ();
  g_assert_true (gtk_widget_is_sensitive (fixture_find (window, "export_button")));

  fixture_close_window (window);
  fixture_fill_store (0);
}

/* Who waited at the button that stops it is taken to what came out, and told. */
static void
test_end_is_told (void)
{
  g_autoptr(SyPlan) plan = fixture_make_plan (2, 50 * SY_NS_PER_MS);
  SyWindow *window;
  GtkWidget *result, *head;

  fixture_fill_store (0);
  window = fixture_open_window (1000);
  result = fixture_find (window, "result_view");
  head = fixture_find (result, "head_box");

  sy_measurements_page_measure (fixture_get_page (window), plan);
  fixture_wait_for_shown (window, "running");
  g_assert_true (gtk_widget_grab_focus (fixture_find (window, "stop_button")));
  fixture_wait_for_shown (window, "result");
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (window)), result));
  gtk_test_accessible_assert_role (head, GTK_ACCESSIBLE_ROLE_STATUS);
  g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (head),
                                                   GTK_ACCESSIBLE_PROPERTY_LABEL));

  fixture_close_window (window);
}

static gboolean
has_complete_turn (gpointer window)
{
  const char *label = gtk_label_get_label (GTK_LABEL (fixture_find (window, "turn_label")));

  return g_str_has_prefix (label, "Turn 2");
}

static void
test_stop (void)
{
  g_autoptr(SyPlan) plan = fixture_make_plan (1000, 50 * SY_NS_PER_MS);
  SyWindow *window;

  fixture_fill_store (0);
  window = fixture_open_window (1000);

  sy_measurements_page_measure (fixture_get_page (window), plan);
  fixture_wait_for_shown (window, "running");
  fixture_wait_for (has_complete_turn, window);
  gtk_test_accessible_assert_role (fixture_find (window, "status_box"),
                                   GTK_ACCESSIBLE_ROLE_STATUS);
  g_assert_true (gtk_test_accessible_has_property (
    GTK_ACCESSIBLE (fixture_find (window, "status_box")), GTK_ACCESSIBLE_PROPERTY_LABEL));
  fixture_click (fixture_find (window, "stop_button"));
  fixture_wait_for_shown (window, "result");
  g_assert_cmpuint (fixture_count_saved (), ==, 1);

  fixture_close_window (window);
}

static void
test_stop_at_once (void)
{
  g_autoptr(SyPlan) plan = fixture_make_plan (2, 60 * SY_NS_PER_S);
  SyWindow *window;

  fixture_fill_store (0);
  window = fixture_open_window (1000);

  sy_measurements_page_measure (fixture_get_page (window), plan);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.stop", NULL);
  fixture_wait_for_shown (window, "problem");
  g_assert_cmpuint (fixture_count_saved (), ==, 0);

  fixture_close_window (window);
}

static gboolean
is_gone (gpointer pointer)
{
  return *(gpointer *) pointer == NULL;
}

static void
test_closing_asks (void)
{
  g_autoptr(SyPlan) plan = fixture_make_plan (1000, 50 * SY_NS_PER_MS);
  SyWindow *window;
  gpointer weak;

  fixture_fill_store (0);
  weak = window = fixture_open_window (1000);
  g_object_add_weak_pointer (G_OBJECT (window), &weak);

  sy_measurements_page_measure (fixture_get_page (window), plan);
  fixture_wait_for_shown (window, "running");
  fixture_wait_for (has_complete_turn, window);
  gtk_window_close (GTK_WINDOW (window));
  fixture_settle ();
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (window)));
  adw_message_dialog_response (fixture_find_dialog (), "keep");
  fixture_settle ();
  g_assert_true (sy_measurements_page_is_measuring (fixture_get_page (window)));

  gtk_window_close (GTK_WINDOW (window));
  fixture_settle ();
  adw_message_dialog_response (fixture_find_dialog (), "stop");
  fixture_wait_for (is_gone, &weak);
  g_assert_cmpuint (fixture_count_saved (), ==, 1);
}

static void
answer (const char *response)
{
  AdwMessageDialog *dialog = fixture_find_dialog ();

  adw_message_dialog_response (dialog, response);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
stop_and_close (SyWindow *window)
{
  gtk_window_close (GTK_WINDOW (window));
  fixture_settle ();
  answer ("stop");
  fixture_wait_for_shown (window, "result");
  fixture_settle ();
}

/* What would be lost with the window is shown instead, in whichever page one was; it has been told,
 * so closing closes then.
 */
static void
test_closing_loses_nothing (void)
{
  g_autoptr(SyPlan) plan = fixture_make_plan (1000, 50 * SY_NS_PER_MS);
  SyWindow *window;
  gpointer weak;

  fixture_fill_store (0);
  weak = window = fixture_open_window (1000);
  g_object_add_weak_pointer (G_OBJECT (window), &weak);
  fixture_spoil_store ();
  sy_measurements_page_measure_aside (fixture_get_page (window), plan);
  fixture_wait_for (has_complete_turn, window);
  fixture_show_page (window, "criteria");

  stop_and_close (window);
  g_assert_cmpstr (adw_message_dialog_get_heading (fixture_find_dialog ()), ==,
                   "The Run Was Not Saved");
  answer ("close");
  g_assert_true (gtk_widget_get_mapped (fixture_find (window, "export_button")));
  g_assert_true (gtk_widget_is_sensitive (fixture_find (window, "export_button")));
  gtk_window_close (GTK_WINDOW (window));
  fixture_wait_for (is_gone, &weak);
  fixture_fill_store (0);
}

static GtkWindow *
find_plan_dialog (void)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr(GtkWindow) toplevel = g_list_model_get_item (toplevels, i);

      if (SY_IS_PLAN_DIALOG (toplevel))
        return toplevel;
    }

  return NULL;
}

static void
choose_composed (GtkWindow *dialog)
{
  AdwComboRow *row = ADW_COMBO_ROW (fixture_find (dialog, "workload_row"));

  adw_combo_row_set_selected (row, g_list_model_get_n_items (adw_combo_row_get_model (row)) - 1);
}

static void
set_spin (GtkWindow  *dialog,
          const char *id,
          double      value)
{
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (fixture_find (dialog, id)), value);
}

static void
test_composed (void)
{
  g_autoptr(SyPlan) plan = NULL;
  g_autofree char *mix = NULL;
  SyWindow *window;
  GtkWindow *dialog;

  fixture_fill_store (0);
  window = fixture_open_window (1000);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.choose", NULL);
  dialog = find_plan_dialog ();
  choose_composed (dialog);
  g_assert_true (gtk_widget_get_visible (fixture_find (dialog, "steps_editor")));

  for (guint n_steps = 3; n_steps > 0; n_steps--)
    g_signal_emit_by_name (fixture_find (fixture_find (dialog, "steps_editor"), "remove_button"),
                           "clicked");
  g_assert_false (gtk_widget_is_sensitive (fixture_find (dialog, "measure_button")));
  gtk_widget_activate_action (fixture_find (dialog, "steps_editor"), "steps.add", "s", "wait");
  gtk_widget_activate_action (fixture_find (dialog, "steps_editor"), "steps.add", "s", "answer");
  plan = sy_plan_dialog_make_plan (SY_PLAN_DIALOG (dialog), NULL);
  mix = sy_workload_format (&g_array_index (plan->phases, SyPhasePlan, 0).workload);
  g_assert_cmpstr (mix, ==, "w5,b2048");

  set_spin (dialog, "clients_spin", 4);
  set_spin (dialog, "pairs_spin", 1);
  set_spin (dialog, "window_spin", 0.1);
  fixture_click (fixture_find (dialog, "measure_button"));
  fixture_wait_for_shown (window, "result");
  g_assert_cmpuint (fixture_count_saved (), ==, 1);

  fixture_close_window (window);
}

/* The keyboard begins with what is to be chosen, and from there Return measures. */
static void
test_keyboard (void)
{
  GtkWindow *dialog = GTK_WINDOW (sy_plan_dialog_new (NULL, NULL));
  GtkWidget *focus;

  gtk_window_present (dialog);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (dialog));
  focus = gtk_root_get_focus (GTK_ROOT (dialog));
  g_assert_nonnull (focus);
  g_assert_true (gtk_widget_is_ancestor (focus, fixture_find (dialog, "servers_group")));
  g_assert_false (gtk_widget_get_receives_default (focus));
  g_assert_true (gtk_window_get_default_widget (dialog) == fixture_find (dialog,
                                                                         "measure_button"));
  gtk_window_destroy (dialog);
}

static void
test_no_server (void)
{
  SyPlanDialog *dialog = sy_plan_dialog_new (NULL, NULL);
  GtkWidget *measure = fixture_find (dialog, "measure_button");

  gtk_window_present (GTK_WINDOW (dialog));
  g_assert_true (gtk_widget_is_sensitive (measure));
  sy_servers_group_choose (SY_SERVERS_GROUP (fixture_find (dialog, "servers_group")),
                           (const char *const[]) { NULL }, "");
  g_assert_false (gtk_widget_is_sensitive (measure));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

int
main (int    argc,
      char **argv)
{
  fixture_test_init (&argc, &argv);

  g_test_add_func ("/window/measure/result-is-shown-and-saved", test_measure);
  g_test_add_func ("/window/measure/not-saved-says-why", test_not_saved);
  g_test_add_func ("/window/measure/end-is-told", test_end_is_told);
  g_test_add_func ("/window/measure/stopped-keeps-turns", test_stop);
  g_test_add_func ("/window/measure/stopped-at-once", test_stop_at_once);
  g_test_add_func ("/window/measure/closing-asks", test_closing_asks);
  g_test_add_func ("/window/measure/closing-loses-nothing", test_closing_loses_nothing);
  g_test_add_func ("/window/choose/composed-is-measured", test_composed);
  g_test_add_func ("/window/choose/keyboard", test_keyboard);
  g_test_add_func ("/window/choose/no-server", test_no_server);

  return g_test_run ();
}
