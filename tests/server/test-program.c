/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "server/sy-program.h"

#include "server/sy-compute.h"

static SyProgram
parse (const char *text)
{
  g_autoptr(GError) error = NULL;
  SyProgram program;

  sy_program_parse (text, -1, &program, &error);
  g_assert_no_error (error);

  return program;
}

static void
assert_error (GError         *error,
              SyProgramError  code,
              const char     *message)
{
  g_assert_error (error, SY_PROGRAM_ERROR, (int) code);
  g_assert_cmpstr (error->message, ==, message);
}

static void
test_compute_unit_known_values (void)
{
  guint32 x = 1;

  g_assert_cmpuint (sy_compute_unit (0), ==, 4267016118u);
  g_assert_cmpuint (sy_compute_unit (1), ==, 2213841352u);
  g_assert_cmpuint (sy_compute_unit (7), ==, 2681229825u);

  for (guint i = 0; i < 200; i++)
    x = sy_compute_unit (x);
  g_assert_cmpuint (x, ==, 992360415u);
}

static void
test_check_known_values (void)
{
  SyProgram one = parse ("c1");
  SyProgram many = parse ("c200");
  SyProgram in_parts = parse ("c50,w5,c149,b7,c1");

  g_assert_cmpuint (sy_program_get_check (&one, 0), ==, 4267016118u);
  g_assert_cmpuint (sy_program_get_check (&one, 1), ==, 2213841352u);
  g_assert_cmpuint (sy_program_get_check (&one, 7), ==, 2681229825u);
  g_assert_cmpuint (sy_program_get_check (&many, 1), ==, 992360415u);
  g_assert_cmpuint (sy_program_get_check (&in_parts, 1), ==, 992360415u);
}

static void
test_check_ends_at_failure (void)
{
  SyProgram program = parse ("c1,f,c200");

  g_assert_true (sy_program_fails (&program));
  g_assert_cmpuint (sy_program_get_check (&program, 7), ==, 2681229825u);
  g_assert_cmpuint (sy_program_count_units (&program), ==, 1);
}

static void
test_parse_reads_steps (void)
{
  SyProgram program = parse ("c2,w5,c1,b2048");

  g_assert_cmpuint (program.n_steps, ==, 4);
  g_assert_cmpuint (program.steps[1].kind, ==, SY_STEP_WAIT);
  g_assert_cmpuint (program.steps[1].amount, ==, 5);
  g_assert_cmpuint (sy_program_count_units (&program), ==, 3);
  g_assert_cmpuint (sy_program_count_wait_ms (&program), ==, 5);
  g_assert_cmpuint (sy_program_get_answer_size (&program), ==, 2048);
  g_assert_false (sy_program_fails (&program));
}

static void
test_parse_keeps_to_length (void)
{
  SyProgram program;

  g_assert_true (sy_program_parse ("w12345", 3, &program, NULL));
  g_assert_cmpuint (program.steps[0].amount, ==, 12);
}

static void
test_parse_takes_the_limits (void)
{
  SyProgram program = parse ("c10000000,w60000,b16777216,c0,w0,b0,f");

  g_assert_cmpuint (program.n_steps, ==, 7);
  g_assert_cmpuint (sy_program_get_answer_size (&program), ==, 0);
}

static void
test_answer_size_defaults_to_an_empty_object (void)
{
  SyProgram program = parse ("w1");

  g_assert_cmpuint (sy_program_get_answer_size (&program), ==, 2);
}

static void
test_format_is_the_inverse (void)
{
  static const char *const texts[] = { "c2,w5,c1,b2048", "f", "b0", "c10000000,f,w60000" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      SyProgram program = parse (texts[i]);
      g_autofree char *text = sy_program_format (&program);

      g_assert_cmpstr (text, ==, texts[i]);
    }
}

typedef struct
{
  const char    *text;
  SyProgramError code;
  const char    *message;
} BadText;

#define EXPECTED_STEP \
  "expected a step: c (compute), w (wait), b (answer bytes) or f (fail)\n"

