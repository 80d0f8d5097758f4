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
 *
 * What it answers comes from its slots alone, so that an encoded and decoded histogram answers
 * exactly as the recorded one did.
 */
typedef struct _SyHistogram SyHistogram;

/**
 * sy_histogram_new:
 * @lowest: the least value told apart from zero, at least 1
 * @highest: the largest value, at least 2 × @lowest; larger ones are counted as this one
 * @n_digits: significant decimal digits, 1 to 5; an hour in nanoseconds fits with any
 */
SyHistogram *sy_histogram_new              (gint64             lowest,
                                            gint64             highest,
                                            guint              n_digits) G_GNUC_WARN_UNUSED_RESULT;

/* For times: 1 ns to 1 hour, 3 significant digits; 264 KiB, whose untouched pages cost nothing. */
SyHistogram *sy_histogram_new_for_time     (void) G_GNUC_WARN_UNUSED_RESULT;
void         sy_histogram_free             (SyHistogram       *self);

/* Negative values count as zero; @n ≥ 0. */
void         sy_histogram_record           (SyHistogram       *self,
                                            gint64             value);
void         sy_histogram_record_n         (SyHistogram       *self,
                                            gint64             value,
                                            gint64             n);

/* Adds what @other holds, each value as the largest equivalent to it if the two differ in shape. */
void         sy_histogram_merge            (SyHistogram       *self,
                                            const SyHistogram *other);
void         sy_histogram_reset            (SyHistogram       *self);

gint64       sy_histogram_get_count        (const SyHistogram *self);

/* Of an empty histogram these are 0; ask for the count first.  The least and the largest value
 * equivalent to the extremes recorded, and the mean of the slots' middles.
 */
gint64       sy_histogram_get_min          (const SyHistogram *self);
gint64       sy_histogram_get_max          (const SyHistogram *self);
double       sy_histogram_get_mean         (const SyHistogram *self);

/* The largest value equivalent to the least recorded one that at least @quantile (0…1) of all do
 * not exceed.
 */
gint64       sy_histogram_get_quantile     (const SyHistogram *self,
                                            double             quantile);

/* Whether N (1 - @quantile) ≥ 20: a quantile with fewer values beyond it is not worth showing. */
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

/* Whatever the text, either a sound histogram or %SY_HISTOGRAM_ERROR_INVALID. */
SyHistogram *sy_histogram_decode           (const char        *base64,
                                            GError           **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SyHistogram, sy_histogram_free)

G_END_DECLS
