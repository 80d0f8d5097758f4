/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SyRandom:
 *
 * A seeded stream of random numbers: xoshiro256** (Blackman and Vigna, 2018), seeded through
 * SplitMix64 as its authors advise.  By value; copying it copies the stream.  The same seed and
 * stream give the same integers and uniform numbers on every machine, for ever, so that saved seeds
 * stay meaningful; exponential and normal ones agree up to the last digits of the mathematical
 * library.
 */
typedef struct
{
  guint64 state[4];
} SyRandom;

/* @stream tells apart the uses of one seed, so that drawing more in one shifts nothing in another.
 */
SyRandom sy_random_new         (guint64   seed,
                                guint64   stream);

guint64  sy_random_next        (SyRandom *self);

/* Uniform in [0, 1), 53 bits. */
double   sy_random_uniform     (SyRandom *self);

/* Uniform in 0 … @n - 1, without bias (Lemire, 2019). */
guint    sy_random_below       (SyRandom *self,
                                guint     n);

/* Exponentially distributed with the given mean, by inversion. */
double   sy_random_exponential (SyRandom *self,
                                double    mean);

/* Standard normal, by the polar method (Marsaglia and Bray, 1964). */
double   sy_random_normal      (SyRandom *self);

/* Gamma distributed with @shape > 0 and scale 1 (Marsaglia and Tsang, 2000). */
double   sy_random_gamma       (SyRandom *self,
                                double    shape);

G_END_DECLS
