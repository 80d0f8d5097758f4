/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "decision/sy-decision.h"
#include "decision/sy-dossier.h"
#include "lab/sy-lineup.h"

G_BEGIN_DECLS

/**
 * SyAdvice:
 * @dossier: what it is about
 * @decision: ready to be weighed again
 * @recommendation: what it came to at first
 * @runs: (element-type SyLineupEntry): its evidence, with what follows from it
 * @problem: (nullable): why some of the runs could not be counted
 *
 * A saved decision weighed with the runs that are its evidence.  All owned.
 */
typedef struct
{
  SyDossier        *dossier;
  SyDecision       *decision;
  SyRecommendation *recommendation;
  GArray           *runs;
  char             *problem;
} SyAdvice;

void      sy_advice_free         (SyAdvice             *self);

/* Reads the runs and weighs, in a worker.  Copies @dossier. */
void      sy_advice_load_async   (const SyDossier      *dossier,
                                  GCancellable         *cancellable,
                                  GAsyncReadyCallback   callback,
                                  gpointer              data);
SyAdvice *sy_advice_load_finish  (GAsyncResult         *result,
                                  GError              **error) G_GNUC_WARN_UNUSED_RESULT;

/* Takes over into the dossier what came out, and the weights and sources it came from. */
void      sy_advice_note_answer  (SyAdvice               *self,
                                  const SyRecommendation *recommendation);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SyAdvice, sy_advice_free)

G_END_DECLS
