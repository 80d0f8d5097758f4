/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib.h>

#include "cli/sy-progress-bar.h"
#include "cli/sy-words.h"
#include "core/sy-clock.h"

static char *
format (gboolean is_pilot,
        guint    n_columns)
{
  g_autoptr(SyPlan) plan = sy_plan_new ();
  g_auto(SyPhasePlan) phase = sy_phase_plan_default ();
  SyProgress progress = {
    .round = 2,
    .arm = 1,
    .is_pilot = is_pilot,
    .elapsed_ns = 20 * SY_NS_PER_S,
    .left_ns = 60 * SY_NS_PER_S,
  };

  g_assert_true (sy_plan_add_arm (plan, "event-loop", NULL));
  g_assert_true (sy_plan_add_arm (plan, "lock-threaded", NULL));
  sy_plan_add_phase (plan, &phase);

  return sy_progress_bar_format (plan, &progress, n_columns);
}

static void
test_line_says_whose_turn_it_is (void)
{
  g_autofree char *line = format (FALSE, 80);

  g_assert_cmpstr (line, ==, "[###.........] 1:00 left  "
                             "Part 1 of 1, turn 3 of 8: Threads with one lock");
}

static void
test_line_says_that_it_warms_up (void)
{
  g_autofree char *line = format (TRUE, 80);

  g_assert_true (g_str_has_suffix (line, "Warming up: Threads with one lock"));
}

static void
test_line_fits_any_terminal (void)
{
  for (guint n_columns = 0; n_columns < 100; n_columns++)
    {
      g_autofree char *line = format (FALSE, n_columns);

      g_assert_cmpuint (sy_words_get_width (line), <=, n_columns);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/progress-bar/line/says-whose-turn-it-is", test_line_says_whose_turn_it_is);
  g_test_add_func ("/progress-bar/line/says-that-it-warms-up", test_line_says_that_it_warms_up);
  g_test_add_func ("/progress-bar/line/fits-any-terminal", test_line_fits_any_terminal);

  return g_test_run ();
}
