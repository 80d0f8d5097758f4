/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "evidence/sy-evidence.h"

#include <glib/gi18n-lib.h>

const char *const sy_mark_names[] = {
  "reproduced", "not-reproduced", "too-close", "unsound", "not-tried", "needs-runtime",
  "not-testable", NULL,
};

const char *
sy_mark_say (SyMark self)
{
  static const char *const texts[] = {
    [SY_MARK_REPRODUCED] = N_("reproduced here"),
    [SY_MARK_NOT_REPRODUCED] = N_("not reproduced here"),
    [SY_MARK_TOO_CLOSE] = N_("too close to call"),
    [SY_MARK_UNSOUND] = N_("measured, but not valid"),
    [SY_MARK_NOT_TRIED] = N_("not tried yet"),
    [SY_MARK_NEEDS_RUNTIME] = N_("needs a real runtime"),
    [SY_MARK_NOT_TESTABLE] = N_("not testable here"),
  };

  return _(texts[self]);
}

SyMark
sy_recipe_get_mark (const SyRecipe   *self,
                    const SyEvidence *evidence)
{
  static const SyMark marks[] = {
    [SY_OUTCOME_CONFIRMED] = SY_MARK_REPRODUCED,
    [SY_OUTCOME_REFUTED] = SY_MARK_NOT_REPRODUCED,
    [SY_OUTCOME_TOO_CLOSE] = SY_MARK_TOO_CLOSE,
    [SY_OUTCOME_UNSOUND] = SY_MARK_UNSOUND,
  };

  if (evidence == NULL)
    return sy_recipe_can_be_tried (self) ? SY_MARK_NOT_TRIED : SY_MARK_NEEDS_RUNTIME;

  return marks[evidence->outcome];
}

SyMark
sy_claim_get_mark (const SyClaim    *self,
                   const SyEvidence *evidence)
{
  SyMark mark;

  if (self->recipe == NULL)
    return SY_MARK_NOT_TESTABLE;

  mark = sy_recipe_get_mark (self->recipe, evidence);
  if (self->is_opposite && mark == SY_MARK_REPRODUCED)
    return SY_MARK_NOT_REPRODUCED;
  if (self->is_opposite && mark == SY_MARK_NOT_REPRODUCED)
    return SY_MARK_REPRODUCED;

  return mark;
}
