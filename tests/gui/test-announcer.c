/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/sy-announcer.h"

/* Time that passes when the test says so, and all that was said. */
typedef struct
{
  gint64     now_ns;
  GPtrArray *said;
} Listener;

static gint64
get_now (gpointer data)
{
  return ((Listener *) data)->now_ns;
}

static void
listen (gpointer    data,
        const char *text)
{
  g_ptr_array_add (((Listener *) data)->said, g_strdup (text));
}

/* Eight new texts a second for a minute, as a measurement may offer them. */
static void
test_rate (void)
{
  g_autoptr(GPtrArray) said = g_ptr_array_new_with_free_func (g_free);
  Listener listener = { 5, said };
  SyClock clock = { .now_ns = get_now, .data = &listener };
  SyAnnouncer announcer = sy_announcer_init (&clock, listen, &listener);

  for (guint i = 0; i < 480; i++)
    {
      g_autofree char *text = g_strdup_printf ("%u", i);

      sy_announcer_offer (&announcer, text);
      listener.now_ns += SY_NS_PER_S / 8;
    }
  g_assert_cmpuint (said->len, ==, 60);
  g_assert_cmpstr (said->pdata[0], ==, "0");
  g_assert_cmpstr (said->pdata[59], ==, "472");

  sy_announcer_clear (&announcer);
}

static void
test_news_only (void)
{
  g_autoptr(GPtrArray) said = g_ptr_array_new_with_free_func (g_free);
  Listener listener = { 0, said };
  SyClock clock = { .now_ns = get_now, .data = &listener };
  SyAnnouncer announcer = sy_announcer_init (&clock, listen, &listener);

  for (guint i = 0; i < 10; i++)
    {
      sy_announcer_offer (&announcer, "Warming up");
      listener.now_ns += 2 * SY_NS_PER_S;
    }
  sy_announcer_offer (&announcer, "Turn 1");
  g_assert_cmpuint (said->len, ==, 2);
  sy_announcer_clear (&announcer);
  sy_announcer_offer (&announcer, "Turn 1");
  g_assert_cmpuint (said->len, ==, 3);

  sy_announcer_clear (&announcer);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/announcer/once-a-second", test_rate);
  g_test_add_func ("/announcer/news-only", test_news_only);

  return g_test_run ();
}
