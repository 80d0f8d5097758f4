/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "decision/sy-rulebook.h"

const char *const sy_trait_names[] = {
  "computing", "concurrency", "real-time", "web", "data-ai", "little-code", "large-project",
  "distributed", "structured", "javascript-team", "python-team", "beginners", "existing-systems",
  NULL
};
G_STATIC_ASSERT (G_N_ELEMENTS (sy_trait_names) == SY_N_TRAITS + 1);

const char *const sy_measure_names[] = { "capacity", "response-time", "cpu-per-request", NULL };
G_STATIC_ASSERT (G_N_ELEMENTS (sy_measure_names) == SY_N_MEASURES + 1);

void
sy_rulebook_free (SyRulebook *self)
{
  g_ptr_array_unref (self->options);
  g_ptr_array_unref (self->rules);
  g_ptr_array_unref (self->parts);
  g_ptr_array_unref (self->must_haves);
  g_ptr_array_unref (self->measurables);
  g_ptr_array_unref (self->needs);
  g_ptr_array_unref (self->asynchronous);
  g_ptr_array_unref (self->documents);
  g_free (self);
}

const SyOption *
sy_rulebook_find_option (const SyRulebook *self,
                         const char       *id)
{
  for (guint i = 0; i < self->options->len; i++)
    {
      const SyOption *option = self->options->pdata[i];

      if (g_str_equal (option->id, id))
        return option;
    }

  return NULL;
}

const SyMustHave *
sy_rulebook_find_must_have (const SyRulebook *self,
                            const char       *id)
{
  for (guint i = 0; i < self->must_haves->len; i++)
    {
      const SyMustHave *must_have = self->must_haves->pdata[i];

      if (g_str_equal (must_have->id, id))
        return must_have;
    }

  return NULL;
}

const SyOption *
sy_rulebook_find_arm (const SyRulebook *self,
                      const char       *arm)
{
  for (guint i = 0; i < self->options->len; i++)
    {
      const SyOption *option = self->options->pdata[i];

      if (g_strv_contains (option->arms, arm))
        return option;
    }

  return NULL;
}

const SyMeasurable *
sy_rulebook_find_measurable (const SyRulebook  *self,
                             const SyCriterion *criterion)
{
  for (guint i = 0; i < self->measurables->len; i++)
    {
      const SyMeasurable *measurable = self->measurables->pdata[i];

      if (measurable->criterion == criterion)
        return measurable;
    }

  return NULL;
}

const SyNeed *
sy_rulebook_find_need (const SyRulebook  *self,
                       const SyCriterion *criterion)
{
  for (guint i = 0; i < self->needs->len; i++)
    {
      const SyNeed *need = self->needs->pdata[i];

      if (need->criterion == criterion)
        return need;
    }

  return NULL;
}

gboolean
sy_rulebook_is_about_architecture (const SyRulebook  *self,
                                   const SyCriterion *criterion)
{
  for (guint i = 0; i < self->asynchronous->len; i++)
    if (((const SyAsynchronous *) self->asynchronous->pdata[i])->criterion == criterion)
      return TRUE;

  return criterion->is_architecture;
}
