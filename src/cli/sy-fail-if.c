/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cli/sy-fail-if.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "cli/sy-words.h"

G_DEFINE_QUARK (sy-fail-if-error-quark, sy_fail_if_error)

/* Longer ones first, so that "<=" is not read as "<". */
static const struct
{
  const char *text;
  SyOperator  op;
} operators[] = {
  { "<=", SY_OPERATOR_LESS_OR_EQUAL },
  { ">=", SY_OPERATOR_GREATER_OR_EQUAL },
  { "<", SY_OPERATOR_LESS },
  { ">", SY_OPERATOR_GREATER },
};

/* Reads from left to right; @at is where it stands. */
typedef struct
{
  const char *text;
  const char *at;
} Reader;

static gboolean G_GNUC_PRINTF (4, 5)
fail_at (const Reader *reader,
         const char   *at,
         GError      **error,
         const char   *format,
         ...)
{
  g_autofree char *message = NULL;
  g_autofree char *before = g_strndup (reader->text, (gsize) (at - reader->text));
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  g_set_error (error, SY_FAIL_IF_ERROR, SY_FAIL_IF_ERROR_SYNTAX, "%s\n  %s\n  %*s^",
               message, reader->text, (int) sy_words_get_width (before), "");
  return FALSE;
}

static char *
read_word (Reader *reader)
{
  const char *start = reader->at;

  while (g_ascii_isalnum (*reader->at) || (*reader->at != '\0' && strchr ("-_.", *reader->at)))
    reader->at++;

  return g_strndup (start, (gsize) (reader->at - start));
}

static gboolean
read_mark (Reader     *reader,
           char        mark,
           const char *what,
           GError    **error)
{
  if (*reader->at != mark)
    return fail_at (reader, reader->at, error, _("Expected “%c” %s"), mark, what);

  reader->at++;
  return TRUE;
}

static gboolean
read_metric (Reader   *reader,
             SyMetric *metric,
             GError  **error)
{
  const char *start = reader->at;
  g_autofree char *word = read_word (reader);
  g_autofree char *known = NULL;

  for (guint i = 0; sy_metric_names[i] != NULL; i++)
    if (g_str_equal (word, sy_metric_names[i]))
      {
        *metric = (SyMetric) i;
        return TRUE;
      }

  known = g_strjoinv (", ", (char **) sy_metric_names);
  return fail_at (reader, start, error, _("“%s” is not one of the metrics %s"), word, known);
}

static gboolean
read_scene (Reader  *reader,
            char   **scene,
            GError **error)
{
  const char *start;

  if (*reader->at != '@')
    return TRUE;

  start = ++reader->at;
  *scene = read_word (reader);
  if (**scene == '\0')
    return fail_at (reader, start, error, _("Expected the name of a scene"));

  return TRUE;
}

static gboolean
read_arm (Reader       *reader,
          const SyArm **arm,
          GError      **error)
{
  const char *start = reader->at;
  g_autofree char *word = read_word (reader);
  g_autoptr(GError) problem = NULL;

  *arm = sy_arms_find (word, &problem);
  if (*arm == NULL)
    return fail_at (reader, start, error, "%s", problem->message);

  return TRUE;
}

static gboolean
read_operator (Reader     *reader,
               SyOperator *op,
               GError    **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (operators); i++)
    if (g_str_has_prefix (reader->at, operators[i].text))
      {
        *op = operators[i].op;
        reader->at += strlen (operators[i].text);
        return TRUE;
      }

  return fail_at (reader, reader->at, error, _("Expected <, <=, > or >="));
}

static gboolean
read_limit (Reader  *reader,
            double  *limit,
            GError **error)
{
  char *end = NULL;

  *limit = g_ascii_strtod (reader->at, &end);
  if (end == reader->at || !isfinite (*limit) || *limit <= 0)
    return fail_at (reader, reader->at, error, _("Expected a number above 0"));
  if (*end != '\0')
    return fail_at (reader, end, error, _("Expected nothing after the number"));

  reader->at = end;
  return TRUE;
}

/* Blanks are allowed anywhere between words and change nothing. */
static char *
remove_blanks (const char *text)
{
  g_auto(GStrv) pieces = g_strsplit (text, " ", -1);

  return g_strjoinv ("", pieces);
}

static gboolean
read_condition (Reader   *reader,
                SyFailIf *condition,
                GError  **error)
{
  const char *second;

  if (!read_metric (reader, &condition->metric, error)
      || !read_scene (reader, &condition->scene, error)
      || !read_mark (reader, ':', _("and two servers after the metric"), error)
      || !read_arm (reader, &condition->a, error)
      || !read_mark (reader, '/', _("between two servers"), error))
    return FALSE;

  second = reader->at;
  if (!read_arm (reader, &condition->b, error))
    return FALSE;
  if (condition->a == condition->b)
    return fail_at (reader, second, error, _("The two servers are the same"));

  return read_operator (reader, &condition->op, error)
         && read_limit (reader, &condition->limit, error);
}

gboolean
sy_fail_if_parse (const char *text,
                  SyFailIf   *condition,
                  GError    **error)
{
  g_auto(SyFailIf) parsed = { .text = remove_blanks (text) };
  Reader reader = { parsed.text, parsed.text };

  if (!read_condition (&reader, &parsed, error))
    return FALSE;

  *condition = parsed;
  memset (&parsed, 0, sizeof parsed);
  return TRUE;
}

