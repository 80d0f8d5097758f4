/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cli/sy-columns.h"
#include "lab/sy-analysis.h"

G_BEGIN_DECLS

/* A table of one server's throughput and response times in a series of circumstances: the loads of
 * a sweep, the runs of a comparison.
 */
SyColumns *sy_series_table_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* Adds a row; @result is %NULL where nothing was measured. */
void       sy_series_table_add (SyColumns         *table,
                                const char        *label,
                                const SyArmResult *result);

G_END_DECLS
