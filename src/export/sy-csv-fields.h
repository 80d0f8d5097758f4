/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "export/sy-csv.h"
#include "lab/sy-fields.h"

G_BEGIN_DECLS

/*
 * The tables of fields that saved runs are written by make columns too, so that no scalar is
 * forgotten when one is added.  A group gives its name to its members' columns: "lock_takes".  A
 * histogram "lag" becomes its count and "lag_p50_ns", …, "lag_max_ns": a quantile only where twenty
 * values lie beyond it, and nothing at all where it is %NULL.
 */

/* @prefix: before every name */
void sy_csv_add_headings (SyCsv         *self,
                          const SyField *fields,
                          const char    *prefix);

/* @record: (nullable): with %NULL the cells stay empty */
void sy_csv_add_fields   (SyCsv         *self,
                          const SyField *fields,
                          gconstpointer  record);

G_END_DECLS
