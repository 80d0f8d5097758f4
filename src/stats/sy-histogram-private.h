/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "stats/sy-histogram.h"

G_BEGIN_DECLS

/* An hour in nanoseconds to 5 digits takes 3.4 million slots; what asks for more is a mistake. */
#define SY_HISTOGRAM_MAX_SLOTS (1u << 22)

/*
 * Slots come in buckets.  Bucket 0 holds 2^(half_bits + 1) slots of one unit (2^unit_bits) each.
 * Every further bucket covers twice the range of the one before with slots twice as wide, and only
 * its upper half, 2^half_bits slots, is needed: the lower half is what came before.
 */
typedef struct
{
  gint64 lowest;
  gint64 highest;
  guint  n_digits;
  guint  unit_bits;
  guint  half_bits;
  guint  n_slots;
} SyHistogramShape;

struct _SyHistogram
{
  SyHistogramShape shape;
  gint64           total;
  gint64           counts[];
};

/* Whether there is such a histogram, and within %SY_HISTOGRAM_MAX_SLOTS. */
gboolean     sy_histogram_shape_init   (SyHistogramShape       *shape,
                                        gint64                  lowest,
                                        gint64                  highest,
                                        guint                   n_digits);
SyHistogram *sy_histogram_new_shaped   (const SyHistogramShape *shape) G_GNUC_WARN_UNUSED_RESULT;

/* One more than the last slot that counted anything. */
guint        sy_histogram_count_used   (const SyHistogram      *self);

G_END_DECLS
