/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lab/sy-analysis-private.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "lab/sy-disturbance.h"

/* Above this share of one processor the generator, not the server, may set the pace. */
static const double MAX_GENERATOR_SHARE = 0.95;

/* Above this share of failed requests a comparison compares failures. */
static const double MAX_FAILED_SHARE = 0.01;

/* Above this share of the process's processor time in no account, a server's is too low. */
static const double MAX_UNACCOUNTED_SHARE = 0.02;

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

static const struct
{
  const char *reason;
  const char *words;
} void_reasons[] = {
  { "steal", N_("the processor was taken away") },
  { "lateness", N_("requests were sent too late") },
};

/* In words where the reason is one that runs are known to record. */
static const char *
say_void_reason (const char *reason)
{
  for (guint i = 0; i < G_N_ELEMENTS (void_reasons); i++)
    if (g_strcmp0 (void_reasons[i].reason, reason) == 0)
      return _(void_reasons[i].words);

  return reason;
}

static void
check_voided (const Context *self)
{
  const SyPhase *phase = get_phase (self);

  for (guint i = 0; i < phase->turns->len; i++)
    {
      const SyTurn *turn = phase->turns->pdata[i];

      if (turn->is_voided)
        /* Translators: a server, and why: “requests were sent too late”. */
        warn (self, "voided", FALSE, _("One turn of %s was set aside and repeated (%s)"),
              get_arm_name (self, turn->arm), say_void_reason (turn->void_reason));
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

static guint
count_pairs_of_servers (const Context *self)
{
  guint n_arms = self->run->plan->arms->len;

  return n_arms * (n_arms - 1) / 2;
}

static gboolean
is_any_overloaded (const Context *self)
{
  const GArray *results = self->analysis->results;

  for (guint i = 0; i < results->len; i++)
    {
      const SyArmResult *result = &g_array_index (results, SyArmResult, i);

      if ((int) result->phase == self->phase && result->is_overloaded)
        return TRUE;
    }

  return FALSE;
}

/* A comparison needs a value from each turn.  Why an overloaded server has none is said already. */
static void
check_no_verdict (const Context *self)
{
  const GArray *verdicts = self->analysis->verdicts;
  guint n_verdicts = 0;

  if (get_phase (self)->plan.n_rounds < SY_MIN_PAIRS || get_phase (self)->problem != NULL ||
      !self->run->is_complete || is_any_overloaded (self))
    return;

  for (guint i = 0; i < verdicts->len; i++)
    n_verdicts += (int) g_array_index (verdicts, SyVerdict, i).phase == self->phase;

  if (n_verdicts < count_pairs_of_servers (self))
    warn (self, "no-verdict", FALSE,
          _("No verdict: in some turns too few requests were answered to tell; use longer turns"));
}

static SyRequests *
make_kinds (const SyWorkload *workload)
{
  SyRequests *kinds = sy_requests_new ();

  for (guint i = 0; i < workload->n_parts; i++)
    sy_requests_add_kind (kinds, workload->parts[i].weight);

  return kinds;
}

/* Under a closed load each connection keeps to its part, so a few cannot make up every mix. */
static void
check_missing_part (const Context *self)
{
  const SyPhasePlan *plan = &get_phase (self)->plan;
  g_autofree guint *kinds = g_new (guint, plan->n_connections);
  gboolean is_there[SY_WORKLOAD_MAX_PARTS] = { FALSE };
  g_autoptr(SyRequests) requests = make_kinds (&plan->workload);

  if (plan->load != SY_LOAD_CLOSED || plan->workload.n_parts == 0)
    return;

  sy_requests_share (requests, plan->n_connections, kinds);
  for (guint i = 0; i < plan->n_connections; i++)
    is_there[kinds[i]] = TRUE;

  for (guint i = 0; i < plan->workload.n_parts; i++)
    {
      g_autofree char *steps = sy_program_format (&plan->workload.parts[i].program);

      if (!is_there[i])
        warn (self, "part-missing", FALSE,
              _("Nobody asked for “%s”: with its weight it takes more than %u connections"),
              steps, plan->n_connections);
    }
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

static void
check_failures (const Context     *self,
                const SyArmResult *result)
{
  guint64 n_failed = sy_arm_result_count_failed (result);
  guint64 n_unasked = n_failed - count_failed_as_asked (self, result);
  g_autofree char *list = sy_arm_result_list_failures (result);

  if (n_failed > 0)
    /* Translators: a server, two numbers, then a list such as “could not connect 12”. */
    warn (self, "failures",
          (double) n_unasked > MAX_FAILED_SHARE * (double) result->n_sent,
          _("%s: %" PRIu64 " of %" PRIu64 " requests got no good answer (%s)"),
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

/* What is in no account is missing from the server's: mostly the system's own work when a thread
 * ends, which comes after all that a thread can count.
 */
static void
check_accounts (const Context     *self,
                const SyArmResult *result)
{
  g_autoptr(GPtrArray) turns = sy_phase_get_sound_turns (get_phase (self), result->arm);
  double process_ns = 0;
  double lost_ns = 0;

  for (guint i = 0; i < turns->len; i++)
    {
      const SyTurn *turn = turns->pdata[i];

      if (!turn->has_server_cpu)
        return;
      process_ns += (double) turn->process_cpu_ns;
      lost_ns += (double) (turn->process_cpu_ns - turn->server_cpu_ns - turn->trial->cpu_ns);
    }

  if (lost_ns > MAX_UNACCOUNTED_SHARE * process_ns)
    warn (self, "cpu-unaccounted", FALSE,
          _("%s: %.1f %% of the processor time was used by neither the server's threads nor the "
            "load generator while they lasted: starting and ending threads is not counted"),
          get_arm_name (self, result->arm), 100 * lost_ns / process_ns);
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
  check_problem, check_voided, check_disturbed, check_few_pairs, check_no_verdict,
  check_missing_part,
};

static const ResultCheck result_checks[] = {
  check_failures, check_overloaded, check_generator, check_accounts, check_noise,
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
