/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "decision-fixture.h"

const SyOptionResult *
get_option (const SyRecommendation *recommendation,
            guint                   index)
{
  return recommendation->options->pdata[index];
}

const SyCriterionResult *
get_criterion (const SyRecommendation *recommendation,
               const char             *id)
{
  for (guint i = 0; i < recommendation->criteria->len; i++)
    {
      const SyCriterionResult *result = &g_array_index (recommendation->criteria,
                                                        SyCriterionResult, i);

      if (g_str_equal (result->criterion->id, id))
        return result;
    }

  g_assert_not_reached ();
}
