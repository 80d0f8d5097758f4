/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/sy-charts.h"
#include "gui/sy-measurement.h"

G_BEGIN_DECLS

/* The two charts of a measurement under way: the turns of the phase over each other, the earlier
 * ones faint.
 */
SyChart *sy_live_charts_new_throughput (const SyPlan *plan,
                                        const SyLive *live) G_GNUC_WARN_UNUSED_RESULT;
SyChart *sy_live_charts_new_latency    (const SyPlan *plan,
                                        const SyLive *live) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
