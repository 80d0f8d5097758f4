/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "load/sy-requests.h"
#include "load/sy-trial.h"

G_BEGIN_DECLS

/* The streams of a trial's seed. */
enum
{
  SY_STREAM_GAPS,
  SY_STREAM_MIX,
  /* From here on one a connection. */
  SY_STREAM_THINK,
};

/* Sends are planned on this grid, so that one wake-up sends all that is due: a timer each costs
 * more than the requests do.  It is the plan that is rounded, not what is measured: a request's
 * response time counts from its time on the grid.
 */
#define SY_ARRIVALS_GRID_NS (100 * G_GINT64_CONSTANT (1000))

/**
 * SyArrival:
 * @at_ns: the intended time, since the trial began, on the grid
 */
typedef struct
{
  gint64           at_ns;
  const SyRequest *request;
} SyArrival;

/* The next point of the grid, or @at_ns itself if it is one. */
gint64  sy_arrivals_round (gint64             at_ns);

/**
 * sy_arrivals_draw:
 *
 * Draws all of an open load before it begins, from the plan's seed alone: every server meets the
 * same.  Poisson arrivals have independent, exponentially distributed gaps; constant ones equal
 * gaps.
 *
 * Returns: (element-type SyArrival): in the order of their times, all before the window ends
 */
GArray *sy_arrivals_draw  (const SyTrialPlan *plan) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
