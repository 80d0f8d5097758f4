/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SyTemplateRow:
 *
 * Offers the worked examples.  Emits "chosen" with the name of one.
 */
#define SY_TYPE_TEMPLATE_ROW (sy_template_row_get_type ())

G_DECLARE_FINAL_TYPE (SyTemplateRow, sy_template_row, SY, TEMPLATE_ROW, AdwActionRow)

G_END_DECLS
