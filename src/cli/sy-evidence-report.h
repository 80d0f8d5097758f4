/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/sy-json-writer.h"
#include "evidence/sy-evidence.h"

G_BEGIN_DECLS

/* What all saved runs say of the recipes (element-type SyEvidence).  Runs that cannot be read are
 * left out.
 */
GPtrArray *sy_evidence_report_collect (const SyKnowledge *knowledge) G_GNUC_WARN_UNUSED_RESULT;

/* How a claim stands by @evidence, which is on its recipe, and the run that rests on. */
void       sy_evidence_report_append  (GString           *text,
                                       const SyClaim     *claim,
                                       const SyEvidence  *evidence);

/* The same as members of an object. */
void       sy_evidence_report_write   (SyJsonWriter      *writer,
                                       const SyClaim     *claim,
                                       const SyEvidence  *evidence);

G_END_DECLS
