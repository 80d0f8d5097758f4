/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lab/sy-analysis-private.h"

#include "stats/sy-looks.h"

const char *const sy_metric_names[] = { "capacity", "response-time", NULL };

/* Capacity and response time share 5 % of error between them. */
enum { N_PRIMARIES = 2 };

static const double ERROR_SHARE = 0.05;

static SyMetric
get_metric (const SyPhase *phase)
{
  return phase->plan.load == SY_LOAD_CLOSED ? SY_METRIC_CAPACITY : SY_METRIC_RESPONSE_TIME;
}

/* A figure of a turn, not positive where the turn does not tell. */
typedef double (*TellTurn) (const SyTurn *turn);

/* Too few requests for the quantile, or overloaded, and it does not tell. */
static double
tell_response (const SyTurn *turn)
{
  const SyTrial *trial = turn->trial;
  double value_ns;

  if (trial->is_overloaded || !sy_turn_tell_quantile (turn, trial->response, 0.9, &value_ns))
    return 0;

  return value_ns;
}

static double
tell_cpu (const SyTurn *turn)
{
  double value_ns;

  return sy_turn_tell_cpu_per_request (turn, &value_ns) ? value_ns : 0;
}

static const TellTurn tell_metrics[] = {
  [SY_METRIC_CAPACITY] = sy_turn_get_requests_per_s,
  [SY_METRIC_RESPONSE_TIME] = tell_response,
};

static const SyTurn *
find_round (GPtrArray *turns,
            guint      round)
{
  for (guint i = 0; i < turns->len; i++)
    if (((const SyTurn *) turns->pdata[i])->round == round)
      return turns->pdata[i];

  return NULL;
}

/* One pair a round in which both had a sound turn. */
static guint
collect_pairs (const SyPhase *phase,
               guint          a,
               guint          b,
               TellTurn       tell,
               double        *a_values,
               double        *b_values)
{
  g_autoptr(GPtrArray) a_turns = sy_phase_get_sound_turns (phase, a);
  g_autoptr(GPtrArray) b_turns = sy_phase_get_sound_turns (phase, b);
  guint n_pairs = 0;

  for (guint i = 0; i < a_turns->len; i++)
    {
      const SyTurn *a_turn = a_turns->pdata[i];
      const SyTurn *b_turn = find_round (b_turns, a_turn->round);

      if (b_turn == NULL)
        continue;

      a_values[n_pairs] = tell (a_turn);
      b_values[n_pairs] = tell (b_turn);
      n_pairs++;
    }

  return n_pairs;
}

static void
add_verdict (SyAnalysis    *self,
             const SyPhase *phase,
             SyVerdict      verdict)
{
  g_autofree double *a_values = g_new (double, phase->turns->len + 1);
  g_autofree double *b_values = g_new (double, phase->turns->len + 1);
  guint n_pairs = collect_pairs (phase, verdict.a, verdict.b, tell_metrics[verdict.metric],
                                 a_values, b_values);
  SyDirection direction = verdict.metric == SY_METRIC_CAPACITY ? SY_HIGHER_IS_BETTER
                                                               : SY_LOWER_IS_BETTER;

  if (sy_compare (a_values, b_values, n_pairs, verdict.confidence, direction, &verdict.comparison))
    g_array_append_val (self->verdicts, verdict);
}

/* Every two servers are compared, and looked at once or more often; the more of both, the wider
 * every interval (Bonferroni).
 */
static double
get_confidence (guint              n_arms,
                const SyPhasePlan *plan)
{
  guint n_arm_pairs = n_arms * (n_arms - 1) / 2;
  double confidence = 1 - ERROR_SHARE / (N_PRIMARIES * MAX (1, n_arm_pairs));

  return plan->has_looks ? sy_looks_get_confidence (confidence) : confidence;
}

static void
add_phase_verdicts (SyAnalysis  *self,
                    const SyRun *run,
                    guint        phase_index)
{
  const SyPhase *phase = run->phases->pdata[phase_index];
  guint n_arms = run->plan->arms->len;
  SyVerdict verdict = {
    .phase = phase_index,
    .metric = get_metric (phase),
    .confidence = get_confidence (n_arms, &phase->plan),
    .is_sensitivity = phase->plan.is_sensitivity,
  };

  for (verdict.a = 0; verdict.a < n_arms; verdict.a++)
    for (verdict.b = verdict.a + 1; verdict.b < n_arms; verdict.b++)
      add_verdict (self, phase, verdict);
}

void
sy_analysis_add_verdicts (SyAnalysis  *self,
                          const SyRun *run)
{
  for (guint i = 0; i < run->phases->len; i++)
    add_phase_verdicts (self, run, i);
}

gboolean
sy_analysis_is_decided (const SyAnalysis *self,
                        guint             phase)
{
  guint n_verdicts = 0;

  for (guint i = 0; i < self->verdicts->len; i++)
    {
      const SyVerdict *verdict = &g_array_index (self->verdicts, SyVerdict, i);
      const SyComparison *comparison = &verdict->comparison;

      if (verdict->phase != phase)
        continue;
      if (comparison->winner == SY_WINNER_TOO_CLOSE || comparison->is_fragile)
        return FALSE;
      n_verdicts++;
    }

  return n_verdicts > 0;
}

gboolean
sy_verdict_pair_cpu (const SyVerdict *self,
                     const SyRun     *run,
                     SyInterval      *ratio,
                     guint           *n_pairs)
{
  const SyPhase *phase = run->phases->pdata[self->phase];
  g_autofree double *a_values = g_new (double, phase->turns->len + 1);
  g_autofree double *b_values = g_new (double, phase->turns->len + 1);

  *n_pairs = collect_pairs (phase, self->a, self->b, tell_cpu, a_values, b_values);
  return sy_paired_ratio (a_values, b_values, *n_pairs, SY_CPU_CONFIDENCE, ratio);
}

const SyVerdict *
sy_analysis_get_other_placement (const SyAnalysis *self,
                                 const SyRun      *run,
                                 const SyVerdict  *verdict)
{
  const SyPhase *phase = run->phases->pdata[verdict->phase];

  for (guint i = 0; i < self->verdicts->len; i++)
    {
      const SyVerdict *other = &g_array_index (self->verdicts, SyVerdict, i);
      const SyPhase *other_phase = run->phases->pdata[other->phase];

      if (other->a == verdict->a && other->b == verdict->b && other->metric == verdict->metric &&
          other->is_sensitivity != verdict->is_sensitivity &&
          g_str_equal (other_phase->plan.scene, phase->plan.scene))
        return other;
    }

  return NULL;
}

gboolean
sy_verdicts_disagree (const SyVerdict *verdict,
                      const SyVerdict *other)
{
  const SyComparison *a = &verdict->comparison;
  const SyComparison *b = &other->comparison;

  return a->winner != b->winner &&
         (a->ratio.high < b->ratio.low || b->ratio.high < a->ratio.low);
}
