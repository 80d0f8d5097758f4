/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "server/sy-execution.h"

static SyExecution
begin (const char *steps,
       guint32     k)
{
  g_autoptr(GError) error = NULL;
  SyExecution execution;
  SyProgram program;

  sy_program_parse (steps, -1, &program, &error);
  g_assert_no_error (error);
  sy_execution_begin (&execution, &program, k);

  return execution;
}

static void
count_call (gpointer data)
{
  (*(guint *) data)++;
}

static void
test_hands_back_each_wait (void)
{
  SyExecution execution = begin ("w5,c1,w0,w7,b9", 0);
  guint wait_ms = 99;

  g_assert_cmpint (sy_execution_advance (&execution, NULL, NULL, &wait_ms), ==, SY_EXECUTION_WAITS);
  g_assert_cmpuint (wait_ms, ==, 5);
  g_assert_cmpint (sy_execution_advance (&execution, NULL, NULL, &wait_ms), ==, SY_EXECUTION_WAITS);
  g_assert_cmpuint (wait_ms, ==, 0);
  g_assert_cmpint (sy_execution_advance (&execution, NULL, NULL, &wait_ms), ==, SY_EXECUTION_WAITS);
  g_assert_cmpuint (wait_ms, ==, 7);
  g_assert_cmpint (sy_execution_advance (&execution, NULL, NULL, &wait_ms), ==,
                   SY_EXECUTION_ANSWERS);
  g_assert_cmpuint (execution.x, ==, 4267016118u);
}

static void
test_checks_once_a_unit (void)
{
  SyExecution execution = begin ("c3,b5,c4", 1);
  guint n_calls = 0;
  guint wait_ms;

  g_assert_cmpint (sy_execution_advance (&execution, count_call, &n_calls, &wait_ms), ==,
                   SY_EXECUTION_ANSWERS);
  g_assert_cmpuint (n_calls, ==, 7);
}

static void
test_computes_the_check (void)
{
  static const char *const texts[] = { "c1", "c200", "c3,w1,c4", "c2,f,c5", "b7" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      SyExecution execution = begin (texts[i], 64);
      guint wait_ms;

      while (sy_execution_advance (&execution, NULL, NULL, &wait_ms) == SY_EXECUTION_WAITS)
        ;
      g_assert_cmpuint (execution.x, ==, sy_program_get_check (&execution.program, 64));
    }
}

static void
test_fails_at_the_step (void)
{
  SyExecution execution = begin ("c1,f,c1", 7);
  guint n_calls = 0;
  guint wait_ms;

  g_assert_cmpint (sy_execution_advance (&execution, count_call, &n_calls, &wait_ms), ==,
                   SY_EXECUTION_FAILS);
  g_assert_cmpuint (n_calls, ==, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/execution/hands-back-each-wait", test_hands_back_each_wait);
  g_test_add_func ("/execution/checks-once-a-unit", test_checks_once_a_unit);
  g_test_add_func ("/execution/computes-the-check", test_computes_the_check);
  g_test_add_func ("/execution/fails-at-the-step", test_fails_at_the_step);

  return g_test_run ();
}
