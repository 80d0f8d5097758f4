/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "evidence/sy-evidence.h"

#include <glib/gi18n-lib.h>

#include "core/sy-units.h"

static const char *
name_arm (const char *id)
{
  const SyArm *arm = sy_arms_find (id, NULL);

  return arm != NULL ? _(arm->name) : id;
}

/* "Event loop 10.9 k/s, Threads with one lock 8.70 k/s" */
static char *
say_values (const SyEvidence *self,
            const SyRecipe   *recipe)
{
  SyQuantity quantity = recipe->metric == SY_RECIPE_CAPACITY ? SY_QUANTITY_RATE
                                                             : SY_QUANTITY_DURATION;
  g_autofree char *a = sy_units_format (quantity, self->values[0]);
  g_autofree char *b = sy_units_format (quantity, self->values[1]);

  /* Translators: a server and its figure, then the other server and its figure. */
  return g_strdup_printf (_("%s %s, %s %s"), name_arm (recipe->arms[0]), a,
                          name_arm (recipe->arms[1]), b);
}

char *
sy_evidence_say (const SyEvidence *self,
                 const SyRecipe   *recipe)
{
  const SyInterval *ratio = &self->comparison.ratio;
  g_autofree char *values = NULL;

  if (!self->has_figures)
    return g_strdup (self->problem);

  values = say_values (self, recipe);
  switch (recipe->metric)
    {
    case SY_RECIPE_RESPONSE_TIME:
      /* Translators: two servers with their figures, the ratio, its lower and upper bound. */
      return g_strdup_printf (_("%s for nine answers in ten: %.2f times as long (%.2f to %.2f)"),
                              values, ratio->value, ratio->low, ratio->high);
    case SY_RECIPE_RESPONSE_TIME_P99:
      /* Translators: two servers with their figures, the ratio, its lower and upper bound. */
      return g_strdup_printf (_("%s for 99 answers in 100: %.2f times as long (%.2f to %.2f)"),
                              values, ratio->value, ratio->low, ratio->high);
    case SY_RECIPE_CPU_PER_REQUEST:
      /* Translators: two servers with their figures, the ratio, its lower and upper bound. */
      return g_strdup_printf (_("%s of processor time a request: %.2f times as much "
                                "(%.2f to %.2f)"),
                              values, ratio->value, ratio->low, ratio->high);
    case SY_RECIPE_CAPACITY:
    default:
      /* Translators: two servers with their figures, the ratio, its lower and upper bound. */
      return g_strdup_printf (_("%s: %.2f times as many requests (%.2f to %.2f)"),
                              values, ratio->value, ratio->low, ratio->high);
    }
}
