/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "core/sy-units.h"

G_BEGIN_DECLS

/**
 * SyAmountRow:
 *
 * Asks for a number with its unit, "3 k/s" or "200 ms"; without one it is unsure.
 */
#define SY_TYPE_AMOUNT_ROW (sy_amount_row_get_type ())

G_DECLARE_FINAL_TYPE (SyAmountRow, sy_amount_row, SY, AMOUNT_ROW, AdwEntryRow)

/* @bare_unit: of a number without one.  @min, @max: in the base unit of @quantity. */
void     sy_amount_row_set_up (SyAmountRow  *self,
                               SyQuantity    quantity,
                               const char   *bare_unit,
                               double        min,
                               double        max);

/* In the base unit; 0 for unsure. */
void     sy_amount_row_set    (SyAmountRow  *self,
                               double        amount);
/* An error where it is none; the row is marked until it is. */
gboolean sy_amount_row_get    (SyAmountRow  *self,
                               double       *amount,
                               GError      **error);

G_END_DECLS
