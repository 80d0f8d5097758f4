/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The sum, with what rounding took away given back (Neumaier, 1974, after Kahan, 1965). */
double sy_summary_sum            (const double *values,
                                  guint         n);

/* @n ≥ 1. */
double sy_summary_mean           (const double *values,
                                  guint         n);

/* Standard deviation of a sample, n - 1 below the line, in two passes (Chan, Golub and LeVeque,
 * 1983); @n ≥ 2.
 */
double sy_summary_sd             (const double *values,
                                  guint         n);

/* The mean of positive values on the logarithmic scale (Galton, 1879); @n ≥ 1. */
double sy_summary_geometric_mean (const double *values,
                                  guint         n);

/* Jain's index of how evenly @n ≥ 1 shares, none negative, are spread: 1 if all are equal, 1/n if
 * one has everything (Jain, Chiu and Hawe, 1984).  Nothing shared at all is shared evenly.
 */
double sy_summary_fairness       (const double *shares,
                                  guint         n);

/**
 * sy_summary_noise:
 * @before: positive results of @n ≥ 1 trials
 * @after: those of the trials of the same arm that ran next
 *
 * The A/A noise floor: by which ratio two neighbouring trials of the same arm differ, as the root
 * mean square of their log ratios, raised to e again: 1.08 means that about a third of such pairs
 * differ by more than 8 %.  The counterbalanced order AB BA AB BA (Student, 1938) puts them side
 * by side.
 */
double sy_summary_noise          (const double *before,
                                  const double *after,
                                  guint         n);

G_END_DECLS
