/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "load/sy-client.h"
#include "load/sy-failure.h"
#include "load/sy-trial.h"

G_BEGIN_DECLS

/**
 * SyEngine:
 *
 * What a client is driven by: its connections, and the loop that sends and receives.
 */
typedef struct _SyEngine SyEngine;

SyEngine        *sy_engine_new               (const SyClientConfig  *config,
                                              GError               **error)
                                                G_GNUC_WARN_UNUSED_RESULT;
void             sy_engine_free              (SyEngine              *self);

SyTrial         *sy_engine_run               (SyEngine              *self,
                                              const SyTrialPlan     *plan,
                                              GCancellable          *cancellable)
                                                G_GNUC_WARN_UNUSED_RESULT;

/* What first went wrong in the last trial; its request is %NULL if nothing did, but as asked. */
const SyProblem *sy_engine_get_first_problem (const SyEngine        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SyEngine, sy_engine_free)

G_END_DECLS
