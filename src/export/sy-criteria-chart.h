/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/sy-chart.h"
#include "evidence/sy-evidence.h"

G_BEGIN_DECLS

/* Charts of what sources say and what was measured.  @evidence: (element-type SyEvidence). */

/* All criteria on one page, a strip each. */
SyChart *sy_criteria_chart_new   (const SyKnowledge *knowledge,
                                  GPtrArray         *evidence) G_GNUC_WARN_UNUSED_RESULT;

/* One criterion, a strip for each source and each thing measured. */
SyChart *sy_criterion_chart_new  (const SyKnowledge *knowledge,
                                  const SyCriterion *criterion,
                                  GPtrArray         *evidence) G_GNUC_WARN_UNUSED_RESULT;

/* One criterion in a single strip. */
SyChart *sy_criterion_strip_new  (const SyKnowledge *knowledge,
                                  const SyCriterion *criterion,
                                  GPtrArray         *evidence) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
