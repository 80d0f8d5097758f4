/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lab/sy-analysis-private.h"

#include <glib/gi18n-lib.h>

#include "lab/sy-disturbance.h"

/* Above this share of one processor the generator, not the server, may set the pace. */
static const double MAX_GENERATOR_SHARE = 0.95;

/* Above this share of failed requests a comparison compares failures. */
static const double MAX_FAILED_SHARE = 0.01;

/* Neighbouring turns of the same server that differ by more than this make small ratios moot. */
static const double MAX_NOISE = 1.25;

typedef struct
{
  SyAnalysis  *analysis;
  const SyRun *run;
  int          phase;
} Context;

static void
warn (const Context *self,
      const char    *code,
      gboolean       breaks,
      const char    *format,
      ...) G_GNUC_PRINTF (4, 5);

static void
warn (const Context *self,
      const char    *code,
      gboolean       breaks,
      const char    *format,
      ...)
{
  SyWarning *warning = g_new0 (SyWarning, 1);
  va_list arguments;

  va_start (arguments, format);
  warning->text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  warning->code = code;
  warning->phase = self->phase;
  warning->breaks = breaks;
  g_ptr_array_add (self->analysis->warnings, warning);
}

static const SyPhase *
get_phase (const Context *self)
{
  return self->run->phases->pdata[self->phase];
}

static const char *
get_arm_name (const Context *self,
              guint          arm)
{
  return _(((const SyArm *) self->run->plan->arms->pdata[arm])->name);
}

static void
check_complete (const Context *self)
{
  if (!self->run->is_complete)
    warn (self, "stopped", FALSE,
          _("Stopped early: the figures rest on the turns that were complete"));
}

/* Placement is a treatment, and with so few processors the kernel chose it. */
static void
check_shared_cores (const Context *self)
{
  const char *usable = sy_environment_get (self->run->environment, "cpus_usable");
  guint64 n_cpus = usable != NULL ? g_ascii_strtoull (usable, NULL, 10) : 0;

  if (n_cpus > 0 && n_cpus < 4)
    warn (self, "shared-cores", FALSE,
          g_dngettext (GETTEXT_PACKAGE,
                       "Shared cores: server and load generator share %u processor",
                       "Shared cores: server and load generator share %u processors",
                       (gulong) n_cpus),
          (guint) n_cpus);
}

static void
check_problem (const Context *self)
{
  if (get_phase (self)->problem != NULL)
    warn (self, "not-measured", TRUE, _("Not measured: %s"), get_phase (self)->problem);
}

static void
check_voided (const Context *self)
{
  const SyPhase *phase = get_phase (self);

  for (guint i = 0; i < phase->turns->len; i++)
    {
      const SyTurn *turn = phase->turns->pdata[i];

      if (turn->is_voided)
        warn (self, "voided", FALSE, _("One turn of %s was set aside and repeated (%s)"),
              get_arm_name (self, turn->arm), turn->void_reason);
    }
}

static void
check_disturbed (const Context *self)
{
  const SyPhase *phase = get_phase (self);
  guint n_disturbed = 0;

  for (guint i = 0; i < phase->turns->len; i++)
    {
      const SyTurn *turn = phase->turns->pdata[i];

      n_disturbed += !turn->is_voided && sy_disturbance_find (turn) != NULL;
    }

  if (n_disturbed > 0)
    warn (self, "disturbed", n_disturbed * 4 > phase->turns->len,
          g_dngettext (GETTEXT_PACKAGE,
                       "The machine was busy with something else during %u of %u turns",
                       "The machine was busy with something else during %u of %u turns",
                       n_disturbed),
          n_disturbed, phase->turns->len);
}

static void
check_few_pairs (const Context *self)
{
  guint n_rounds = get_phase (self)->plan.n_rounds;

  if (self->run->plan->arms->len > 1 && n_rounds < SY_MIN_PAIRS &&
      get_phase (self)->problem == NULL)
    warn (self, "few-pairs", FALSE,
          g_dngettext (GETTEXT_PACKAGE,
                       "No verdict from %u pair: it takes %u",
                       "No verdict from %u pairs: it takes %u",
                       n_rounds),
          n_rounds, (guint) SY_MIN_PAIRS);
}

static guint64
count_failed (const SyArmResult *result)
{
  guint64 n_failed = result->n_unfinished;

  for (guint kind = 0; kind < SY_N_FAILURES; kind++)
    n_failed += result->n_failed[kind];

  return n_failed;
}

/* A program that fails on purpose is answered as asked. */
static guint64
count_failed_as_asked (const Context     *self,
                       const SyArmResult *result)
{
  const SyWorkload *workload = &get_phase (self)->plan.workload;

  for (guint i = 0; i < workload->n_parts; i++)
    if (sy_program_fails (&workload->parts[i].program))
      return result->n_failed[SY_FAILURE_STATUS];

  return 0;
}

static const char *
get_failure_text (guint kind)
{
  static const char *const texts[SY_N_FAILURES + 1] = {
    [SY_FAILURE_CONNECT] = N_("could not connect"),
    [SY_FAILURE_SEND] = N_("could not send"),
    [SY_FAILURE_RECEIVE] = N_("connection broke"),
    [SY_FAILURE_TIME_OUT] = N_("not in time"),
    [SY_FAILURE_STATUS] = N_("error status"),
    [SY_FAILURE_MALFORMED] = N_("not HTTP/1.1"),
    [SY_FAILURE_WRONG_CHECK] = N_("wrong check value"),
    [SY_N_FAILURES] = N_("unfinished"),
  };

  return _(texts[kind]);
}

