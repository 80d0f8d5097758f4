/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "knowledge/sy-verdict-counts.h"

#include <glib/gi18n-lib.h>

SyVerdictCounts
sy_verdict_counts_new (const SyKnowledge *knowledge,
                       const SyCriterion *criterion)
{
  SyVerdictCounts self = { 0 };
  guint n_verdicts;
  const SySourceVerdict *const *verdicts = sy_knowledge_get_verdicts (knowledge, &n_verdicts);

  for (guint i = 0; i < n_verdicts; i++)
    {
      if (verdicts[i]->criterion != criterion)
        continue;

      self.n_sources++;
      if (sy_source_verdict_is_contradicted (verdicts[i]))
        self.n_contradicted++;
      else
        self.n[verdicts[i]->judgement]++;
    }

  return self;
}

guint
sy_verdict_counts_get_n_judged (const SyVerdictCounts *self)
{
  return self->n_sources - self->n[SY_JUDGEMENT_NONE];
}

gboolean
sy_verdict_counts_is_disputed (const SyVerdictCounts *self)
{
  return self->n_contradicted > 0 ||
         (self->n[SY_JUDGEMENT_NODE] > 0 && self->n[SY_JUDGEMENT_PYTHON] > 0);
}

/* Takes @part. */
static void
add_part (GPtrArray *parts,
          guint      n,
          char      *part)
{
  if (n > 0)
    g_ptr_array_add (parts, part);
  else
    g_free (part);
}

char *
sy_verdict_counts_say (const SyVerdictCounts *self)
{
  g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  const guint *n = self->n;

  add_part (parts, n[SY_JUDGEMENT_NODE],
            g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u for Node.js", "%u for Node.js",
                                          n[SY_JUDGEMENT_NODE]), n[SY_JUDGEMENT_NODE]));
  add_part (parts, n[SY_JUDGEMENT_PYTHON],
            g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u for Python", "%u for Python",
                                          n[SY_JUDGEMENT_PYTHON]), n[SY_JUDGEMENT_PYTHON]));
  add_part (parts, n[SY_JUDGEMENT_TIE],
            g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u sees a tie", "%u see a tie",
                                          n[SY_JUDGEMENT_TIE]), n[SY_JUDGEMENT_TIE]));
  add_part (parts, n[SY_JUDGEMENT_CONDITIONAL],
            g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u says it depends",
                                          "%u say it depends", n[SY_JUDGEMENT_CONDITIONAL]),
                             n[SY_JUDGEMENT_CONDITIONAL]));
  add_part (parts, self->n_contradicted,
            g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u contradicts itself",
                                          "%u contradict themselves", self->n_contradicted),
                             self->n_contradicted));
  add_part (parts, n[SY_JUDGEMENT_NONE],
            g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u without a verdict",
                                          "%u without a verdict", n[SY_JUDGEMENT_NONE]),
                             n[SY_JUDGEMENT_NONE]));
  g_ptr_array_add (parts, NULL);

  /* Translators: stands between counts, such as “3 for Node.js · 1 without a verdict”. */
  return g_strjoinv (_(" · "), (char **) parts->pdata);
}

char *
sy_verdict_counts_say_briefly (const SyVerdictCounts *self)
{
  const guint *n = self->n;

  if (sy_verdict_counts_is_disputed (self))
    return g_strdup (_("disputed"));
  if (n[SY_JUDGEMENT_NODE] > 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u for Node.js", "%u for Node.js",
                                         n[SY_JUDGEMENT_NODE]), n[SY_JUDGEMENT_NODE]);
  if (n[SY_JUDGEMENT_PYTHON] > 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u for Python", "%u for Python",
                                         n[SY_JUDGEMENT_PYTHON]), n[SY_JUDGEMENT_PYTHON]);
  if (n[SY_JUDGEMENT_CONDITIONAL] > 0)
    return g_strdup (_("it depends"));

  return g_strdup (n[SY_JUDGEMENT_TIE] > 0 ? _("a tie") : _("no verdict"));
}

const char *
sy_judgement_say (SyJudgement self)
{
  static const char *const judgements[] = {
    [SY_JUDGEMENT_NODE] = "Node.js",
    [SY_JUDGEMENT_PYTHON] = "Python",
    [SY_JUDGEMENT_TIE] = N_("a tie"),
    [SY_JUDGEMENT_CONDITIONAL] = N_("it depends"),
    [SY_JUDGEMENT_NONE] = N_("no verdict"),
  };

  return _(judgements[self]);
}

char *
sy_source_verdict_say (const SySourceVerdict *self)
{
  const char *judgement = sy_judgement_say (self->judgement);

  if (!sy_source_verdict_is_contradicted (self))
    return g_strdup (judgement);

  if (self->contradicting == SY_SIDE_NODE)
    /* Translators: what an article concludes. */
    return g_strdup_printf (_("%s; its own text speaks for Node.js"), judgement);
  if (self->contradicting == SY_SIDE_PYTHON)
    /* Translators: what an article concludes. */
    return g_strdup_printf (_("%s; its own text speaks for Python"), judgement);

  /* Translators: what an article concludes. */
  return g_strdup_printf (_("%s; its own text says otherwise"), judgement);
}
