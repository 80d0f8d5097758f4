/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "evidence/sy-evidence.h"

G_BEGIN_DECLS

/* A claim with its source and its mark; opened, what speaks against it and where that is written,
 * and the figures its mark rests on.  @evidence: (nullable): on the claim's recipe
 */
GtkWidget *sy_claim_row_new (const SyClaim    *claim,
                             const SyEvidence *evidence) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
