/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cli/sy-criteria-picture.h"

#include <glib/gi18n-lib.h>

#include "cli/sy-command.h"
#include "cli/sy-evidence-report.h"
#include "export/sy-criteria-chart.h"

SyChart *
sy_criteria_picture_new (const char  *criterion,
                         GError     **error)
{
  g_autoptr(SyKnowledge) knowledge = sy_knowledge_load (NULL, error);
  g_autoptr(GPtrArray) evidence = NULL;
  const SyCriterion *found = NULL;

  if (knowledge == NULL)
    return NULL;

  if (criterion != NULL)
    found = sy_knowledge_find_criterion (knowledge, criterion);
  if (criterion != NULL && found == NULL)
    {
      g_set_error (error, SY_USAGE_ERROR, SY_USAGE_ERROR_VALUE,
                   _("There is no criterion “%s”; “criteria” lists those there are"), criterion);
      return NULL;
    }

  evidence = sy_evidence_report_collect (knowledge);

  return found != NULL ? sy_criterion_chart_new (knowledge, found, evidence)
                       : sy_criteria_chart_new (knowledge, evidence);
}
