/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>
#include <sys/resource.h>

#include "core/sy-clock.h"
#include "gui-fixture.h"
#include "gui/sy-plan-choices.h"
#include "gui/sy-plan-dialog.h"
#include "gui/sy-settings.h"
#include "gui/sy-step-row.h"

static SyPlanDialog *
open_dialog (GSettings *settings)
{
  SyPlanDialog *dialog = sy_plan_dialog_new (NULL, settings);

  gtk_window_present (GTK_WINDOW (dialog));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (dialog));
  fixture_settle ();

  return dialog;
}

static GSettings *
open_settings (void)
{
  GSettings *settings = sy_settings_new ();

  g_assert_nonnull (settings);
  g_settings_reset (settings, "servers");
  g_settings_reset (settings, "addresses");
  g_settings_reset (settings, "load");
  g_settings_reset (settings, "think-time-ms");

  return settings;
}

static void
type (SyPlanDialog *dialog,
      const char   *id,
      const char   *text)
{
  gtk_editable_set_text (GTK_EDITABLE (fixture_find (dialog, id)), text);
}

static void
spin (SyPlanDialog *dialog,
      const char   *id,
      double        value)
{
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (fixture_find (dialog, id)), value);
}

static void
choose_load (SyPlanDialog *dialog,
             guint         load)
{
  adw_combo_row_set_selected (ADW_COMBO_ROW (fixture_find (dialog, "load_row")), load);
}

static SyPlan *
make_plan (SyPlanDialog *dialog)
{
  g_autoptr(GError) error = NULL;
  SyPlan *plan = sy_plan_dialog_make_plan (dialog, &error);

  g_assert_no_error (error);

  return plan;
}

static const SyPhasePlan *
get_phase (const SyPlan *plan)
{
  return &g_array_index (plan->phases, SyPhasePlan, 0);
}

/* What stands beside a field is what the button that is disabled says of itself. */
static void
assert_problem (SyPlanDialog *dialog,
                const char   *label,
                const char   *part)
{
  GtkWidget *button = fixture_find (dialog, "measure_button");
  GtkWidget *message = fixture_find (dialog, label);
  const char *text = gtk_label_get_label (GTK_LABEL (message));

  g_assert_true (gtk_widget_get_mapped (message));
  g_assert_nonnull (strstr (text, part));
  g_assert_false (gtk_widget_get_sensitive (button));
  gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text);
}

