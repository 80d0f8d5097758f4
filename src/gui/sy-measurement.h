/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gui/sy-report.h"

G_BEGIN_DECLS

/**
 * SyLiveSlice:
 * @at_ns: since its turn began, settling included
 * @response_p50_ns: 0 where nothing was completed in it, as is @response_p99_ns
 *
 * 100 ms of a server's turn, as just measured.
 */
typedef struct
{
  guint  phase;
  guint  round;
  guint  arm;
  gint64 at_ns;
  double requests_per_s;
  gint64 response_p50_ns;
  gint64 response_p99_ns;
} SyLiveSlice;

/* One complete turn. */
typedef struct
{
  guint  phase;
  guint  round;
  guint  arm;
  double requests_per_s;
  gint64 response_p99_ns;
} SyLiveTurn;

/**
 * SyLive:
 * @turn: which of its phase's turns it is, from 0
 * @slices: (element-type SyLiveSlice): of the phase under way
 * @turns: (element-type SyLiveTurn): of the phase under way; a turn that was set aside is followed
 *   by another of the same round and server, which takes its place
 *
 * How a measurement goes.
 */
typedef struct
{
  guint    phase;
  guint    round;
  guint    arm;
  guint    turn;
  gboolean is_pilot;
  gint64   elapsed_ns;
  gint64   left_ns;
  GArray  *slices;
  GArray  *turns;
} SyLive;

/**
 * SyMeasurement:
 *
 * One experiment in a thread of its own, saved when it ends, also when it was stopped.
 *
 * "progress" is emitted at most four times a second, lest watching disturbs what is watched, and
 * whenever a turn begins; "finished" once, last.
 */
#define SY_TYPE_MEASUREMENT (sy_measurement_get_type ())

G_DECLARE_FINAL_TYPE (SyMeasurement, sy_measurement, SY, MEASUREMENT, GObject)

/* Copies @plan. */
SyMeasurement *sy_measurement_new         (const SyPlan   *plan) G_GNUC_WARN_UNUSED_RESULT;

void           sy_measurement_start       (SyMeasurement  *self);
void           sy_measurement_stop        (SyMeasurement  *self);

const SyPlan  *sy_measurement_get_plan    (SyMeasurement  *self);
gboolean       sy_measurement_is_running  (SyMeasurement  *self);
gboolean       sy_measurement_is_stopping (SyMeasurement  *self);

/* Valid until the main context runs again. */
const SyLive  *sy_measurement_get_live    (SyMeasurement  *self);

/* After "finished": the result, also where saving failed (then with @error too, and no path), or
 * %NULL with an error where nothing was measured.
 */
SyReport      *sy_measurement_get_report  (SyMeasurement  *self);
const GError  *sy_measurement_get_error   (SyMeasurement  *self);

G_END_DECLS
