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
sy_claim_get_mark (const SyClaim    *self,
                   const SyEvidence *evidence)
{
  if (self->recipe == NULL)
    return SY_MARK_NOT_TESTABLE;
  if (evidence == NULL)
    return sy_recipe_can_be_tried (self->recipe) ? SY_MARK_NOT_TRIED : SY_MARK_NEEDS_RUNTIME;
  if (evidence->outcome == SY_OUTCOME_UNSOUND)
    return SY_MARK_UNSOUND;
  if (evidence->outcome == SY_OUTCOME_TOO_CLOSE)
    return SY_MARK_TOO_CLOSE;

  return (evidence->outcome == SY_OUTCOME_CONFIRMED) != self->is_opposite
           ? SY_MARK_REPRODUCED : SY_MARK_NOT_REPRODUCED;
}
