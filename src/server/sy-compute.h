/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * sy_compute_unit:
 * @x: the running value
 *
 * One compute unit: 500 iterations of x = (x xor (x >> 16)) · 69069 + 1 mod 2³².  A plain linear
 * congruence would be folded away by optimisers.
 *
 * Returns: the next running value
 */
guint32 sy_compute_unit (guint32 x);

G_END_DECLS
