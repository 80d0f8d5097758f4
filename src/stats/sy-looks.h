/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A comparison that may end early is looked at so often; each look has its share of the error, so
 * that all together err no more often than a single one would (Bonferroni; Armitage, McPherson and
 * Rowe, 1969, on what looking repeatedly costs without it).
 */
#define SY_N_LOOKS 3

/* After how many pairs, ascending; the last is the end. */
extern const guint sy_looks[SY_N_LOOKS];

/* Whether a look is due after so many pairs. */
gboolean sy_looks_are_due        (guint  n_pairs);

/* Of the interval of one look, for @confidence over all of them. */
double   sy_looks_get_confidence (double confidence);

G_END_DECLS
