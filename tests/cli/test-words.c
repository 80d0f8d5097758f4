/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib.h>

#include "cli/sy-words.h"

static void
test_width_counts_columns (void)
{
  g_assert_cmpuint (sy_words_get_width (""), ==, 0);
  g_assert_cmpuint (sy_words_get_width ("5.21 µs"), ==, 7);
  g_assert_cmpuint (sy_words_get_width ("e\u0301"), ==, 1);
  g_assert_cmpuint (sy_words_get_width ("線程"), ==, 4);
}

static void
test_wrap_keeps_to_the_width (void)
{
  g_autofree char *lines = sy_words_wrap ("one two three four", "  ", 10);
  g_autofree char *long_word = sy_words_wrap ("a verylongwordindeed b", "", 6);

  g_assert_cmpstr (lines, ==, "  one two\n  three\n  four\n");
  g_assert_cmpstr (long_word, ==, "a\nverylongwordindeed\nb\n");
}

static void
test_wrap_counts_wide_characters (void)
{
  g_autofree char *lines = sy_words_wrap ("µµµµ µµµµ 線線線", "", 9);

  g_assert_cmpstr (lines, ==, "µµµµ µµµµ\n線線線\n");
}

static void
test_distance_counts_edits (void)
{
  g_assert_cmpuint (sy_words_get_distance ("measure", "measure"), ==, 0);
  g_assert_cmpuint (sy_words_get_distance ("mesure", "measure"), ==, 1);
  g_assert_cmpuint (sy_words_get_distance ("maesure", "measure"), ==, 1);
  g_assert_cmpuint (sy_words_get_distance ("", "arms"), ==, 4);
  g_assert_cmpuint (sy_words_get_distance ("kitten", "sitting"), ==, 3);
  /* The textbook case in which restricted edits differ from unrestricted ones. */
  g_assert_cmpuint (sy_words_get_distance ("ca", "abc"), ==, 3);
}

static void
test_closest_is_the_least_different (void)
{
  const char *const words[] = { "measure", "serve", "sweep", NULL };
  const char *const none[] = { NULL };

  g_assert_cmpstr (sy_words_find_closest ("sevre", words), ==, "serve");
  g_assert_cmpstr (sy_words_find_closest ("swep", words), ==, "sweep");
  g_assert_null (sy_words_find_closest ("swep", none));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/words/width/counts-columns", test_width_counts_columns);
  g_test_add_func ("/words/wrap/keeps-to-the-width", test_wrap_keeps_to_the_width);
  g_test_add_func ("/words/wrap/counts-wide-characters", test_wrap_counts_wide_characters);
  g_test_add_func ("/words/distance/counts-edits", test_distance_counts_edits);
  g_test_add_func ("/words/closest/is-the-least-different", test_closest_is_the_least_different);

  return g_test_run ();
}
