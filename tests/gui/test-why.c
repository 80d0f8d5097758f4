/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/sy-clock.h"
#include "gui-fixture.h"
#include "gui/sy-why-view.h"
#include "lab/sample-run.h"

typedef struct
{
  GtkWidget     *window;
  GtkWidget     *view;
  GtkAdjustment *adjustment;
} Fixture;

static void
clear_traces (SyRun *run)
{
  for (guint i = 0; i < run->phases->len; i++)
    {
      const SyPhase *phase = run->phases->pdata[i];

      for (guint t = 0; t < phase->turns->len; t++)
        g_clear_pointer (&((SyTurn *) phase->turns->pdata[t])->trace, sy_trace_free);
    }
}

static Fixture
open_view (gboolean has_traces)
{
  Fixture fixture = { .window = gtk_window_new () };
  SyRun *run = sample_run_new ();
  g_autoptr(SyReport) report = NULL;

  if (!has_traces)
    clear_traces (run);
  report = sy_report_new (run, NULL);
  g_assert_cmpint (sy_report_has_traces (report), ==, has_traces);
  fixture.view = sy_why_view_new (report);
  fixture.adjustment = gtk_range_get_adjustment (GTK_RANGE (fixture_find (fixture.view,
                                                                          "moment_scale")));
  gtk_window_set_child (GTK_WINDOW (fixture.window), fixture.view);
  gtk_window_present (GTK_WINDOW (fixture.window));
  gtk_test_widget_wait_for_draw (fixture.window);

  return fixture;
}

static int
measure_height (GtkWidget *widget,
                int        width)
{
  int minimum;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, &minimum, NULL, NULL, NULL);

  return minimum;
}

static const char *
get_visible (const Fixture *fixture)
{
  return gtk_stack_get_visible_child_name (GTK_STACK (fixture_find (fixture->view, "stack")));
}

static const char *
get_moment (const Fixture *fixture)
{
  return gtk_label_get_label (GTK_LABEL (fixture_find (fixture->view, "moment_label")));
}

static void
set_animated (gboolean is_animated)
{
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", is_animated, NULL);
}

/* The whole takes 340 µs, and a tenth of the slowest speed is 10 µs. */
static void
test_steps (void)
{
  Fixture fixture = open_view (TRUE);

  g_assert_cmpstr (get_visible (&fixture), ==, "picture");
  g_assert_cmpstr (get_moment (&fixture), ==, "");
  g_assert_cmpfloat (gtk_adjustment_get_upper (fixture.adjustment), ==, 340 * SY_NS_PER_US);

  gtk_widget_activate_action (fixture.view, "why.forward", NULL);
  gtk_widget_activate_action (fixture.view, "why.forward", NULL);
  g_assert_cmpfloat (gtk_adjustment_get_value (fixture.adjustment), ==, 20 * SY_NS_PER_US);
  g_assert_cmpstr (get_moment (&fixture), ==, "20.0 µs");
  gtk_widget_activate_action (fixture.view, "why.back", NULL);
  g_assert_cmpstr (get_moment (&fixture), ==, "10.0 µs");

  gtk_window_destroy (GTK_WINDOW (fixture.window));
}

static gboolean
is_further (gpointer data)
{
  const Fixture *fixture = data;

  return gtk_adjustment_get_value (fixture->adjustment) > 0;
}

static void
test_plays_and_pauses (void)
{
  Fixture fixture;
  GtkButton *button;
  double at_ns;

  set_animated (TRUE);
  fixture = open_view (TRUE);
  button = GTK_BUTTON (fixture_find (fixture.view, "play_button"));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (button)));
  g_assert_cmpstr (gtk_button_get_icon_name (button), ==, "media-playback-start-symbolic");

  gtk_widget_activate_action (fixture.view, "why.play", NULL);
  g_assert_cmpstr (gtk_button_get_icon_name (button), ==, "media-playback-pause-symbolic");
  fixture_wait_for (is_further, &fixture);
  gtk_widget_activate_action (fixture.view, "why.play", NULL);
  g_assert_cmpstr (gtk_button_get_icon_name (button), ==, "media-playback-start-symbolic");
  at_ns = gtk_adjustment_get_value (fixture.adjustment);
  gtk_test_widget_wait_for_draw (fixture.window);
  g_assert_cmpfloat (gtk_adjustment_get_value (fixture.adjustment), ==, at_ns);

  gtk_window_destroy (GTK_WINDOW (fixture.window));
  set_animated (FALSE);
}

static gboolean
is_still (gpointer data)
{
  return *get_moment (data) == '\0';
}

/* It ends with the still picture, to be played anew. */
static void
test_ends_still (void)
{
  Fixture fixture;

  set_animated (TRUE);
  fixture = open_view (TRUE);
  gtk_adjustment_set_value (fixture.adjustment, 339 * SY_NS_PER_US);
  g_assert_cmpstr (get_moment (&fixture), ==, "339 µs");
  gtk_widget_activate_action (fixture.view, "why.play", NULL);
  fixture_wait_for (is_still, &fixture);
  g_assert_cmpfloat (gtk_adjustment_get_value (fixture.adjustment), ==, 0);

  gtk_window_destroy (GTK_WINDOW (fixture.window));
  set_animated (FALSE);
}