/* "could not connect 12, not in time 3" */
static char *
list_failures (const SyArmResult *result)
{
  GString *list = g_string_new (NULL);

  for (guint kind = 0; kind <= SY_N_FAILURES; kind++)
    {
      guint64 n = kind < SY_N_FAILURES ? result->n_failed[kind] : result->n_unfinished;

      if (n > 0)
        g_string_append_printf (list, "%s%s %" G_GUINT64_FORMAT, list->len > 0 ? ", " : "",
                                get_failure_text (kind), n);
    }

  return g_string_free (list, FALSE);
}

static void
check_failures (const Context     *self,
                const SyArmResult *result)
{
  guint64 n_failed = count_failed (result);
  guint64 n_unasked = n_failed - count_failed_as_asked (self, result);
  g_autofree char *list = list_failures (result);

  if (n_failed > 0)
    /* Translators: a server, two numbers, then a list such as “could not connect 12”. */
    warn (self, "failures",
          (double) n_unasked > MAX_FAILED_SHARE * (double) result->n_sent,
          _("%s: %" G_GUINT64_FORMAT " of %" G_GUINT64_FORMAT " requests got no good answer (%s)"),
          get_arm_name (self, result->arm), n_failed, result->n_sent, list);
}

static void
check_overloaded (const Context     *self,
                  const SyArmResult *result)
{
  if (result->is_overloaded)
    warn (self, "overloaded", FALSE,
          _("%s was overloaded: requests queued up faster than it answered, so its response "
            "times would only tell how long the trial was"),
          get_arm_name (self, result->arm));
}

static void
check_generator (const Context     *self,
                 const SyArmResult *result)
{
  const SyFigure *share = &result->generator_cpu_share;

  if (share->is_present && share->interval.value > MAX_GENERATOR_SHARE)
    warn (self, "generator-bound", TRUE,
          _("%s may be faster than shown: the load generator itself was busy for %.0f %% of the "
            "time"),
          get_arm_name (self, result->arm), 100 * share->interval.value);
}

static void
check_noise (const Context     *self,
             const SyArmResult *result)
{
  const SyFigure *noise = &result->noise;

  if (noise->is_present && noise->interval.value > MAX_NOISE)
    warn (self, "noisy", FALSE,
          _("Noisy: neighbouring turns of %s itself differ by a factor of %.2f"),
          get_arm_name (self, result->arm), noise->interval.value);
}

static void
check_fragile (const Context   *self,
               const SyVerdict *verdict)
{
  if (verdict->comparison.is_fragile && !verdict->is_sensitivity)
    warn (self, "fragile", FALSE,
          _("%s and %s: without one of its pairs the verdict would be another"),
          get_arm_name (self, verdict->a), get_arm_name (self, verdict->b));
}

static void
check_placement (const Context   *self,
                 const SyVerdict *verdict)
{
  const SyVerdict *other = sy_analysis_get_other_placement (self->analysis, self->run, verdict);

  if (!verdict->is_sensitivity && other != NULL && sy_verdicts_disagree (verdict, other))
    warn (self, "depends-on-placement", FALSE,
          _("%s and %s: with processors of their own for servers and load generator the finding "
            "is another (%.2f instead of %.2f)"),
          get_arm_name (self, verdict->a), get_arm_name (self, verdict->b),
          other->comparison.ratio.value, verdict->comparison.ratio.value);
}

typedef void (*RunCheck)     (const Context *self);
typedef void (*ResultCheck)  (const Context *self, const SyArmResult *result);
typedef void (*VerdictCheck) (const Context *self, const SyVerdict *verdict);

static const RunCheck run_checks[] = { check_complete, check_shared_cores };

static const RunCheck phase_checks[] = {
  check_problem, check_voided, check_disturbed, check_few_pairs,
};

static const ResultCheck result_checks[] = {
  check_failures, check_overloaded, check_generator, check_noise,
};

static const VerdictCheck verdict_checks[] = { check_fragile, check_placement };

static void
check_results (const Context *self)
{
  const GArray *results = self->analysis->results;

  for (guint i = 0; i < results->len; i++)
    {
      const SyArmResult *result = &g_array_index (results, SyArmResult, i);

      for (guint j = 0; j < G_N_ELEMENTS (result_checks); j++)
        if ((int) result->phase == self->phase)
          result_checks[j] (self, result);
    }
}

static void
check_verdicts (const Context *self)
{
  const GArray *verdicts = self->analysis->verdicts;

  for (guint i = 0; i < verdicts->len; i++)
    {
      const SyVerdict *verdict = &g_array_index (verdicts, SyVerdict, i);

      for (guint j = 0; j < G_N_ELEMENTS (verdict_checks); j++)
        if ((int) verdict->phase == self->phase)
          verdict_checks[j] (self, verdict);
    }
}

void
sy_analysis_add_warnings (SyAnalysis  *self,
                          const SyRun *run)
{
  Context context = { .analysis = self, .run = run, .phase = -1 };

  for (guint i = 0; i < G_N_ELEMENTS (run_checks); i++)
    run_checks[i] (&context);

  for (context.phase = 0; context.phase < (int) run->phases->len; context.phase++)
    {
      for (guint i = 0; i < G_N_ELEMENTS (phase_checks); i++)
        phase_checks[i] (&context);
      check_results (&context);
      check_verdicts (&context);
    }
}
