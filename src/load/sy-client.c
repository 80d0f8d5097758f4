/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "load/sy-client.h"

#include <glib/gi18n-lib.h>

#include "core/sy-descriptors.h"
#include "load/sy-engine.h"

/* epoll itself, the cancellable's, and some for whatever else opens files meanwhile. */
#define N_OTHER_DESCRIPTORS 8

G_DEFINE_QUARK (sy-client-error-quark, sy_client_error)

struct _SyClient
{
  SyClientConfig  config;
  SyEngine       *engine;
};

static gboolean
check_descriptors (const SyClientConfig  *config,
                   GError               **error)
{
  g_autofree char *purpose = NULL;

  purpose = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Opening %u connection to port %u",
                                          "Opening %u connections to port %u",
                                          config->n_connections),
                             config->n_connections, config->port);

  return sy_descriptors_require (config->n_connections + N_OTHER_DESCRIPTORS, purpose, error);
}

/* One request on each connection: a trial whose window is over as soon as it has begun. */
static gboolean
greet (SyClient          *self,
       const SyRequests  *requests,
       GCancellable      *cancellable,
       GError           **error)
{
  SyTrialPlan plan = { .requests = requests, .kind = SY_LOAD_CLOSED, .window_ns = 1 };
  g_autofree char *description = NULL;
  const SyProblem *problem;

  sy_trial_free (sy_engine_run (self->engine, &plan, cancellable));
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;

  problem = sy_engine_get_first_problem (self->engine);
  if (problem->request == NULL)
    return TRUE;

  description = sy_problem_describe (problem, self->config.port);
  g_set_error_literal (error, SY_CLIENT_ERROR,
                       problem->failure == SY_FAILURE_CONNECT ? SY_CLIENT_ERROR_CONNECT
                                                              : SY_CLIENT_ERROR_ANSWER,
                       description);

  return FALSE;
}

SyClient *
sy_client_new (const SyClientConfig  *config,
               const SyRequests      *requests,
               GCancellable          *cancellable,
               GError               **error)
{
  g_autoptr(SyEngine) engine = NULL;
  g_autoptr(SyClient) self = NULL;

  g_return_val_if_fail (config->n_connections > 0 && config->time_out_ns > 0, NULL);

  if (!check_descriptors (config, error) || (engine = sy_engine_new (config, error)) == NULL)
    return NULL;

  self = g_new0 (SyClient, 1);
  self->config = *config;
  self->engine = g_steal_pointer (&engine);
  if (!greet (self, requests, cancellable, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
sy_client_free (SyClient *self)
{
  sy_engine_free (self->engine);
  g_free (self);
}

SyTrial *
sy_client_run (SyClient          *self,
               const SyTrialPlan *plan,
               GCancellable      *cancellable)
{
  g_return_val_if_fail (plan->kind == SY_LOAD_CLOSED || plan->rate_per_s > 0, NULL);

  return sy_engine_run (self->engine, plan, cancellable);
}
