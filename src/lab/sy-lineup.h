/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lab/sy-analysis.h"

G_BEGIN_DECLS

/* More side by side would be read by nobody. */
#define SY_LINEUP_MAX_RUNS 16u

#define SY_LINEUP_ERROR (sy_lineup_error_quark ())

typedef enum
{
  SY_LINEUP_ERROR_NUMBER,
  SY_LINEUP_ERROR_SAME_RUN,
  SY_LINEUP_ERROR_NOTHING_IN_COMMON,
} SyLineupError;

GQuark sy_lineup_error_quark (void);

/* A run and what follows from it; neither is copied, so both must outlive the lineup. */
typedef struct
{
  const SyRun      *run;
  const SyAnalysis *analysis;
} SyLineupEntry;

/**
 * SyLineupDifference:
 * @key: (owned): stable, for machines: of the environment, or of the plan
 * @meaning: (owned): for people, translated
 * @values: (owned) (element-type utf8) (nullable values): of each run, %NULL where not known,
 *   for machines
 * @shown: (owned) (element-type utf8) (nullable values): likewise, for people
 *
 * Something other than time in which the runs differ, and to which a difference may be due.
 */
typedef struct
{
  char      *key;
  char      *meaning;
  GPtrArray *values;
  GPtrArray *shown;
} SyLineupDifference;

/**
 * SyLineupFinding:
 * @phase: index of the phase in the first run
 * @a: one server
 * @b: the other
 * @n_a: runs whose own verdict has @a ahead
 * @n_b: likewise @b
 * @n_too_close: runs that found them too close to call
 *
 * How the verdicts of sound runs on one question agree.  Each rests on the pairs within its run, so
 * they may be set against each other where figures may not, even across machines.
 */
typedef struct
{
  guint        phase;
  SyMetric     metric;
  const SyArm *a;
  const SyArm *b;
  guint        n_a;
  guint        n_b;
  guint        n_too_close;
} SyLineupFinding;

/**
 * SyLineup:
 * @entries: (owned) (element-type SyLineupEntry): the runs; the first says what is compared
 * @differences: (owned) (element-type SyLineupDifference)
 * @findings: (owned) (element-type SyLineupFinding): of at least two runs each
 *
 * Saved runs side by side.  Runs made at different times are not paired, so there is no verdict
 * between them: only on whether their own verdicts agree.
 */
typedef struct
{
  GArray    *entries;
  GPtrArray *differences;
  GArray    *findings;
} SyLineup;

/**
 * sy_lineup_new:
 *
 * Returns: %NULL with an error where there is nothing to compare: fewer than two runs or more than
 *   %SY_LINEUP_MAX_RUNS, a run that is there twice, or no server that did the same work under the
 *   same load in the first run and another
 */
SyLineup          *sy_lineup_new         (const SyLineupEntry   *entries,
                                          guint                  n_entries,
                                          GError               **error) G_GNUC_WARN_UNUSED_RESULT;
void               sy_lineup_free        (SyLineup              *self);

/* Whether a phase and server of the first run were measured in another one, too. */
gboolean           sy_lineup_is_shared   (const SyLineup        *self,
                                          guint                  phase,
                                          guint                  arm);

/* The phase of an entry that asked what @phase of the first run asked; %NULL if there is none. */
const SyPhasePlan *sy_lineup_get_plan    (const SyLineup        *self,
                                          guint                  entry,
                                          guint                  phase);

/* What the server did there; @phase and @arm are the first run's.  %NULL where not measured. */
const SyArmResult *sy_lineup_get_result  (const SyLineup        *self,
                                          guint                  entry,
                                          guint                  phase,
                                          guint                  arm);

/* Sentences, translated: why no verdict is drawn between the runs; that they differ in more than
 * time, %NULL if they do not; and whether their verdicts agree.
 */
const char        *sy_lineup_say_unpaired  (void);
const char        *sy_lineup_say_different (const SyLineup        *self);
char              *sy_lineup_say_finding   (const SyLineupFinding *finding)
                                            G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SyLineup, sy_lineup_free)

G_END_DECLS
