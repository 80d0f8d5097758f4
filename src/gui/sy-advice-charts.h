/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/sy-charts.h"
#include "decision/sy-decision.h"

G_BEGIN_DECLS

typedef enum
{
  SY_ADVICE_ACCEPTABILITY,
  SY_ADVICE_CONTRIBUTIONS,
  SY_ADVICE_TORNADO,
  SY_ADVICE_FLIPS,
  SY_N_ADVICE_CHARTS,
} SyAdviceChart;

/* One of the charts of a recommendation; empty where nothing is left to choose. */
SyChart *sy_advice_chart_new        (SyAdviceChart           kind,
                                     const SyRecommendation *recommendation)
                                     G_GNUC_WARN_UNUSED_RESULT;

/* How many rows it has. */
guint    sy_advice_chart_count_rows (SyAdviceChart           kind,
                                     const SyRecommendation *recommendation);

G_END_DECLS
