/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cli/sy-criteria-picture.h"

#include <glib/gi18n-lib.h>

#include "cli/sy-command.h"
#include "export/sy-criteria-chart.h"
#include "lab/sy-run-store.h"

static void
add_evidence (GPtrArray         *evidence,
              const SyKnowledge *knowledge,
              const char        *path)
{
  g_autoptr(SyRun) run = sy_run_load (path, NULL);
  g_autoptr(SyAnalysis) analysis = run != NULL ? sy_analysis_new (run) : NULL;

  if (run != NULL)
    g_ptr_array_extend_and_steal (evidence, sy_evidence_list (knowledge, run, analysis));
}

static GPtrArray *
collect_evidence (const SyKnowledge *knowledge)
{
  GPtrArray *evidence = g_ptr_array_new_with_free_func ((GDestroyNotify) sy_evidence_free);
  g_auto(GStrv) paths = sy_run_store_list_paths ();

  for (guint i = 0; paths[i] != NULL; i++)
    add_evidence (evidence, knowledge, paths[i]);

  return evidence;
}

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

  evidence = collect_evidence (knowledge);

  return found != NULL ? sy_criterion_chart_new (knowledge, found, evidence)
                       : sy_criteria_chart_new (knowledge, evidence);
}