static const BadText bad_texts[] = {
  { "", SY_PROGRAM_ERROR_SYNTAX, "At character 1: " EXPECTED_STEP "  \n  ^" },
  { "c2,x5", SY_PROGRAM_ERROR_SYNTAX, "At character 4: " EXPECTED_STEP "  c2,x5\n     ^" },
  { "c2,", SY_PROGRAM_ERROR_SYNTAX, "At character 4: " EXPECTED_STEP "  c2,\n     ^" },
  { "c2,w,b5", SY_PROGRAM_ERROR_SYNTAX,
    "At character 5: expected a whole number after “w”, of milliseconds\n  c2,w,b5\n      ^" },
  { "c-1", SY_PROGRAM_ERROR_SYNTAX,
    "At character 2: expected a whole number after “c”, of compute units\n  c-1\n   ^" },
  { "f1", SY_PROGRAM_ERROR_SYNTAX,
    "At character 2: expected a comma and the next step, or the end\n  f1\n   ^" },
  { "c2 ,w5", SY_PROGRAM_ERROR_SYNTAX,
    "At character 3: expected a comma and the next step, or the end\n  c2 ,w5\n    ^" },
  { "c1,c10000001", SY_PROGRAM_ERROR_RANGE,
    "At character 5: “c” takes 0 to 10000000 compute units\n  c1,c10000001\n      ^" },
  { "w60001", SY_PROGRAM_ERROR_RANGE,
    "At character 2: “w” takes 0 to 60000 milliseconds\n  w60001\n   ^" },
  { "b16777217", SY_PROGRAM_ERROR_RANGE,
    "At character 2: “b” takes 0 to 16777216 bytes\n  b16777217\n   ^" },
  { "w99999999999999999999999999999", SY_PROGRAM_ERROR_RANGE,
    "At character 2: “w” takes 0 to 60000 milliseconds\n  w99999999999999999999999999999\n   ^" },
  { "f,f,f,f,f,f,f,f,f,f,f,f,f,f,f,f,f", SY_PROGRAM_ERROR_RANGE,
    "At character 33: a program has at most 16 steps\n"
    "  f,f,f,f,f,f,f,f,f,f,f,f,f,f,f,f,f\n"
    "                                  ^" },
};

static void
test_parse_points_at_the_character (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (bad_texts); i++)
    {
      g_autoptr(GError) error = NULL;
      SyProgram program;

      g_assert_false (sy_program_parse (bad_texts[i].text, -1, &program, &error));
      assert_error (error, bad_texts[i].code, bad_texts[i].message);
    }
}

static void
test_parse_shows_strange_characters (void)
{
  g_autoptr(GError) error = NULL;
  SyProgram program;

  g_assert_false (sy_program_parse ("c1,\xc3\xa9\n\xff", -1, &program, &error));
  assert_error (error, SY_PROGRAM_ERROR_SYNTAX,
                "At character 4: " EXPECTED_STEP "  c1,é��\n     ^");
}

static void
test_parse_shows_a_part_of_long_texts (void)
{
  g_autofree char *zeros = g_strnfill (200, '0');
  g_autofree char *text = g_strdup_printf ("c%s,x%s", zeros, zeros);
  g_autofree char *shown = g_strdup_printf ("  …%.35s,x%.35s…\n%39s^", zeros, zeros, "");
  g_autofree char *message = g_strdup_printf ("At character 203: " EXPECTED_STEP "%s", shown);
  g_autoptr(GError) error = NULL;
  SyProgram program;

  g_assert_false (sy_program_parse (text, -1, &program, &error));
  assert_error (error, SY_PROGRAM_ERROR_SYNTAX, message);
}

typedef struct
{
  const char *query;
  guint32     k;
  const char *steps;
} GoodQuery;

static const GoodQuery good_queries[] = {
  { "k=7&steps=c2,w5", 7, "c2,w5" },
  { "steps=c2%2Cw5%2cb1", 1, "c2,w5,b1" },
  { "steps=w5&k=4294967295", G_MAXUINT32, "w5" },
  { "k=0&steps=f&trace=1", 0, "f" },
  { "k=1&k=2&steps=f&steps=w1", 2, "w1" },
  { "steps%3Dc2", 1, "c2" },
};

