/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/sy-clock.h"
#include "server/sy-loop-probe.h"

typedef struct
{
  GMainContext *context;
  SyLoopProbe  *probe;
  SyHistogram  *lag;
  gint64        busy_ns;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->context = g_main_context_new ();
  fixture->probe = sy_loop_probe_new ();
  fixture->lag = sy_histogram_new_for_time ();
  sy_loop_probe_install (fixture->probe, fixture->context);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_main_context_unref (fixture->context);
  sy_loop_probe_free (fixture->probe);
  sy_histogram_free (fixture->lag);
}

static gboolean
work_cb (gpointer data)
{
  gint64 until_ns = sy_clock_now_ns () + *(const gint64 *) data;

  while (sy_clock_now_ns () < until_ns)
    ;

  return G_SOURCE_CONTINUE;
}

static void
run_turns (Fixture *fixture,
           guint    n_turns)
{
  for (guint i = 0; i < n_turns; i++)
    g_main_context_iteration (fixture->context, FALSE);
}

static void
take (Fixture *fixture)
{
  sy_loop_probe_take (fixture->probe, fixture->lag, &fixture->busy_ns);
}

static void
test_measures_every_turn (Fixture       *fixture,
                          gconstpointer  data)
{
  static const gint64 work_ns = SY_NS_PER_MS;
  g_autoptr(GSource) source = g_idle_source_new ();

  g_source_set_callback (source, work_cb, (gpointer) &work_ns, NULL);
  g_source_attach (source, fixture->context);
  run_turns (fixture, 11);
  take (fixture);

  /* The last turn ends when the next poll begins. */
  g_assert_cmpint (sy_histogram_get_count (fixture->lag), ==, 10);
  g_assert_cmpint (sy_histogram_get_min (fixture->lag), >=, work_ns * 999 / 1000);
  g_assert_cmpint (fixture->busy_ns, >=, 10 * work_ns);
}

static void
test_hands_over_and_begins_anew (Fixture       *fixture,
                                 gconstpointer  data)
{
  run_turns (fixture, 6);
  take (fixture);
  g_assert_cmpint (sy_histogram_get_count (fixture->lag), ==, 5);
  take (fixture);
  g_assert_cmpint (sy_histogram_get_count (fixture->lag), ==, 5);
  run_turns (fixture, 3);
  take (fixture);
  g_assert_cmpint (sy_histogram_get_count (fixture->lag), ==, 8);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/loop-probe/measures-every-turn", Fixture, NULL,
              set_up, test_measures_every_turn, tear_down);
  g_test_add ("/loop-probe/hands-over-and-begins-anew", Fixture, NULL,
              set_up, test_hands_over_and_begins_anew, tear_down);

  return g_test_run ();
}
