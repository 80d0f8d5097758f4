/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <poll.h>
#include <stdatomic.h>
#include <string.h>
#include <sys/socket.h>

#include "../load/responder.h"
#include "core/sy-clock.h"
#include "lab/sy-analysis.h"
#include "lab/sy-experiment.h"

/* Servers outside this process that misbehave, each in turns with one of ours that does not.  What
 * is at fault is said, nothing hangs, and what was measured stays.
 */

enum { N_CONNECTIONS = 4, N_ROUNDS = 2, N_GOOD = 3 * N_CONNECTIONS };

/**
 * Fault:
 * @answer: what it does once @n_good requests have been answered well
 * @n_good: how many, a few more than are asked before the first turn; 0 for a fault from the start
 * @failure: what the requests after them fail of
 * @text: what people are told
 */
typedef struct
{
  const char    *name;
  ResponderFunc  answer;
  guint          n_good;
  SyFailure      failure;
  const char    *text;
} Fault;

typedef struct
{
  const Fault *fault;
  atomic_uint  n_asked;
} Culprit;

static void
answer_with_check (int         fd,
                   const char *target,
                   guint32     error)
{
  g_autofree char *text = NULL;
  SyProgram program;
  guint32 k;

  g_assert_true (sy_program_parse_query (strchr (target, '?') + 1, -1, &k, &program, NULL));
  text = g_strdup_printf ("HTTP/1.1 200 OK\r\nSteelyard-Check: %" G_GUINT32_FORMAT
                          "\r\nContent-Length: 2\r\n\r\n{}",
                          sy_program_get_check (&program, k) + error);
  responder_send (fd, text);
}

static gboolean
answer_wrongly (int         fd,
                const char *target,
                guint       n_before,
                gpointer    data)
{
  answer_with_check (fd, target, 1);

  return TRUE;
}

static gboolean
answer_garbage (int         fd,
                const char *target,
                guint       n_before,
                gpointer    data)
{
  responder_send (fd, "220 smtp.example.org ESMTP\r\n");

  return TRUE;
}

