/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "export/sy-decision-report.h"

G_BEGIN_DECLS

#define SY_RECORD_FORMAT "steelyard-confirmation"

/* What stands behind the fence of the block that machines read. */
#define SY_RECORD_FENCE "json " SY_RECORD_FORMAT

enum { SY_RECORD_VERSION = 1 };

#define SY_RECORD_ERROR (sy_record_error_quark ())

/**
 * SyRecordError:
 * @SY_RECORD_ERROR_NONE: the file has no such block, or one without an end
 * @SY_RECORD_ERROR_INVALID: what is in the block is not sound
 * @SY_RECORD_ERROR_TOO_NEW: written by a later schema than this program knows
 */
typedef enum
{
  SY_RECORD_ERROR_NONE,
  SY_RECORD_ERROR_INVALID,
  SY_RECORD_ERROR_TOO_NEW,
} SyRecordError;

GQuark sy_record_error_quark (void);

/**
 * SyRelation:
 * @phase: index in the plan
 * @a: index of one server in the plan
 * @b: of the other
 * @winner: who was ahead
 * @ratio: of @a to @b, as measured
 *
 * What a run found of two servers, and what has to be found again.
 */
typedef struct
{
  guint      phase;
  SyMetric   metric;
  guint      a;
  guint      b;
  SyWinner   winner;
  SyInterval ratio;
  guint      n_pairs;
} SyRelation;

/**
 * SyRecordedRun:
 * @run: (owned): its id
 * @environment: (owned): what must agree if two runs are to be compared
 * @plan: (owned)
 * @relations: (owned) (element-type SyRelation): of its sound phases
 */
typedef struct
{
  char          *run;
  SyEnvironment *environment;
  SyPlan        *plan;
  GArray        *relations;
} SyRecordedRun;

/**
 * SyRecord:
 * @profile: (owned): what was answered
 * @weights: (owned) (nullable): by the knowledge base's objectives, where somebody set others than
 *   those of the priorities
 * @best: (owned) (nullable): id of the option that was ahead; %NULL where all were ruled out
 * @winner: (owned) (nullable): the same, if it was ahead clearly
 * @language: (owned) (nullable): the language that was, if its options were together
 * @runtimes: (owned) (element-type utf8 SyOption): see #SyDecisionReport
 * @runs: (owned) (element-type SyRecordedRun): what was measured for it
 *
 * A decision as it can be confirmed again: by weighing it again, and by measuring again what it
 * rests on.
 */
typedef struct
{
  SyProfile  *profile;
  double     *weights;
  char       *best;
  char       *winner;
  char       *language;
  GHashTable *runtimes;
  GPtrArray  *runs;
} SyRecord;

SyRecord *sy_record_new     (const SyDecisionReport  *report) G_GNUC_WARN_UNUSED_RESULT;
void      sy_record_free    (SyRecord                *self);

/* The block that machines read. */
char     *sy_record_to_json (const SyRecord          *self,
                             const SyKnowledge       *knowledge,
                             gsize                   *length) G_GNUC_WARN_UNUSED_RESULT;

/**
 * sy_record_parse:
 * @text: a whole file, Markdown with such a block somewhere
 * @label: usually the file's name, leads the error
 *
 * Errors name the line, or the place within the block.  @rulebook must outlive the record.
 */
SyRecord *sy_record_parse   (const char              *text,
                             gsize                    length,
                             const char              *label,
                             const SyRulebook        *rulebook,
                             GError                 **error) G_GNUC_WARN_UNUSED_RESULT;
SyRecord *sy_record_load    (const char              *path,
                             const SyRulebook        *rulebook,
                             GError                 **error) G_GNUC_WARN_UNUSED_RESULT;

/* What a relation says, in a sentence. */
char     *sy_relation_say   (const SyRelation        *self,
                             const SyPlan            *plan) G_GNUC_WARN_UNUSED_RESULT;

SyRecordedRun *sy_recorded_run_new  (void) G_GNUC_WARN_UNUSED_RESULT;
void           sy_recorded_run_free (SyRecordedRun *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SyRecord, sy_record_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SyRecordedRun, sy_recorded_run_free)

G_END_DECLS
