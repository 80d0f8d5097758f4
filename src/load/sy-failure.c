/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "load/sy-failure.h"

#include <errno.h>
#include <glib/gi18n-lib.h>

const char *const sy_failure_names[SY_N_FAILURES + 1] = {
  [SY_FAILURE_CONNECT] = "connect",
  [SY_FAILURE_SEND] = "send",
  [SY_FAILURE_RECEIVE] = "receive",
  [SY_FAILURE_TIME_OUT] = "time-out",
  [SY_FAILURE_STATUS] = "status",
  [SY_FAILURE_MALFORMED] = "malformed",
  [SY_FAILURE_WRONG_CHECK] = "wrong-check",
  [SY_N_FAILURES] = NULL,
};

static char *
describe_connect (const SyProblem *self,
                  guint16          port)
{
  if (self->error_number == ECONNREFUSED)
    return g_strdup_printf (_("Nothing answers on port %u of this computer: "
                              "start the server, or give the port it listens on"), port);

  return g_strdup_printf (_("Could not connect to port %u of this computer: %s"),
                          port, g_strerror (self->error_number));
}

static char *
describe_broken (const SyProblem *self,
                 guint16          port)
{
  if (self->error_number == 0)
    return g_strdup_printf (_("The server on port %u closed the connection before it had answered "
                              "“%s”"), port, self->request->target);

  return g_strdup_printf (_("The connection to port %u broke before “%s” was answered: %s"),
                          port, self->request->target, g_strerror (self->error_number));
}

static char *
describe_check (const SyProblem *self,
                guint16          port)
{
  if (!self->has_check)
    return g_strdup_printf (_("The server on port %u answered “%s” without the header "
                              "Steelyard-Check: it does not do Steelyard's work"),
                            port, self->request->target);

  return g_strdup_printf (_("The server on port %u answered “%s” with the check value %u instead "
                            "of %u: it does other work than asked"),
                          port, self->request->target, self->check, self->request->check);
}

char *
sy_problem_describe (const SyProblem *self,
                     guint16          port)
{
  switch (self->failure)
    {
    case SY_FAILURE_CONNECT:
      return describe_connect (self, port);

    case SY_FAILURE_SEND:
    case SY_FAILURE_RECEIVE:
      return describe_broken (self, port);

    case SY_FAILURE_TIME_OUT:
      return g_strdup_printf (_("The server on port %u did not answer “%s” in time"),
                              port, self->request->target);

    case SY_FAILURE_STATUS:
      return g_strdup_printf (_("The server on port %u answered “%s” with status %u instead of "
                                "200"), port, self->request->target, self->status);

    case SY_FAILURE_MALFORMED:
      return g_strdup_printf (_("The server on port %u answered “%s”, but not in HTTP/1.1: %s"),
                              port, self->request->target, _(self->malformed));

    case SY_FAILURE_WRONG_CHECK:
      return describe_check (self, port);

    case SY_N_FAILURES:
    default:
      g_assert_not_reached ();
    }
}
