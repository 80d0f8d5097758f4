/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "evidence/sy-evidence.h"

G_BEGIN_DECLS

/* What was measured, why it is not valid if it is not, and when it was. */
char *sy_finding_say (const SyEvidence *evidence,
                      const SyRecipe   *recipe) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
