/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "evidence/sy-evidence.h"

G_BEGIN_DECLS

#define SY_TYPE_CLAIM_ROW (sy_claim_row_get_type ())

G_DECLARE_FINAL_TYPE (SyClaimRow, sy_claim_row, SY, CLAIM_ROW, AdwExpanderRow)

/* A claim with its source and its mark; opened, what speaks against it and where that is written,
 * and the figures its mark rests on.
 */
GtkWidget *sy_claim_row_new          (const SyClaim *claim) G_GNUC_WARN_UNUSED_RESULT;

/* Marks it by the latest on its recipe among @evidence (element-type SyEvidence).  Opened or not,
 * focused or not, it stays so.
 */
void       sy_claim_row_set_evidence (SyClaimRow    *self,
                                      GPtrArray     *evidence);

G_END_DECLS
