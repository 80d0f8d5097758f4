/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The probability that Student's t with @df degrees of freedom lies within ±@t, @t ≥ 0: the finite
 * sums for whole degrees of freedom (Abramowitz and Stegun, 1964, 26.7.3 and 26.7.4).
 */
double sy_student_within   (guint  df,
                            double t);

/* Its quantile, 0 < @p < 1 (Student, 1908); at least 9 digits for p from 1e-6 to 1 - 1e-6. */
double sy_student_quantile (guint  df,
                            double p);

G_END_DECLS
