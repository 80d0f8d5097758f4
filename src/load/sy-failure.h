/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "load/sy-requests.h"

G_BEGIN_DECLS

/* Why a request failed. */
typedef enum
{
  SY_FAILURE_CONNECT,
  SY_FAILURE_SEND,
  SY_FAILURE_RECEIVE,
  SY_FAILURE_TIME_OUT,
  SY_FAILURE_STATUS,
  SY_FAILURE_MALFORMED,
  SY_FAILURE_WRONG_CHECK,
  SY_N_FAILURES,
} SyFailure;

/* The words of saved runs and machine output: "connect", "send", … */
extern const char *const sy_failure_names[SY_N_FAILURES + 1];

/**
 * SyProblem:
 * @request: (nullable): what was asked, %NULL if nothing went wrong
 * @error_number: of connect, send and receive; 0 if the server closed the connection
 * @status: of a status other than 2xx
 * @malformed: what is wrong with an answer, to be translated
 * @has_check: whether there was a check at all
 *
 * What exactly went wrong with a request, noted on the measured path and put in words later.
 */
typedef struct
{
  const SyRequest *request;
  SyFailure        failure;
  int              error_number;
  guint            status;
  const char      *malformed;
  gboolean         has_check;
  guint32          check;
} SyProblem;

/* A sentence: what, where, and what to do about it. */
char *sy_problem_describe (const SyProblem *self,
                           guint16          port) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
