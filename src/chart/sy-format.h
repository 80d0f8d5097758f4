/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SyFormat:
 * @SY_FORMAT_DURATION: nanoseconds
 * @SY_FORMAT_RATE: events per second
 * @SY_FORMAT_COUNT: a plain number
 * @SY_FORMAT_SIZE: bytes
 * @SY_FORMAT_SECONDS: seconds since something began
 * @SY_FORMAT_QUANTILE: 0…1, shown as a percentile with its nines
 * @SY_FORMAT_SHARE: 0…1, shown in per cent
 * @SY_FORMAT_RATIO: how many times, shown as "1.27×"
 * @SY_FORMAT_ROW: the number of a row, whose name stands elsewhere
 * @SY_FORMAT_SIDE: for whom something speaks: -1 for Node.js, 1 for Python
 * @SY_FORMAT_PERCENT: 0…1, shown in whole per cent
 * @SY_FORMAT_POINTS: a difference of values from 0 to 1, shown as "+12.5" of 100
 *
 * What the numbers along an axis or in a column are, and so how they are written.  Units and their
 * names come from core.
 */
typedef enum
{
  SY_FORMAT_DURATION,
  SY_FORMAT_RATE,
  SY_FORMAT_COUNT,
  SY_FORMAT_SIZE,
  SY_FORMAT_SECONDS,
  SY_FORMAT_QUANTILE,
  SY_FORMAT_SHARE,
  SY_FORMAT_RATIO,
  SY_FORMAT_ROW,
  SY_FORMAT_SIDE,
  SY_FORMAT_PERCENT,
  SY_FORMAT_POINTS,
} SyFormat;

/* A value on its own, three significant digits and its unit: "10.4 k/s", "99.9 %", "1.27×". */
char       *sy_format_value (SyFormat format,
                             double   value) G_GNUC_WARN_UNUSED_RESULT;

/* A round value on its own, with no more digits than it needs: "10 ms", "500 µs", "0.1 %". */
char       *sy_format_round (SyFormat format,
                             double   value) G_GNUC_WARN_UNUSED_RESULT;

/* One of many values @step apart, in a unit named once beside them; @scale as sy_format_unit()
 * gives it.
 */
char       *sy_format_step  (SyFormat format,
                             double   value,
                             double   step,
                             double   scale) G_GNUC_WARN_UNUSED_RESULT;

/* The unit of an axis that reaches @largest, and how many raw units it is; "" for none. */
const char *sy_format_unit  (SyFormat format,
                             double   largest,
                             double  *scale);

/* The unit of the raw values themselves: "ns", "1/s", ""; for the heading of exported columns. */
const char *sy_format_raw_unit (SyFormat format);

G_END_DECLS
