/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lab/sy-analysis.h"

#include "lab/sy-analysis-private.h"

static void
free_warning (gpointer data)
{
  SyWarning *warning = data;

  g_free (warning->text);
  g_free (warning);
}

SyAnalysis *
sy_analysis_new (const SyRun *run)
{
  SyAnalysis *self = g_new0 (SyAnalysis, 1);

  self->results = g_array_new (FALSE, TRUE, sizeof (SyArmResult));
  self->verdicts = g_array_new (FALSE, TRUE, sizeof (SyVerdict));
  self->warnings = g_ptr_array_new_with_free_func (free_warning);
  sy_analysis_add_results (self, run);
  sy_analysis_add_verdicts (self, run);
  sy_analysis_add_warnings (self, run);

  self->is_valid = TRUE;
  for (guint i = 0; i < self->warnings->len; i++)
    self->is_valid &= !((const SyWarning *) self->warnings->pdata[i])->breaks;

  return self;
}

void
sy_analysis_free (SyAnalysis *self)
{
  g_array_unref (self->results);
  g_array_unref (self->verdicts);
  g_ptr_array_unref (self->warnings);
  g_free (self);
}

const SyVerdict *
sy_analysis_get_verdict (const SyAnalysis *self,
                         guint             phase,
                         guint             a,
                         guint             b)
{
  for (guint i = 0; i < self->verdicts->len; i++)
    {
      const SyVerdict *verdict = &g_array_index (self->verdicts, SyVerdict, i);

      if (verdict->phase == phase && verdict->a == a && verdict->b == b)
        return verdict;
    }

  return NULL;
}

const SyArmResult *
sy_analysis_get_result (const SyAnalysis *self,
                        guint             phase,
                        guint             arm)
{
  for (guint i = 0; i < self->results->len; i++)
    {
      const SyArmResult *result = &g_array_index (self->results, SyArmResult, i);

      if (result->phase == phase && result->arm == arm)
        return result;
    }

  return NULL;
}
