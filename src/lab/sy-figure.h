/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lab/sy-run.h"
#include "stats/sy-compare.h"

G_BEGIN_DECLS

/**
 * SyFigure:
 * @is_present: %FALSE for what was not or could not be measured, which is not 0
 * @has_interval: whether @interval is more than its value
 * @interval: the value, and what else fits the data at 95 % confidence
 */
typedef struct
{
  gboolean   is_present;
  gboolean   has_interval;
  SyInterval interval;
} SyFigure;

/* A figure of one value, without an interval. */
SyFigure sy_figure_new              (double        value);

/* Geometric mean over turns with Student's t interval on logs; absent where a value is not
 * positive or there are none.
 */
SyFigure sy_figure_from_turns       (const double *values,
                                     guint         n);

/* Completions within the window over its length. */
double   sy_turn_get_requests_per_s (const SyTurn *self);

/* The server's, over the completions within the window; %FALSE where it could not be measured. */
gboolean sy_turn_tell_cpu_per_request (const SyTurn *self,
                                       double       *value_ns);

/**
 * sy_turn_tell_quantile:
 * @times: of the completed requests, response or service
 * @value_ns: (out): the quantile
 *
 * Requests that ran into the time-out or were not finished took longer than all others, so they
 * stand at the end: without them the worst would make the figures better.
 *
 * Returns: %FALSE where the quantile lies among them, or fewer than 20 requests beyond it
 */
gboolean sy_turn_tell_quantile      (const SyTurn      *self,
                                     const SyHistogram *times,
                                     double             quantile,
                                     double            *value_ns);

/* Jain's index of the completions by connection. */
double   sy_turn_get_jain           (const SyTurn *self);

G_END_DECLS
