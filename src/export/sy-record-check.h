/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "export/sy-record.h"

G_BEGIN_DECLS

/* Whether something recorded is still so. */
typedef enum
{
  SY_HOLDS_YES,
  SY_HOLDS_UNKNOWN,
  SY_HOLDS_NO,
} SyHolds;

/* For machines: "holds", "unknown", "no-longer-holds", NULL */
extern const char *const sy_holds_names[];

/**
 * sy_relation_check:
 * @analysis: of a run of the same plan
 * @ratio: (out): what was measured now; left alone where it is %SY_HOLDS_UNKNOWN for want of it
 *
 * A winner holds where it wins again, and no longer where it loses, or where nothing in the new
 * interval is a lead beyond %SY_MARGIN.  What was too close to call holds where it is so again, and
 * no longer where one wins and the two intervals do not meet.  All else cannot be told.
 */
SyHolds sy_relation_check            (const SyRelation       *self,
                                      const SyAnalysis       *analysis,
                                      SyInterval             *ratio);

/* Whether the answer is the same and no less clear. */
SyHolds sy_record_check_answer       (const SyRecord         *self,
                                      const SyRecommendation *recommendation);

/* Why @here is another machine than the run's, as a sentence; %NULL if it is not.  New software on
 * the same machine is what a confirmation is for.
 */
char   *sy_recorded_run_say_machine  (const SyRecordedRun    *self,
                                      const SyEnvironment    *here) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