void
sy_fail_if_clear (SyFailIf *self)
{
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->scene, g_free);
}

static gboolean
has_arm (const SyPlan *plan,
         const SyArm  *arm)
{
  return g_ptr_array_find (plan->arms, arm, NULL);
}

/* Capacity is a matter of closed loads, response time one of open loads. */
static gboolean
concerns_phase (const SyFailIf    *self,
                const SyPhasePlan *phase)
{
  SyMetric metric = phase->load == SY_LOAD_CLOSED ? SY_METRIC_CAPACITY : SY_METRIC_RESPONSE_TIME;

  return !phase->is_sensitivity && metric == self->metric
         && (self->scene == NULL || g_str_equal (self->scene, phase->scene));
}

gboolean
sy_fail_if_check (const SyFailIf *self,
                  const SyPlan   *plan,
                  GError        **error)
{
  const SyArm *missing = !has_arm (plan, self->a)   ? self->a
                         : !has_arm (plan, self->b) ? self->b
                                                    : NULL;

  if (missing != NULL)
    {
      g_set_error (error, SY_FAIL_IF_ERROR, SY_FAIL_IF_ERROR_NEVER,
                   _("“%s” asks for %s, which is not measured: add --arm %s"),
                   self->text, missing->id, missing->id);
      return FALSE;
    }

  for (guint i = 0; i < plan->phases->len; i++)
    if (concerns_phase (self, &g_array_index (plan->phases, SyPhasePlan, i)))
      return TRUE;

  g_set_error (error, SY_FAIL_IF_ERROR, SY_FAIL_IF_ERROR_NEVER,
               self->metric == SY_METRIC_CAPACITY
               ? _("“%s” can never be told: no such scene is measured with a fixed number of "
                   "clients")
               : _("“%s” can never be told: no such scene is measured with arrivals at a rate"),
               self->text);
  return FALSE;
}

static gboolean
satisfies (const SyFailIf *self,
           double          value)
{
  switch (self->op)
    {
    case SY_OPERATOR_LESS:
      return value < self->limit;
    case SY_OPERATOR_LESS_OR_EQUAL:
      return value <= self->limit;
    case SY_OPERATOR_GREATER:
      return value > self->limit;
    case SY_OPERATOR_GREATER_OR_EQUAL:
      return value >= self->limit;
    default:
      g_return_val_if_reached (FALSE);
    }
}

SyTruth
sy_fail_if_judge (const SyFailIf *self,
                  SyInterval      ratio)
{
  gboolean low = satisfies (self, ratio.low);
  gboolean high = satisfies (self, ratio.high);

  if (low != high)
    return SY_TRUTH_UNKNOWN;

  return low ? SY_TRUTH_TRUE : SY_TRUTH_FALSE;
}

static gboolean
is_phase_broken (const SyAnalysis *analysis,
                 guint             phase)
{
  for (guint i = 0; i < analysis->warnings->len; i++)
    {
      const SyWarning *warning = analysis->warnings->pdata[i];

      if (warning->breaks && (warning->phase < 0 || (guint) warning->phase == phase))
        return TRUE;
    }

  return FALSE;
}

static SyInterval
invert (SyInterval ratio)
{
  return (SyInterval) { 1 / ratio.value, 1 / ratio.high, 1 / ratio.low };
}

static SyTruth
judge_verdict (const SyFailIf   *self,
               const SyRun      *run,
               const SyAnalysis *analysis,
               const SyVerdict  *verdict)
{
  const SyArm *a = run->plan->arms->pdata[verdict->a];

  if (is_phase_broken (analysis, verdict->phase))
    return SY_TRUTH_UNKNOWN;

  return sy_fail_if_judge (self, a == self->a ? verdict->comparison.ratio
                                              : invert (verdict->comparison.ratio));
}

static gboolean
concerns_verdict (const SyFailIf  *self,
                  const SyRun     *run,
                  const SyVerdict *verdict)
{
  const SyPhase *phase = run->phases->pdata[verdict->phase];
  const SyArm *a = run->plan->arms->pdata[verdict->a];
  const SyArm *b = run->plan->arms->pdata[verdict->b];

  return concerns_phase (self, &phase->plan) && verdict->metric == self->metric
         && ((a == self->a && b == self->b) || (a == self->b && b == self->a));
}

SyTruth
sy_fail_if_evaluate (const SyFailIf   *self,
                     const SyRun      *run,
                     const SyAnalysis *analysis)
{
  gboolean is_any_told = FALSE;
  gboolean is_any_unknown = FALSE;

  for (guint i = 0; i < analysis->verdicts->len; i++)
    {
      const SyVerdict *verdict = &g_array_index (analysis->verdicts, SyVerdict, i);
      SyTruth truth;

      if (!concerns_verdict (self, run, verdict))
        continue;
      truth = judge_verdict (self, run, analysis, verdict);
      if (truth == SY_TRUTH_TRUE)
        return SY_TRUTH_TRUE;
      is_any_told |= truth == SY_TRUTH_FALSE;
      is_any_unknown |= truth == SY_TRUTH_UNKNOWN;
    }

  return is_any_told && !is_any_unknown ? SY_TRUTH_FALSE : SY_TRUTH_UNKNOWN;
}
