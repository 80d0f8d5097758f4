/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "server/sy-workload.h"

static void
test_parse_reads_parts_and_weights (void)
{
  g_autoptr(GError) error = NULL;
  SyWorkload workload;

  sy_workload_parse ("b512:63+c20000:1+w5", &workload, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (workload.n_parts, ==, 3);
  g_assert_cmpuint (workload.parts[0].weight, ==, 63);
  g_assert_cmpuint (sy_program_get_answer_size (&workload.parts[0].program), ==, 512);
  g_assert_cmpuint (sy_program_count_units (&workload.parts[1].program), ==, 20000);
  g_assert_cmpuint (workload.parts[2].weight, ==, 1);
}

static void
test_format_is_the_inverse (void)
{
  static const char *const mixes[] = { "b512:63+c20000", "c2,w5,b1:2+f", "c500" };

  for (guint i = 0; i < G_N_ELEMENTS (mixes); i++)
    {
      g_autofree char *mix = NULL;
      SyWorkload workload;

      g_assert_true (sy_workload_parse (mixes[i], &workload, NULL));
      mix = sy_workload_format (&workload);
      g_assert_cmpstr (mix, ==, mixes[i]);
    }
}

typedef struct
{
  const char     *mix;
  SyProgramError  code;
  const char     *message;
} BadMix;

static const BadMix bad_mixes[] = {
  { "b512:63+x1", SY_PROGRAM_ERROR_SYNTAX,
    "At character 9: expected a step: c (compute), w (wait), b (answer bytes) or f (fail)\n"
    "  b512:63+x1\n          ^" },
  { "b512:63+c20000000:1", SY_PROGRAM_ERROR_RANGE,
    "At character 10: “c” takes 0 to 10000000 compute units\n  b512:63+c20000000:1\n           ^" },
  { "b512:", SY_PROGRAM_ERROR_SYNTAX,
    "At character 6: expected a whole number after “:”, the weight\n  b512:\n       ^" },
  { "b512:0", SY_PROGRAM_ERROR_RANGE,
    "At character 6: a weight is 1 to 1000000\n  b512:0\n       ^" },
  { "b512 c1", SY_PROGRAM_ERROR_SYNTAX,
    "At character 5: expected “,” and the next step, “:” and a weight, “+” and the next part, "
    "or the end\n  b512 c1\n      ^" },
  { "f+f+f+f+f+f+f+f+f", SY_PROGRAM_ERROR_RANGE,
    "At character 17: a mix has at most 8 parts\n  f+f+f+f+f+f+f+f+f\n                  ^" },
};

static void
test_parse_points_at_the_character (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (bad_mixes); i++)
    {
      g_autoptr(GError) error = NULL;
      SyWorkload workload;

      g_assert_false (sy_workload_parse (bad_mixes[i].mix, &workload, &error));
      g_assert_error (error, SY_PROGRAM_ERROR, (int) bad_mixes[i].code);
      g_assert_cmpstr (error->message, ==, bad_mixes[i].message);
    }
}

static void
test_named_ones_are_mixes (void)
{
  guint n_workloads;
  const SyNamedWorkload *workloads = sy_workloads_get (&n_workloads);

  g_assert_cmpuint (n_workloads, >, 0);
  for (guint i = 0; i < n_workloads; i++)
    {
      g_autoptr(GError) error = NULL;
      SyWorkload workload;

      sy_workload_parse (workloads[i].mix, &workload, &error);
      g_assert_no_error (error);
      g_assert_true (sy_workloads_find (workloads[i].id, &error) == &workloads[i]);
    }
}

static void
test_find_lists_the_known (void)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (sy_workloads_find ("helo", &error));
  g_assert_error (error, SY_WORKLOAD_ERROR, SY_WORKLOAD_ERROR_UNKNOWN);
  g_assert_nonnull (strstr (error->message, "“helo”"));
  g_assert_nonnull (strstr (error->message, "hello, waiting"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/workload/parse/reads-parts-and-weights", test_parse_reads_parts_and_weights);
  g_test_add_func ("/workload/parse/points-at-the-character", test_parse_points_at_the_character);
  g_test_add_func ("/workload/format/is-the-inverse", test_format_is_the_inverse);
  g_test_add_func ("/workload/named/are-mixes", test_named_ones_are_mixes);
  g_test_add_func ("/workload/find/lists-the-known", test_find_lists_the_known);

  return g_test_run ();
}
