/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/sy-finding.h"

#include <glib/gi18n-lib.h>

#include "gui/sy-report.h"

char *
sy_finding_say (const SyEvidence *evidence,
                const SyRecipe   *recipe)
{
  g_autofree char *figures = sy_evidence_say (evidence, recipe);
  g_autofree char *time = sy_report_format_time (evidence->measured);

  if (evidence->problem != NULL && evidence->has_figures)
    /* Translators: figures, why they are not valid, and when they were measured. */
    return g_strdup_printf (_("%s. Not valid: %s · %s"), figures, evidence->problem, time);

  /* Translators: figures, and when they were measured. */
  return g_strdup_printf (_("%s · %s"), figures, time);
}