static gboolean
close_early (int         fd,
             const char *target,
             guint       n_before,
             gpointer    data)
{
  responder_send (fd, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nnot quite");

  return FALSE;
}

/* Until the client has enough of it. */
static gboolean
never_answer (int         fd,
              const char *target,
              guint       n_before,
              gpointer    data)
{
  char byte;

  return recv (fd, &byte, 1, 0) > 0;
}

static gboolean
answer_byte_by_byte (int         fd,
                     const char *target,
                     guint       n_before,
                     gpointer    data)
{
  struct pollfd client = { .fd = fd, .events = POLLIN };

  responder_send (fd, "HTTP/1.1 200 OK\r\nSteelyard-Check: ");
  while (poll (&client, 1, 20) == 0)
    responder_send (fd, "0");

  return FALSE;
}

static gboolean
fail_to_work (int         fd,
              const char *target,
              guint       n_before,
              gpointer    data)
{
  responder_send (fd, "HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n");

  return TRUE;
}

static gboolean
misbehave_in_time (int         fd,
                   const char *target,
                   guint       n_before,
                   gpointer    data)
{
  Culprit *culprit = data;

  if (atomic_fetch_add (&culprit->n_asked, 1) >= culprit->fault->n_good)
    return culprit->fault->answer (fd, target, n_before, NULL);

  answer_with_check (fd, target, 0);

  return TRUE;
}

/* What a test has to wait for is short; a busy machine may take its time over everything else. */
static SyPlan *
make_plan (Responder *responder,
           SyFailure  failure)
{
  g_autofree char *id = g_strdup_printf ("127.0.0.1:%u", responder_get_port (responder));
  g_auto(SyPhasePlan) phase = sy_phase_plan_default ();
  SyPlan *plan = sy_plan_new ();

  g_assert_true (sy_plan_add_arm (plan, id, NULL));
  g_assert_true (sy_plan_add_arm (plan, "event-loop-lean", NULL));
  g_assert_true (sy_workload_parse ("c1", &phase.workload, NULL));
  plan->pilot_ns = 0;
  if (failure == SY_FAILURE_TIME_OUT)
    plan->time_out_ns = SY_NS_PER_S;
  phase.n_connections = N_CONNECTIONS;
  phase.n_rounds = N_ROUNDS;
  phase.settle_ns = 0;
  phase.window_ns = 100 * SY_NS_PER_MS;
  sy_plan_add_phase (plan, &phase);

  return plan;
}

static SyRun *
run_plan (const SyPlan   *plan,
          SyProgressFunc  progress,
          gpointer        data)
{
  g_autoptr(GError) error = NULL;
  SyRun *run = sy_experiment_run (plan, progress, data, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (run->is_complete);

  return run;
}

static const SyPhase *
get_phase (const SyRun *run,
           guint        phase)
{
  return run->phases->pdata[phase];
}

static const char *
find_warning (const SyAnalysis *analysis,
              const char       *code,
              guint             phase)
{
  for (guint i = 0; i < analysis->warnings->len; i++)
    {
      const SyWarning *warning = analysis->warnings->pdata[i];

      if (g_str_equal (warning->code, code) && warning->phase == (int) phase)
        return warning->text;
    }

  return "";
}

static void
check_that_accounts_hold (const SyTrial *trial)
{
  guint64 n = trial->n_completed + trial->n_unfinished;

  for (guint kind = 0; kind < SY_N_FAILURES; kind++)
    n += trial->n_failed[kind];

  g_assert_cmpuint (trial->n_sent, ==, n);
}

/* The turns of one round at least are there; only the culprit's have failures. */
static void
check_turns (const SyPhase *phase,
             SyFailure      failure)
{
  guint64 n_failed[SY_N_FAILURES] = { 0 };

  g_assert_cmpuint (phase->turns->len, >=, 2);
  for (guint i = 0; i < phase->turns->len; i++)
    {
      const SyTurn *turn = phase->turns->pdata[i];

      check_that_accounts_hold (turn->trial);
      for (guint kind = 0; kind < SY_N_FAILURES && turn->arm == 0; kind++)
        n_failed[kind] += turn->trial->n_failed[kind];
      if (turn->arm == 1)
        g_assert_cmpuint (turn->trial->n_completed, ==, turn->trial->n_sent);
    }

  for (guint kind = 0; kind < SY_N_FAILURES; kind++)
    g_assert_cmpint (n_failed[kind] > 0, ==, kind == (guint) failure);
}

static void
test_fault_after_a_while (gconstpointer data)
{
  const Fault *fault = data;
  Culprit culprit = { .fault = fault };
  g_autoptr(Responder) responder = responder_new (0, misbehave_in_time, &culprit);
  g_autoptr(SyPlan) plan = make_plan (responder, fault->failure);
  g_autoptr(SyRun) run = run_plan (plan, NULL, NULL);
  g_autoptr(SyAnalysis) analysis = sy_analysis_new (run);

  check_turns (get_phase (run, 0), fault->failure);
  g_assert_false (analysis->is_valid);
  g_test_message ("%s", find_warning (analysis, "failures", 0));
  g_assert_nonnull (strstr (find_warning (analysis, "failures", 0), fault->text));
}

static void
test_fault_from_the_start (gconstpointer data)
{
  const Fault *fault = data;
  Culprit culprit = { .fault = fault };
  g_autoptr(Responder) responder = responder_new (0, misbehave_in_time, &culprit);
  g_autoptr(SyPlan) plan = make_plan (responder, fault->failure);
  g_autoptr(SyRun) run = run_plan (plan, NULL, NULL);
  g_autoptr(SyAnalysis) analysis = sy_analysis_new (run);

  g_assert_cmpuint (get_phase (run, 0)->turns->len, ==, 0);
  g_assert_false (analysis->is_valid);
  g_test_message ("%s", find_warning (analysis, "not-measured", 0));
  g_assert_nonnull (strstr (find_warning (analysis, "not-measured", 0), fault->text));
}

static void
stop_in_second_round (const SyProgress *progress,
                      gpointer          data)
{
  if (progress->phase == 0 && progress->round == 1)
    responder_stop (data);
}

/* The turns of the first round stay, the second phase says why it is empty. */
static void
test_killed_mid_run (void)
{
  Fault fault = { .n_good = G_MAXUINT };
  Culprit culprit = { .fault = &fault };
  g_autoptr(Responder) responder = responder_new (0, misbehave_in_time, &culprit);
  g_autoptr(SyPlan) plan = make_plan (responder, SY_FAILURE_CONNECT);
  g_autoptr(SyRun) run = NULL;
  g_autoptr(SyAnalysis) analysis = NULL;

  sy_plan_add_phase (plan, &g_array_index (plan->phases, SyPhasePlan, 0));
  run = run_plan (plan, stop_in_second_round, responder);
  analysis = sy_analysis_new (run);

  check_turns (get_phase (run, 0), SY_FAILURE_CONNECT);
  g_assert_cmpuint (sy_analysis_get_result (analysis, 0, 0)->n_completed, >, 0);
  g_assert_nonnull (strstr (find_warning (analysis, "failures", 0), "could not connect"));
  g_assert_cmpuint (get_phase (run, 1)->turns->len, ==, 0);
  g_assert_nonnull (strstr (find_warning (analysis, "not-measured", 1), "Nothing answers on port"));
}

static void
add (const char    *when,
     const Fault   *fault,
     GTestDataFunc  test)
{
  g_autofree char *path = g_strdup_printf ("/misbehaving/%s/%s", when, fault->name);

  g_test_add_data_func (path, fault, test);
}

int
main (int    argc,
      char **argv)
{
  static const Fault later[] = {
    { "garbage", answer_garbage, N_GOOD, SY_FAILURE_MALFORMED, "not HTTP/1.1" },
    { "early-close", close_early, N_GOOD, SY_FAILURE_RECEIVE, "connection broke" },
    { "byte-by-byte", answer_byte_by_byte, N_GOOD, SY_FAILURE_TIME_OUT, "not in time" },
    { "no-answer", never_answer, N_GOOD, SY_FAILURE_TIME_OUT, "not in time" },
    { "wrong-check", answer_wrongly, N_GOOD, SY_FAILURE_WRONG_CHECK, "wrong check value" },
    { "error-status", fail_to_work, N_GOOD, SY_FAILURE_STATUS, "error status" },
  };
  static const Fault at_once[] = {
    { "garbage", answer_garbage, 0, SY_FAILURE_MALFORMED, "not in HTTP/1.1" },
    { "early-close", close_early, 0, SY_FAILURE_RECEIVE, "closed the connection before" },
    { "byte-by-byte", answer_byte_by_byte, 0, SY_FAILURE_TIME_OUT, "did not answer" },
    { "no-answer", never_answer, 0, SY_FAILURE_TIME_OUT, "did not answer" },
    { "wrong-check", answer_wrongly, 0, SY_FAILURE_WRONG_CHECK, "other work than asked" },
    { "error-status", fail_to_work, 0, SY_FAILURE_STATUS, "status 503" },
  };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (later); i++)
    add ("after-a-while", &later[i], test_fault_after_a_while);
  for (guint i = 0; i < G_N_ELEMENTS (at_once); i++)
    add ("from-the-start", &at_once[i], test_fault_from_the_start);
  g_test_add_func ("/misbehaving/killed-mid-run", test_killed_mid_run);

  return g_test_run ();
}
