/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * sy_shares_round:
 * @shares: (array): @n_options rows of as many ranks, of which every row and every column adds up
 *   to one
 * @percents: (out caller-allocates) (array): the same in whole per cent, of which every row and
 *   every column adds up to a hundred
 *
 * Rounds a table of shares so that what is shown still adds up.  Each is rounded down or up, and a
 * whole per cent stays what it is.  Those with the largest remainders go up as far as rows and
 * columns let them: Hamilton's method where there is one column, controlled rounding where there
 * are more (Cox, 1987).
 */
void sy_shares_round (const double *shares,
                      guint         n_options,
                      guint        *percents);

G_END_DECLS