static void
test_think_time (void)
{
  SyPlanDialog *dialog = open_dialog (NULL);
  g_autoptr(SyPlan) plan = NULL;
  g_autoptr(SyPlan) open = NULL;

  spin (dialog, "think_spin", 2.5);
  plan = make_plan (dialog);
  g_assert_cmpint (get_phase (plan)->think_time_ns, ==, 2500 * SY_NS_PER_US);
  choose_load (dialog, 1);
  g_assert_false (gtk_widget_get_visible (fixture_find (dialog, "think_row")));
  open = make_plan (dialog);
  g_assert_cmpint (get_phase (open)->think_time_ns, ==, 0);
  g_assert_cmpint (get_phase (open)->load, ==, SY_LOAD_OPEN_POISSON);

  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
test_own_servers (void)
{
  SyPlanDialog *dialog = open_dialog (NULL);
  g_autoptr(SyPlan) plan = NULL;

  type (dialog, "addresses_row", "127.0.0.1:8080, http://localhost:8081/");
  plan = make_plan (dialog);
  g_assert_cmpuint (plan->arms->len, ==, 4);
  g_assert_cmpstr (((SyArm *) plan->arms->pdata[2])->id, ==, "127.0.0.1:8080");
  g_assert_cmpstr (((SyArm *) plan->arms->pdata[3])->id, ==, "127.0.0.1:8081");

  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
test_bad_addresses (void)
{
  static const char *const bad[] = { "8080", "127.0.0.1:", "127.0.0.1:99999", "192.168.0.1:80",
                                     "event-loop", "https://localhost:1", "localhost:80:80" };
  SyPlanDialog *dialog = open_dialog (NULL);
  GtkWidget *row = fixture_find (dialog, "addresses_row");

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      type (dialog, "addresses_row", bad[i]);
      assert_problem (dialog, "message_label", "127.0.0.1:PORT");
      gtk_test_accessible_assert_state (row, GTK_ACCESSIBLE_STATE_INVALID,
                                        GTK_ACCESSIBLE_INVALID_TRUE);
    }
  type (dialog, "addresses_row", "127.0.0.1:80 localhost:80");
  assert_problem (dialog, "message_label", "named twice");
  type (dialog, "addresses_row", "");
  g_assert_true (gtk_widget_get_sensitive (fixture_find (dialog, "measure_button")));
  g_assert_false (gtk_widget_get_visible (fixture_find (dialog, "message_label")));

  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
test_too_many_arrivals (void)
{
  SyPlanDialog *dialog = open_dialog (NULL);

  choose_load (dialog, 2);
  spin (dialog, "rate_spin", 200000);
  spin (dialog, "window_spin", 600);
  assert_problem (dialog, "load_message", "arrivals per second");
  g_assert_false (gtk_widget_get_visible (fixture_find (dialog, "message_label")));

  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
limit_files (rlim_t n_files)
{
  struct rlimit limit;

  g_assert_cmpint (getrlimit (RLIMIT_NOFILE, &limit), ==, 0);
  limit.rlim_cur = MIN (n_files, limit.rlim_max);
  g_assert_cmpint (setrlimit (RLIMIT_NOFILE, &limit), ==, 0);
}

/* Told while it is chosen, and not when the first server has been started. */
static void
test_too_many_clients (void)
{
  SyPlanDialog *dialog = open_dialog (NULL);

  limit_files (1024);
  spin (dialog, "clients_spin", 4096);
  assert_problem (dialog, "load_message", "use fewer connections");
  gtk_test_accessible_assert_state (fixture_find (dialog, "clients_spin"),
                                    GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE);
  g_assert_false (gtk_widget_has_css_class (fixture_find (dialog, "rate_spin"), "error"));
  spin (dialog, "clients_spin", 8);
  g_assert_true (gtk_widget_get_sensitive (fixture_find (dialog, "measure_button")));
  g_assert_false (gtk_widget_get_visible (fixture_find (dialog, "load_message")));
  limit_files (RLIM_INFINITY);

  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
remove_step (SyPlanDialog *dialog)
{
  fixture_click (fixture_find (fixture_find_type (dialog, SY_TYPE_STEP_ROW), "remove_button"));
  fixture_settle ();
}

/* A request of no steps says so where steps are added. */
static void
test_no_steps (void)
{
  SyPlanDialog *dialog = open_dialog (NULL);
  AdwComboRow *row = ADW_COMBO_ROW (fixture_find (dialog, "workload_row"));

  adw_combo_row_set_selected (row, g_list_model_get_n_items (adw_combo_row_get_model (row)) - 1);
  while (fixture_find_type (dialog, SY_TYPE_STEP_ROW) != NULL)
    remove_step (dialog);
  assert_problem (dialog, "workload_message", "Add what one request does");
  g_assert_false (gtk_widget_get_visible (fixture_find (dialog, "load_message")));

  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
assert_advice (SyPlanDialog *dialog,
               const char   *part)
{
  GtkWidget *label = fixture_find (dialog, "advice_label");

  g_assert_true (gtk_widget_get_mapped (label));
  g_assert_nonnull (strstr (gtk_label_get_label (GTK_LABEL (label)), part));
  g_assert_true (gtk_widget_get_sensitive (fixture_find (dialog, "measure_button")));
}

static void
test_advice (void)
{
  SyPlanDialog *dialog = open_dialog (NULL);
  GtkWidget *summary = fixture_find (dialog, "summary_label");
  g_autofree char *before = g_strdup (gtk_label_get_label (GTK_LABEL (summary)));

  g_assert_false (gtk_widget_get_visible (fixture_find (dialog, "advice_label")));
  spin (dialog, "pairs_spin", 4);
  assert_advice (dialog, "pairs");
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (summary)), !=, before);
  spin (dialog, "pairs_spin", 1000);
  assert_advice (dialog, "long");

  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* All of it, and only once it is measured. */
static void
test_remembered (void)
{
  g_autoptr(GSettings) settings = open_settings ();
  SyPlanDialog *dialog = open_dialog (settings);
  g_autoptr(SyPlan) plan = NULL;

  choose_load (dialog, 2);
  gtk_window_destroy (GTK_WINDOW (dialog));
  dialog = open_dialog (settings);
  choose_load (dialog, 0);
  spin (dialog, "think_spin", 7);
  type (dialog, "addresses_row", "127.0.0.1:8080");
  fixture_click (fixture_find (dialog, "measure_button"));
  fixture_settle ();

  dialog = open_dialog (settings);
  plan = make_plan (dialog);
  g_assert_cmpint (get_phase (plan)->load, ==, SY_LOAD_CLOSED);
  g_assert_cmpint (get_phase (plan)->think_time_ns, ==, 7 * SY_NS_PER_MS);
  g_assert_cmpuint (plan->arms->len, ==, 3);
  fixture_click (fixture_find (dialog, "reset_button"));
  g_clear_pointer (&plan, sy_plan_free);
  plan = make_plan (dialog);
  g_assert_cmpint (get_phase (plan)->think_time_ns, ==, 0);
  g_assert_cmpuint (plan->arms->len, ==, 2);

  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* Those of the schema and those of a program without one are the same. */
static void
test_defaults (void)
{
  g_autoptr(GSettings) settings = sy_settings_new ();
  g_autoptr(SyPlanChoices) ours = sy_plan_choices_new_default ();
  g_autoptr(SyPlanChoices) theirs = NULL;

  for (const char *const *key = (const char *const[]) { "servers", "addresses", "workload",
         "steps", "load", "clients", "rate", "think-time-ms", "pairs", "turn-seconds", NULL };
       *key != NULL; key++)
    g_settings_reset (settings, *key);
  theirs = sy_plan_choices_recall (settings);
  g_assert_cmpstrv (ours->servers, theirs->servers);
  g_assert_cmpstr (ours->addresses, ==, theirs->addresses);
  g_assert_cmpstr (ours->workload, ==, theirs->workload);
  g_assert_cmpstr (ours->steps, ==, theirs->steps);
  g_assert_cmpstr (ours->load, ==, theirs->load);
  g_assert_cmpfloat (ours->clients, ==, theirs->clients);
  g_assert_cmpfloat (ours->rate, ==, theirs->rate);
  g_assert_cmpfloat (ours->think_ms, ==, theirs->think_ms);
  g_assert_cmpfloat (ours->pairs, ==, theirs->pairs);
  g_assert_cmpfloat (ours->turn_s, ==, theirs->turn_s);
}

int
main (int    argc,
      char **argv)
{
  fixture_test_init (&argc, &argv);

  g_test_add_func ("/plan-dialog/think-time/closed-loads-only", test_think_time);
  g_test_add_func ("/plan-dialog/own-servers/added", test_own_servers);
  g_test_add_func ("/plan-dialog/own-servers/bad-addresses", test_bad_addresses);
  g_test_add_func ("/plan-dialog/load/too-many-arrivals", test_too_many_arrivals);
  g_test_add_func ("/plan-dialog/load/too-many-clients", test_too_many_clients);
  g_test_add_func ("/plan-dialog/workload/no-steps", test_no_steps);
  g_test_add_func ("/plan-dialog/advice", test_advice);
  g_test_add_func ("/plan-dialog/remembers-what-was-measured", test_remembered);
  g_test_add_func ("/plan-dialog/defaults-are-the-schema-s", test_defaults);

  return g_test_run ();
}