static void
test_query_reads_seed_and_steps (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (good_queries); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autofree char *steps = NULL;
      SyProgram program;
      guint32 k;

      sy_program_parse_query (good_queries[i].query, -1, &k, &program, &error);
      g_assert_no_error (error);
      steps = sy_program_format (&program);
      g_assert_cmpuint (k, ==, good_queries[i].k);
      g_assert_cmpstr (steps, ==, good_queries[i].steps);
    }
}

static const BadText bad_queries[] = {
  { "", SY_PROGRAM_ERROR_SYNTAX,
    "At character 1: the steps are missing: k=7&steps=c2,w5\n  \n  ^" },
  { "k=7", SY_PROGRAM_ERROR_SYNTAX,
    "At character 4: the steps are missing: k=7&steps=c2,w5\n  k=7\n     ^" },
  { "k=x&steps=c1", SY_PROGRAM_ERROR_SYNTAX,
    "At character 3: expected a whole number, the seed k\n  k=x&steps=c1\n    ^" },
  { "k=4294967296&steps=c1", SY_PROGRAM_ERROR_RANGE,
    "At character 3: the seed k is 0 to 4294967295\n  k=4294967296&steps=c1\n    ^" },
  { "steps=c2%2w", SY_PROGRAM_ERROR_SYNTAX,
    "At character 9: expected two hexadecimal digits after “%”\n  steps=c2%2w\n          ^" },
  { "steps=c2%2", SY_PROGRAM_ERROR_SYNTAX,
    "At character 9: expected two hexadecimal digits after “%”\n  steps=c2%2\n          ^" },
  { "steps=c2;k=1", SY_PROGRAM_ERROR_SYNTAX,
    "At character 9: expected “&” and the next key, or the end\n  steps=c2;k=1\n          ^" },
};

static void
test_query_points_at_the_character (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (bad_queries); i++)
    {
      g_autoptr(GError) error = NULL;
      SyProgram program;
      guint32 k;

      g_assert_false (sy_program_parse_query (bad_queries[i].text, -1, &k, &program, &error));
      assert_error (error, bad_queries[i].code, bad_queries[i].message);
    }
}

static void
test_query_refuses_what_is_long (void)
{
  g_autofree char *zeros = g_strnfill (1000, '0');
  g_autofree char *query = g_strconcat ("steps=c", zeros, NULL);
  g_autoptr(GError) error = NULL;
  SyProgram program;
  guint32 k;

  g_assert_false (sy_program_parse_query (query, -1, &k, &program, &error));
  g_assert_error (error, SY_PROGRAM_ERROR, SY_PROGRAM_ERROR_RANGE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/compute/unit/known-values", test_compute_unit_known_values);
  g_test_add_func ("/program/check/known-values", test_check_known_values);
  g_test_add_func ("/program/check/ends-at-failure", test_check_ends_at_failure);
  g_test_add_func ("/program/parse/reads-steps", test_parse_reads_steps);
  g_test_add_func ("/program/parse/keeps-to-length", test_parse_keeps_to_length);
  g_test_add_func ("/program/parse/takes-the-limits", test_parse_takes_the_limits);
  g_test_add_func ("/program/parse/points-at-the-character", test_parse_points_at_the_character);
  g_test_add_func ("/program/parse/shows-strange-characters", test_parse_shows_strange_characters);
  g_test_add_func ("/program/parse/shows-a-part-of-long-texts",
                   test_parse_shows_a_part_of_long_texts);
  g_test_add_func ("/program/answer-size/defaults-to-an-empty-object",
                   test_answer_size_defaults_to_an_empty_object);
  g_test_add_func ("/program/format/is-the-inverse", test_format_is_the_inverse);
  g_test_add_func ("/program/query/reads-seed-and-steps", test_query_reads_seed_and_steps);
  g_test_add_func ("/program/query/points-at-the-character", test_query_points_at_the_character);
  g_test_add_func ("/program/query/refuses-what-is-long", test_query_refuses_what_is_long);

  return g_test_run ();
}
