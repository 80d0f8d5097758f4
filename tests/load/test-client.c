/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/sy-descriptors.h"
#include "fixture.h"

static gboolean
answer_byte_by_byte (int         fd,
                     const char *target,
                     guint       n_before,
                     gpointer    data)
{
  for (const char *text = data; *text != '\0'; text++)
    responder_send (fd, (char[]) { *text, '\0' });

  return TRUE;
}

typedef struct
{
  const char    *name;
  ResponderFunc  func;
  const char    *text;
  SyFailure      failure;
  const char    *message;
} Sample;

static const Sample good[] = {
  { "byte-by-byte", answer_byte_by_byte, OK CHECK "Content-Length: 1\r\n\r\nx" },
  { "chunks", answer_byte_by_byte, OK CHECK "Transfer-Encoding: chunked\r\n\r\n"
    "1\r\nx\r\n0\r\n\r\n" },
  { "until-close", responder_answer_and_close, OK CHECK "\r\nas long as it takes" },
  { "says-close", responder_answer_and_close,
    OK CHECK "Connection: close\r\nContent-Length: 1\r\n\r\nx" },
  { "no-content", responder_answer_and_stay,
    "HTTP/1.1 204 No Content\r\n" CHECK "\r\n" },
  { "informational", responder_answer_and_stay,
    "HTTP/1.1 103 Early Hints\r\n\r\n" OK CHECK
    "Content-Length: 0\r\n\r\n" },
};

static const Sample bad[] = {
  { "closes-early", responder_answer_and_close, OK "Content-Le", SY_FAILURE_RECEIVE,
    "*closed the connection*“/work”*" },
  { "closes-at-once", responder_answer_and_close, "", SY_FAILURE_RECEIVE, "*“/work”*" },
  { "garbage", responder_answer_and_stay,
    "220 mail.example.org ESMTP\r\n", SY_FAILURE_MALFORMED,
    "*does not begin with HTTP/1.1*" },
  { "surplus", responder_answer_and_stay,
    OK CHECK "Content-Length: 1\r\n\r\nxyz", SY_FAILURE_MALFORMED,
    "*more than one answer*" },
  { "status-500", responder_answer_and_stay,
    "HTTP/1.1 500 Oh\r\nContent-Length: 0\r\n\r\n",
    SY_FAILURE_STATUS, "*“/work” with status 500*" },
  { "wrong-check", responder_answer_and_stay,
    OK "Steelyard-Check: 8\r\nContent-Length: 0\r\n\r\n",
    SY_FAILURE_WRONG_CHECK, "*check value 8 instead of 7*" },
  { "no-check", responder_answer_and_stay, OK "Content-Length: 0\r\n\r\n", SY_FAILURE_WRONG_CHECK,
    "*without the header Steelyard-Check*" },
  { "silent", responder_answer_and_stay, "", SY_FAILURE_TIME_OUT, "*did not answer*in time*" },
};

static void
test_good_answer (gconstpointer data)
{
  const Sample *sample = data;
  g_autoptr(Responder) responder = responder_new (0, sample->func, (gpointer) sample->text);
  g_autoptr(SyTrial) trial = run_closed (responder, PATIENCE_NS, 0);

  g_assert_cmpuint (trial->n_completed, >, 0);
  g_assert_cmpuint (count_failed (trial), ==, 0);
  g_assert_cmpuint (trial->n_unfinished, ==, 0);
}

/* A busy machine must not look like a silent server, and a silent server not hold up the tests. */
static gint64
get_patience_ns (const Sample *sample)
{
  return sample->failure == SY_FAILURE_TIME_OUT ? LITTLE_PATIENCE_NS : PATIENCE_NS;
}

/* The greeting is answered well, nothing after it. */
static void
test_bad_answer (gconstpointer data)
{
  const Sample *sample = data;
  g_autoptr(Responder) responder = responder_new (N_CONNECTIONS, sample->func,
                                                  (gpointer) sample->text);
  SyTrialPlan plan = make_plan (NULL);
  g_autoptr(SyTrial) trial = NULL;
  Watcher watcher = { 0 };

  plan.settle_ns = 0;
  trial = run_watched (responder, &plan, get_patience_ns (sample), &watcher);

  g_assert_cmpuint (trial->n_completed, ==, 0);
  g_assert_cmpuint (trial->n_completed_in_window, ==, 0);
  g_assert_cmpuint (trial->n_failed[sample->failure], >=, N_CONNECTIONS);
  for (guint i = 0; i < SY_N_FAILURES; i++)
    g_assert_true (i == sample->failure || trial->n_failed[i] == 0);
}

static void
test_bad_greeting (gconstpointer data)
{
  const Sample *sample = data;
  g_autoptr(Responder) responder = responder_new (0, sample->func, (gpointer) sample->text);
  g_autoptr(SyRequests) requests = make_requests ();
  g_autoptr(GError) error = NULL;

  g_assert_null (open_client (responder, requests, get_patience_ns (sample), 0, &error));
  g_assert_error (error, SY_CLIENT_ERROR, SY_CLIENT_ERROR_ANSWER);
  g_assert_true (g_pattern_match_simple (sample->message, error->message));
}

static void
test_nobody_answers (void)
{
  g_autoptr(Responder) responder = responder_new (0, responder_answer_well, NULL);
  g_autoptr(SyRequests) requests = make_requests ();
  g_autoptr(GError) error = NULL;

  responder_stop (responder);
  g_assert_null (open_client (responder, requests, PATIENCE_NS, 0, &error));
  g_assert_error (error, SY_CLIENT_ERROR, SY_CLIENT_ERROR_CONNECT);
  g_assert_true (g_str_has_prefix (error->message, "Nothing answers on port "));
}

static void
test_too_few_descriptors (void)
{
  SyClientConfig config = { .port = 1, .n_connections = G_MAXINT, .time_out_ns = PATIENCE_NS };
  g_autoptr(SyRequests) requests = make_requests ();
  g_autoptr(GError) error = NULL;

  g_assert_null (sy_client_new (&config, requests, NULL, &error));
  g_assert_error (error, SY_DESCRIPTORS_ERROR, SY_DESCRIPTORS_ERROR_TOO_FEW);
}

static void
test_opening_is_cancelled (void)
{
  g_autoptr(Responder) responder = responder_new (0, responder_answer_and_stay, (gpointer) "");
  g_autoptr(SyRequests) requests = make_requests ();
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;
  SyClientConfig config = { .port = responder_get_port (responder),
                            .n_connections = N_CONNECTIONS,
                            .time_out_ns = PATIENCE_NS };

  g_cancellable_cancel (cancellable);
  g_assert_null (sy_client_new (&config, requests, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
add_samples (const char    *format,
             const Sample  *samples,
             guint          n_samples,
             GTestDataFunc  test)
{
  for (guint i = 0; i < n_samples; i++)
    {
      g_autofree char *path = g_strconcat (format, samples[i].name, NULL);

      g_test_add_data_func (path, &samples[i], test);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_samples ("/client/answer/good/", good, G_N_ELEMENTS (good), test_good_answer);
  add_samples ("/client/answer/bad/", bad, G_N_ELEMENTS (bad), test_bad_answer);
  add_samples ("/client/greeting/bad/", bad, G_N_ELEMENTS (bad), test_bad_greeting);
  g_test_add_func ("/client/greeting/nobody-answers", test_nobody_answers);
  g_test_add_func ("/client/greeting/too-few-descriptors", test_too_few_descriptors);
  g_test_add_func ("/client/greeting/cancelled", test_opening_is_cancelled);

  return g_test_run ();
}
