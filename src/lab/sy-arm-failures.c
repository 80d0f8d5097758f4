/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lab/sy-analysis-private.h"

#include <glib/gi18n-lib.h>

static const char *const texts[SY_N_FAILURES + 1] = {
  [SY_FAILURE_CONNECT] = N_("could not connect"),
  [SY_FAILURE_SEND] = N_("could not send"),
  [SY_FAILURE_RECEIVE] = N_("connection broke"),
  [SY_FAILURE_TIME_OUT] = N_("not in time"),
  [SY_FAILURE_STATUS] = N_("error status"),
  [SY_FAILURE_MALFORMED] = N_("not HTTP/1.1"),
  [SY_FAILURE_WRONG_CHECK] = N_("wrong check value"),
  [SY_N_FAILURES] = N_("unfinished"),
};

/* @kind is %SY_N_FAILURES for requests that were not finished. */
static guint64
count_kind (const SyArmResult *self,
            guint              kind)
{
  return kind < SY_N_FAILURES ? self->n_failed[kind] : self->n_unfinished;
}

const char *
sy_arm_result_name_failure (guint kind)
{
  g_return_val_if_fail (kind <= SY_N_FAILURES, NULL);

  return _(texts[kind]);
}

guint64
sy_arm_result_count_failed (const SyArmResult *self)
{
  guint64 n_failed = 0;

  for (guint kind = 0; kind <= SY_N_FAILURES; kind++)
    n_failed += count_kind (self, kind);

  return n_failed;
}

char *
sy_arm_result_list_failures (const SyArmResult *self)
{
  GString *list = g_string_new (NULL);

  for (guint kind = 0; kind <= SY_N_FAILURES; kind++)
    if (count_kind (self, kind) > 0)
      g_string_append_printf (list, "%s%s %" G_GUINT64_FORMAT, list->len > 0 ? ", " : "",
                              sy_arm_result_name_failure (kind), count_kind (self, kind));

  return g_string_free (list, FALSE);
}
