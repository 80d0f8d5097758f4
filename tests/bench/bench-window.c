/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Usage: with-display.sh bench-window
 * What the window costs while it measures, as far as it can disturb what is measured: the share of
 * a processor its main thread takes, how often it draws, and the processor time of a frame; and
 * what it costs to weigh a decision again and to show it while a slider moves.
 */

#include <stdlib.h>
#include <time.h>

#include "gui/gui-fixture.h"

/* The bounds. */
static const double MAX_SHARE = 0.05;
static const double MAX_REDRAWS_PER_S = 4;
static const double MAX_MOST_MS = 16;
static const double MAX_NEARLY_ALL_MS = 50;
static const double MAX_MOVE_MS = 16;

/* Steps of the wizard before the last one, and moves of the slider. */
enum { N_STEPS = 4, N_MOVES = 40 };

typedef struct
{
  gint64  frame_start_ns;
  GArray *frames_ms;
} Frames;

static gint64
read_clock_ns (clockid_t clock)
{
  struct timespec now;

  clock_gettime (clock, &now);

  return (gint64) now.tv_sec * G_GINT64_CONSTANT (1000000000) + now.tv_nsec;
}

static void
before_paint_cb (GdkFrameClock *clock,
                 gpointer       data)
{
  ((Frames *) data)->frame_start_ns = read_clock_ns (CLOCK_THREAD_CPUTIME_ID);
}

static void
after_paint_cb (GdkFrameClock *clock,
                gpointer       data)
{
  Frames *frames = data;
  double ms = (double) (read_clock_ns (CLOCK_THREAD_CPUTIME_ID) - frames->frame_start_ns) / 1e6;

  g_array_append_val (frames->frames_ms, ms);
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

/* The smallest frame that so large a share of them does not exceed. */
static double
get_quantile (GArray *sorted,
              double  share)
{
  guint n = (guint) ((double) sorted->len * share);

  return sorted->len > 0 ? g_array_index (sorted, double, MIN (n, sorted->len - 1)) : 0;
}

static gboolean
report (const char *name,
        double      value,
        const char *unit,
        double      bound)
{
  gboolean is_within = value <= bound;

  g_print ("%s: %.2f %s; %s the bound of %g\n", name, value, unit,
           is_within ? "within" : "BEYOND", bound);

  return is_within;
}

static gboolean
is_over (gpointer page)
{
  return !sy_measurements_page_is_measuring (page);
}

/* Waiting without the fixture's ticks, which would count as the window's own time. */
static void
wait_until_over (SyMeasurementsPage *page)
{
  while (!is_over (page))
    g_main_context_iteration (NULL, TRUE);
}

static gboolean
report_all (Frames *frames,
            gint64  cpu_ns,
            gint64  duration_ns)
{
  double n_s = (double) duration_ns / 1e9;
  gboolean is_good;

  g_array_sort (frames->frames_ms, compare_doubles);
  g_print ("%u frames in %.1f s\n", frames->frames_ms->len, n_s);
  is_good = report ("Main thread", 100 * (double) cpu_ns / (double) duration_ns,
                    "% of a processor", 100 * MAX_SHARE);
  is_good &= report ("Redraws", frames->frames_ms->len / n_s, "/s", MAX_REDRAWS_PER_S);
  is_good &= report ("95 % of frames", get_quantile (frames->frames_ms, 0.95), "ms", MAX_MOST_MS);
  is_good &= report ("99.9 % of frames", get_quantile (frames->frames_ms, 0.999), "ms",
                     MAX_NEARLY_ALL_MS);

  return is_good;
}

static gboolean
shows_advice (gpointer page)
{
  GtkWidget *content = fixture_find (page, "content");

  return g_str_equal (gtk_stack_get_visible_child_name (GTK_STACK (content)), "advice");
}

static GtkWidget *
open_weights (SyWindow *window)
{
  GtkWidget *page = fixture_find (window, "decisions_page");

  gtk_widget_activate_action (GTK_WIDGET (window), "win.new-decision", NULL);
  gtk_widget_activate_action (fixture_find (page, "template_row"), "template.choose", "s", "chat");
  for (guint i = 0; i < N_STEPS; i++)
    {
      fixture_click (fixture_find (page, "next_button"));
      fixture_settle ();
    }
  fixture_click (fixture_find (page, "decide_button"));
  fixture_wait_for (shows_advice, page);
  fixture_click (fixture_find (page, "adjust_button"));
  fixture_settle ();

  return fixture_find_type (fixture_find (page, "weights_box"), GTK_TYPE_SCALE);
}

/* From the hand's move to the frame that shows what follows. */
static double
time_move (SyWindow  *window,
           GtkWidget *scale,
           double     value)
{
  gint64 start_ns = read_clock_ns (CLOCK_THREAD_CPUTIME_ID);

  gtk_range_set_value (GTK_RANGE (scale), value);
  fixture_settle ();
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));

  return (double) (read_clock_ns (CLOCK_THREAD_CPUTIME_ID) - start_ns) / 1e6;
}

static gboolean
report_slider (SyWindow *window)
{
  GtkWidget *scale = open_weights (window);
  GtkAdjustment *adjustment = gtk_range_get_adjustment (GTK_RANGE (scale));
  g_autoptr(GArray) moves_ms = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < N_MOVES; i++)
    {
      double value = gtk_adjustment_get_upper (adjustment) * (i + 1) / (N_MOVES + 1);
      double ms = time_move (window, scale, value);

      g_array_append_val (moves_ms, ms);
    }

  g_array_sort (moves_ms, compare_doubles);
  g_print ("A slider moves: 95 %% of moves take %.2f ms\n", get_quantile (moves_ms, 0.95));
  return report ("Half of the moves", get_quantile (moves_ms, 0.5), "ms", MAX_MOVE_MS);
}

int
main (void)
{
  g_autoptr(SyPlan) plan = sy_plan_new_default (1);
  Frames frames = { .frames_ms = g_array_new (FALSE, FALSE, sizeof (double)) };
  GdkFrameClock *clock;
  SyWindow *window;
  gint64 cpu_ns, start_ns;
  gboolean is_good;

  gtk_init ();
  fixture_init ();
  window = fixture_open_window (1040);
  clock = gtk_widget_get_frame_clock (GTK_WIDGET (window));
  sy_measurements_page_measure (fixture_get_page (window), plan);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-measuring", NULL);
  fixture_settle ();

  g_signal_connect (clock, "before-paint", G_CALLBACK (before_paint_cb), &frames);
  g_signal_connect (clock, "after-paint", G_CALLBACK (after_paint_cb), &frames);
  cpu_ns = read_clock_ns (CLOCK_THREAD_CPUTIME_ID);
  start_ns = read_clock_ns (CLOCK_MONOTONIC);
  wait_until_over (fixture_get_page (window));
  cpu_ns = read_clock_ns (CLOCK_THREAD_CPUTIME_ID) - cpu_ns;
  is_good = report_all (&frames, cpu_ns, read_clock_ns (CLOCK_MONOTONIC) - start_ns);

  g_signal_handlers_disconnect_by_data (clock, &frames);
  is_good &= report_slider (window);
  gtk_window_destroy (GTK_WINDOW (window));
  g_array_unref (frames.frames_ms);

  return is_good ? EXIT_SUCCESS : EXIT_FAILURE;
}
