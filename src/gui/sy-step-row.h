/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "server/sy-program.h"

G_BEGIN_DECLS

/**
 * SyStepRow:
 *
 * One step of a request, with its amount in the unit people think in.  Emits "changed" and
 * "removed".
 */
#define SY_TYPE_STEP_ROW (sy_step_row_get_type ())

G_DECLARE_FINAL_TYPE (SyStepRow, sy_step_row, SY, STEP_ROW, AdwActionRow)

/* @unit_ns: how long one unit of computing takes.  @runtime (nullable): where; here by default. */
GtkWidget *sy_step_row_new      (const SyStep *step,
                                 double        unit_ns,
                                 const char   *runtime) G_GNUC_WARN_UNUSED_RESULT;

SyStep     sy_step_row_get_step (SyStepRow    *self);

G_END_DECLS
