/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lab/sy-figure.h"
#include "lab/sy-run.h"
#include "stats/sy-compare.h"

G_BEGIN_DECLS

typedef enum
{
  SY_QUANTILE_P50,
  SY_QUANTILE_P90,
  SY_QUANTILE_P99,
  SY_QUANTILE_P99_9,
  SY_N_QUANTILES,
} SyQuantile;

extern const double      sy_quantiles[SY_N_QUANTILES];
extern const char *const sy_quantile_names[SY_N_QUANTILES + 1];  /* "p50", …, "p99_9" */

/**
 * SyArmResult:
 * @phase: index of the phase
 * @arm: index of the server
 * @n_turns: sound turns it rests on
 * @requests_per_s: geometric mean over the turns, with its 95 % interval (Student's t on logs)
 * @response_ns: quantiles of response time: a geometric mean over turns of each turn's quantile,
 *   absent unless N (1 - q) ≥ 20 in each turn, and where the server was overloaded or too many
 *   requests ran into the time-out
 * @response_max_ns: the largest over all turns
 * @service_ns: likewise, from the actual send
 * @cpu_ns_per_request: of the server, within the window
 * @generator_cpu_share: of one processor, the generator's; the largest of the turns
 * @jain: fairness between connections, mean over turns
 * @noise: typical ratio of neighbouring turns of this same server (1.05 is 5 %)
 * @loop_lag_p99_ns: of how long the loop was away from its poll, likewise over turns
 * @loop_busy_share: of the time of the trials; several loops add up
 * @lock_takes_per_request: and so on: by the server's own counts over whole trials
 * @voluntary_switches_per_request: context switches of the server's threads
 * @run_queue_ns_per_request: time its threads were ready without a processor
 *
 * What one server did in one phase.
 */
typedef struct
{
  guint    phase;
  guint    arm;
  guint    n_turns;
  SyFigure requests_per_s;
  SyFigure response_ns[SY_N_QUANTILES];
  SyFigure response_max_ns;
  SyFigure service_ns[SY_N_QUANTILES];
  SyFigure service_max_ns;
  guint64  n_sent;
  guint64  n_completed;
  guint64  n_failed[SY_N_FAILURES];
  guint64  n_unfinished;
  gboolean is_overloaded;
  SyFigure cpu_ns_per_request;
  SyFigure generator_cpu_share;
  SyFigure jain;
  SyFigure noise;
  SyFigure loop_lag_p99_ns;
  SyFigure loop_busy_share;
  SyFigure lock_takes_per_request;
  SyFigure lock_contended_share;
  SyFigure lock_waited_p99_ns;
  SyFigure lock_held_p99_ns;
  SyFigure voluntary_switches_per_request;
  SyFigure involuntary_switches_per_request;
  SyFigure run_queue_ns_per_request;
  SyFigure steal_share;
  SyFigure softirq_share;
} SyArmResult;

typedef enum
{
  SY_METRIC_CAPACITY,
  SY_METRIC_RESPONSE_TIME,
} SyMetric;

extern const char *const sy_metric_names[];  /* "capacity", "response-time" */

/**
 * SyVerdict:
 * @a: index of one server
 * @b: index of the other
 * @confidence: of its interval, after Bonferroni over metrics and pairs of servers
 * @is_sensitivity: from a pinned row: it has an interval and no say
 *
 * One metric of one phase, compared between two servers.
 */
typedef struct
{
  guint        phase;
  SyMetric     metric;
  guint        a;
  guint        b;
  double       confidence;
  gboolean     is_sensitivity;
  SyComparison comparison;
} SyVerdict;

/**
 * SyWarning:
 * @code: stable, for machines: "shared-cores", "fragile", …
 * @phase: which phase it is about, or -1
 * @breaks: whether it makes the run (its phase) invalid
 * @text: (owned): for people
 */
typedef struct
{
  const char *code;
  int         phase;
  gboolean    breaks;
  char       *text;
} SyWarning;

/**
 * SyAnalysis:
 * @results: (owned) (element-type SyArmResult): by phase, then server
 * @verdicts: (owned) (element-type SyVerdict): by phase; none for a single server
 * @warnings: (owned) (element-type SyWarning)
 * @is_valid: the validity stamp: whether no warning breaks the run
 *
 * Everything that can be said of a run, derived from it alone.
 */
typedef struct
{
  GArray    *results;
  GArray    *verdicts;
  GPtrArray *warnings;
  gboolean   is_valid;
} SyAnalysis;

SyAnalysis        *sy_analysis_new         (const SyRun      *run) G_GNUC_WARN_UNUSED_RESULT;
void               sy_analysis_free        (SyAnalysis       *self);

/* %NULL where the phase has no such verdict. */
const SyVerdict   *sy_analysis_get_verdict (const SyAnalysis *self,
                                            guint             phase,
                                            guint             a,
                                            guint             b);
/* Whether every verdict of a phase names a winner, and would with any one pair left out. */
gboolean           sy_analysis_is_decided  (const SyAnalysis *self,
                                            guint             phase);
/* %NULL where that server had no sound turn in that phase. */
const SyArmResult *sy_analysis_get_result  (const SyAnalysis *self,
                                            guint             phase,
                                            guint             arm);

/* Of intervals that only describe. */
#define SY_CPU_CONFIDENCE 0.95

/**
 * sy_verdict_pair_cpu:
 * @run: the run it is of
 * @ratio: (out): of the first server to the second
 * @n_pairs: (out): how many pairs of turns it rests on
 *
 * CPU time per request of the same two servers over the same pairs of turns.  It describes and has
 * no winner.
 *
 * Returns: %FALSE where it was not measured of both in each of at least two pairs
 */
gboolean           sy_verdict_pair_cpu     (const SyVerdict  *self,
                                            const SyRun      *run,
                                            SyInterval       *ratio,
                                            guint            *n_pairs);

/* What a #SyFailure is to people; %SY_N_FAILURES is for requests that were not finished. */
const char        *sy_arm_result_name_failure (guint kind);

/* One sentence with the verdict and its interval: names the library unless the lean pair of the
 * same run agrees, says "depends on placement" where the pinned row disagrees.
 */
char              *sy_analysis_say_verdict (const SyAnalysis *self,
                                            const SyRun      *run,
                                            const SyVerdict  *verdict) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SyAnalysis, sy_analysis_free)

G_END_DECLS