/* Where the desktop wants nothing to move, one can only step. */
static void
test_without_animations (void)
{
  Fixture fixture;

  set_animated (FALSE);
  fixture = open_view (TRUE);
  g_assert_false (gtk_widget_get_visible (fixture_find (fixture.view, "play_button")));
  gtk_widget_activate_action (fixture.view, "why.play", NULL);
  gtk_test_widget_wait_for_draw (fixture.window);
  g_assert_cmpfloat (gtk_adjustment_get_value (fixture.adjustment), ==, 0);
  gtk_widget_activate_action (fixture.view, "why.forward", NULL);
  g_assert_cmpfloat (gtk_adjustment_get_value (fixture.adjustment), >, 0);

  gtk_window_destroy (GTK_WINDOW (fixture.window));
}

static void
test_nothing_recorded (void)
{
  Fixture fixture = open_view (FALSE);

  g_assert_cmpstr (get_visible (&fixture), ==, "empty");

  /* What takes more lines in a narrow window is higher there, and not cut off. */
  g_assert_cmpint (measure_height (fixture.view, 300), >, measure_height (fixture.view, 800));
  gtk_widget_activate_action (fixture.view, "why.play", NULL);
  gtk_widget_activate_action (fixture.view, "why.forward", NULL);

  gtk_window_destroy (GTK_WINDOW (fixture.window));
}

static gboolean
shows_picture (const Fixture *fixture)
{
  return gtk_widget_get_mapped (fixture_find (fixture->view, "card"));
}

/* Asks for a prediction, and makes it. */
static void
predict (const Fixture *fixture,
         SySpanKind     kind)
{
  GtkWidget *group = fixture_find (fixture->view, "question_group");

  gtk_widget_activate (fixture_find (fixture->view, "invitation_row"));
  gtk_test_widget_wait_for_draw (fixture->window);
  adw_combo_row_set_selected (ADW_COMBO_ROW (fixture_find_type (group, ADW_TYPE_COMBO_ROW)),
                              kind + 1);
}

static const char *
get_outcome (const Fixture *fixture)
{
  GtkWidget *group = fixture_find (fixture->view, "outcome_group");

  g_assert_true (gtk_widget_get_mapped (group));

  return adw_action_row_get_subtitle (ADW_ACTION_ROW (fixture_find_type (group,
                                                                         ADW_TYPE_ACTION_ROW)));
}

/* Of 505 µs that both requests took, 150 µs each were spent queued and waiting, 100 µs computing.
 * What is predicted is out of sight until it was said.
 */
static void
test_predicts_first (void)
{
  Fixture fixture = open_view (TRUE);
  GtkWidget *button = fixture_find (fixture.view, "reveal_button");

  g_assert_true (shows_picture (&fixture));
  gtk_widget_activate (fixture_find (fixture.view, "invitation_row"));
  gtk_test_widget_wait_for_draw (fixture.window);
  g_assert_false (shows_picture (&fixture));
  g_assert_false (gtk_widget_get_sensitive (button));

  predict (&fixture, SY_SPAN_COMPUTING);
  g_assert_true (gtk_widget_get_sensitive (button));
  fixture_click (button);
  gtk_test_widget_wait_for_draw (fixture.window);
  g_assert_true (shows_picture (&fixture));
  g_assert_cmpstr (get_outcome (&fixture), ==,
                   "You said “Computing”, which takes 20 %; “Queued” takes the largest part, 30 %");

  gtk_window_destroy (GTK_WINDOW (fixture.window));
}

/* What nobody could tell from the largest part is right, too. */
static void
test_predicts_well (void)
{
  Fixture fixture = open_view (TRUE);

  predict (&fixture, SY_SPAN_WAITING);
  fixture_click (fixture_find (fixture.view, "reveal_button"));
  gtk_test_widget_wait_for_draw (fixture.window);
  g_assert_cmpstr (get_outcome (&fixture), ==,
                   "As you said: “Waiting for another service” takes the largest part, 30 %");

  gtk_window_destroy (GTK_WINDOW (fixture.window));
}

static void
test_predicts_nothing (void)
{
  Fixture fixture = open_view (TRUE);

  predict (&fixture, SY_SPAN_WAITING);
  fixture_click (fixture_find (fixture.view, "skip_button"));
  gtk_test_widget_wait_for_draw (fixture.window);
  g_assert_true (shows_picture (&fixture));
  g_assert_false (gtk_widget_get_mapped (fixture_find (fixture.view, "outcome_group")));

  gtk_window_destroy (GTK_WINDOW (fixture.window));
}

int
main (int   argc,
      char *argv[])
{
  fixture_test_init (&argc, &argv);
  g_test_add_func ("/why/steps", test_steps);
  g_test_add_func ("/why/plays-and-pauses", test_plays_and_pauses);
  g_test_add_func ("/why/ends-still", test_ends_still);
  g_test_add_func ("/why/without-animations", test_without_animations);
  g_test_add_func ("/why/nothing-recorded", test_nothing_recorded);
  g_test_add_func ("/why/predicts-first", test_predicts_first);
  g_test_add_func ("/why/predicts-well", test_predicts_well);
  g_test_add_func ("/why/predicts-nothing", test_predicts_nothing);
  return g_test_run ();
}
