/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/sy-charts.h"
#include "decision/sy-decision.h"

G_BEGIN_DECLS

typedef enum
{
  SY_DECISION_CHART_ACCEPTABILITY,
  SY_DECISION_CHART_CONTRIBUTIONS,
  SY_DECISION_CHART_TORNADO,
  SY_DECISION_CHART_FLIPS,
  SY_N_DECISION_CHARTS,
} SyDecisionChart;

/* One of the charts of a recommendation; empty where nothing is left to choose. */
SyChart *sy_decision_chart_new        (SyDecisionChart         kind,
                                       const SyRecommendation *recommendation)
                                       G_GNUC_WARN_UNUSED_RESULT;

/* How many rows it has. */
guint    sy_decision_chart_count_rows (SyDecisionChart         kind,
                                       const SyRecommendation *recommendation);

G_END_DECLS
