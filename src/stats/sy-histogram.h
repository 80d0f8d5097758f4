/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define SY_HISTOGRAM_ERROR (sy_histogram_error_quark ())

typedef enum
{
  SY_HISTOGRAM_ERROR_INVALID,
} SyHistogramError;

GQuark       sy_histogram_error_quark      (void);

/**
 * SyHistogram:
 *
 * A high dynamic range histogram (Tene, HdrHistogram, 2012): counts of whole numbers, here always
 * nanoseconds, each kept to a fixed number of significant decimal digits.  Recording is constant
 * time, allocates nothing and takes no lock: one thread records, or its owner guards it.
 */
typedef struct _SyHistogram SyHistogram;

/**
 * sy_histogram_new:
 * @lowest: the least value told apart from zero, at least 1
 * @highest: the largest value; larger ones are counted as this one
 * @n_digits: significant decimal digits, 1 to 5
 */
SyHistogram *sy_histogram_new              (gint64             lowest,
                                            gint64             highest,
                                            guint              n_digits) G_GNUC_WARN_UNUSED_RESULT;

/* For times: 1 ns to 1 hour, 3 significant digits. */
SyHistogram *sy_histogram_new_for_time     (void) G_GNUC_WARN_UNUSED_RESULT;
SyHistogram *sy_histogram_copy             (const SyHistogram *self) G_GNUC_WARN_UNUSED_RESULT;
void         sy_histogram_free             (SyHistogram       *self);

/* Negative values count as zero. */
void         sy_histogram_record           (SyHistogram       *self,
                                            gint64             value);
void         sy_histogram_record_n         (SyHistogram       *self,
                                            gint64             value,
                                            gint64             n);
void         sy_histogram_merge            (SyHistogram       *self,
                                            const SyHistogram *other);
void         sy_histogram_reset            (SyHistogram       *self);

gint64       sy_histogram_get_count        (const SyHistogram *self);
/* Of an empty histogram these are 0; ask for the count first. */
gint64       sy_histogram_get_min          (const SyHistogram *self);
gint64       sy_histogram_get_max          (const SyHistogram *self);
double       sy_histogram_get_mean         (const SyHistogram *self);
/* The largest value equivalent to the one at @quantile (0…1) of the recorded ones. */
gint64       sy_histogram_get_quantile     (const SyHistogram *self,
                                            double             quantile);

/* METHOD: a quantile is shown only if N (1 - q) ≥ 20. */
gboolean     sy_histogram_can_tell         (const SyHistogram *self,
                                            double             quantile);

/**
 * sy_histogram_next:
 * @position: (inout): 0 to begin
 * @value: (out): the largest value equivalent to this slot's
 * @count: (out): how many were recorded there, never 0
 *
 * Walks the recorded values upwards; returns %FALSE at the end.
 */
gboolean     sy_histogram_next             (const SyHistogram *self,
                                            guint             *position,
                                            gint64            *value,
                                            gint64            *count);

/* HdrHistogram V2, zlib-compressed, base64: what other HdrHistogram tools read. */
char        *sy_histogram_encode           (const SyHistogram *self) G_GNUC_WARN_UNUSED_RESULT;
SyHistogram *sy_histogram_decode           (const char        *base64,
                                            GError           **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SyHistogram, sy_histogram_free)

G_END_DECLS
