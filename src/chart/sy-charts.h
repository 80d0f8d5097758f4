/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/sy-chart.h"
#include "stats/sy-compare.h"
#include "stats/sy-histogram.h"
#include "stats/sy-trace.h"

G_BEGIN_DECLS

/* The kinds of charts there are.  Every constructor copies what it is given. */

/**
 * SyChartWords:
 * @title: (nullable): the kind's own by default
 * @subtitle: (nullable): what it shows and how to read it; the kind's own by default
 * @finding: (nullable): one sentence, for it is not for a chart to judge; by default the figures
 *   themselves
 * @circumstances: (nullable): what was measured; ends the title, but in places that say it
 *   themselves
 */
typedef struct
{
  const char *title;
  const char *subtitle;
  const char *finding;
  const char *circumstances;
} SyChartWords;

/**
 * SyChartServer:
 * @style: its colour, dash and marker in every chart of a run
 */
typedef struct
{
  const char *name;
  guint       style;
} SyChartServer;

/**
 * SyTimeAxis:
 * @SY_TIME_ELAPSED: since the run began, so that one sees the servers take turns
 * @SY_TIME_IN_TURN: since each turn began, all turns over each other and the earlier ones faint
 */
typedef enum
{
  SY_TIME_ELAPSED,
  SY_TIME_IN_TURN,
} SyTimeAxis;

/**
 * SyChartSlice:
 * @at_s: the middle of the slice, in seconds since its turn began
 * @is_missing: nothing was measured in it
 */
typedef struct
{
  double   at_s;
  double   requests_per_s;
  double   response_p50_ns;
  double   response_p99_ns;
  double   service_p50_ns;
  double   service_p99_ns;
  guint    n_failed;
  gboolean is_missing;
} SyChartSlice;

/**
 * SyChartTurn:
 * @server: its index among the servers
 * @begin_s: since the run began
 */
typedef struct
{
  guint               server;
  double              begin_s;
  double              length_s;
  const SyChartSlice *slices;
  guint               n_slices;
} SyChartTurn;

/**
 * SyChartTurns:
 * @turns: in the order they were taken
 * @has_service: whether handling time is a curve of its own (with clients that never wait it is
 *   the response time)
 */
typedef struct
{
  const SyChartServer *servers;
  guint                n_servers;
  const SyChartTurn   *turns;
  guint                n_turns;
  SyTimeAxis           axis;
  gboolean             has_service;
} SyChartTurns;

SyChart *sy_chart_new_throughput (const SyChartWords        *words,
                                  const SyChartTurns        *turns) G_GNUC_WARN_UNUSED_RESULT;

/* Median and 99th percentile of each slice, as the edges of a band. */
SyChart *sy_chart_new_latency    (const SyChartWords        *words,
                                  const SyChartTurns        *turns) G_GNUC_WARN_UNUSED_RESULT;

/**
 * SyChartSpectrum:
 * @response: response times of each turn, in nanoseconds
 * @service: (nullable): handling times of each turn, where they differ
 * @n_turns: 0 where nothing could be measured
 */
typedef struct
{
  SyChartServer             server;
  const SyHistogram *const *response;
  const SyHistogram *const *service;
  guint                     n_turns;
} SyChartSpectrum;

/* Quantiles up to those that can be told of every turn, each further nine as far as the last: the
 * geometric mean over the turns, between the least and the largest of them.
 */
SyChart *sy_chart_new_spectrum   (const SyChartWords        *words,
                                  const SyChartSpectrum     *spectra,
                                  guint                      n_spectra) G_GNUC_WARN_UNUSED_RESULT;

/**
 * SyChartBar:
 * @is_missing: it could not be measured
 */
typedef struct
{
  SyChartServer server;
  SyInterval    interval;
  gboolean      is_missing;
} SyChartBar;

/* @metric: what is compared, as it stands beside the axis: "Requests per second" */
SyChart *sy_chart_new_comparison (const SyChartWords        *words,
                                  const char                *metric,
                                  SyFormat                   format,
                                  const SyChartBar          *bars,
                                  guint                      n_bars) G_GNUC_WARN_UNUSED_RESULT;

/**
 * SyChartRatio:
 * @name: what is compared: "Requests per second, mostly waiting"
 * @winner: as the analysis found, never from the picture
 * @is_missing: no ratio could be formed
 * @is_unjudged: its interval only describes, whatever it is: @winner tells nothing
 */
typedef struct
{
  const char *name;
  SyInterval  ratio;
  SyWinner    winner;
  gboolean    is_missing;
  gboolean    is_unjudged;
} SyChartRatio;

/* The ratios of @a to @b, around the line of no difference and the zone in which none matters. */
SyChart *sy_chart_new_ratio      (const SyChartWords        *words,
                                  const SyChartServer       *a,
                                  const SyChartServer       *b,
                                  const SyChartRatio        *ratios,
                                  guint                      n_ratios) G_GNUC_WARN_UNUSED_RESULT;

/**
 * SyStripKind:
 * @SY_STRIP_VERDICT: what a source comes to: a dot
 * @SY_STRIP_SPLIT: its own text says otherwise: a ring
 * @SY_STRIP_CONDITION: it depends: half a dot
 * @SY_STRIP_MEASURED: what was measured here: a diamond
 */
typedef enum
{
  SY_STRIP_VERDICT,
  SY_STRIP_SPLIT,
  SY_STRIP_CONDITION,
  SY_STRIP_MEASURED,
  SY_N_STRIP_KINDS,
} SyStripKind;

/**
 * SyStripDot:
 * @text: what it says, and who: "Capital Numbers, Python"
 * @place: from -1, for Node.js, to 1, for Python
 */
typedef struct
{
  const char *text;
  SyStripKind kind;
  double      place;
} SyStripDot;

/**
 * SyChartStrip:
 * @name: what is judged
 * @note: what stands at its end, in few words
 * @is_for_measured: what is measured comes here; the legend says so from the start
 */
typedef struct
{
  const char       *name;
  const char       *note;
  const SyStripDot *dots;
  guint             n_dots;
  gboolean          is_for_measured;
} SyChartStrip;

/* Between two sides, where each source stands, and what was measured.  Dots of the same place stand
 * beside each other.  @heading: what the rows are: "Criterion"
 */
SyChart *sy_chart_new_strips     (const SyChartWords        *words,
                                  const char                *heading,
                                  const SyChartStrip        *strips,
                                  guint                      n_strips) G_GNUC_WARN_UNUSED_RESULT;

/* Draws a chart of one strip without anything around it but its two sides, where there is room for
 * a line of text.
 */
void     sy_chart_draw_strip     (const SyChart             *self,
                                  cairo_t                   *cr,
                                  const cairo_rectangle_t   *area,
                                  const SyLook              *look);

/**
 * SyChartEffect:
 * @value: what it adds to a lead, or what the lead is with it
 * @low: what the lead would be at one end of what is uncertain about it; unused for contributions
 * @high: and at the other
 */
typedef struct
{
  const char *name;
  double      value;
  double      low;
  double      high;
} SyChartEffect;

/* What each adds to the lead, to one side of nothing or to the other. */
SyChart *sy_chart_new_contributions (const SyChartWords     *words,
                                     const SyChartEffect    *effects,
                                     guint                   n_effects) G_GNUC_WARN_UNUSED_RESULT;

/* How far each could move the lead; below 0 it is gone. */
SyChart *sy_chart_new_tornado    (const SyChartWords        *words,
                                  const SyChartEffect       *effects,
                                  guint                      n_effects) G_GNUC_WARN_UNUSED_RESULT;

/**
 * SyChartRanks:
 * @shares: how often it comes first, second and so on; 1 in all
 */
typedef struct
{
  const char   *name;
  guint         style;
  const double *shares;
} SyChartRanks;

/* @n_ranks: as many as options, whoever came last among them */
SyChart *sy_chart_new_acceptability (const SyChartWords     *words,
                                     const SyChartRanks     *options,
                                     guint                   n_options,
                                     guint                   n_ranks) G_GNUC_WARN_UNUSED_RESULT;

/**
 * SyChartFlip:
 * @weight: as it is, 0…1
 * @flip: where the lead would be gone
 * @flips: whether there is such a weight
 */
typedef struct
{
  const char *name;
  double      weight;
  double      flip;
  gboolean    flips;
} SyChartFlip;

SyChart *sy_chart_new_flips      (const SyChartWords        *words,
                                  const SyChartFlip         *flips,
                                  guint                      n_flips) G_GNUC_WARN_UNUSED_RESULT;

typedef enum
{
  SY_SWEEP_CONNECTIONS,
  SY_SWEEP_RATE,
} SySweepOver;

/**
 * SyChartSweepPoint:
 * @server: its index among the servers
 * @load: connections, or requests per second offered; positive
 * @n_failed: requests that failed there
 * @is_missing: it could not be measured, such as where the server was overloaded
 */
typedef struct
{
  guint      server;
  double     load;
  SyInterval interval;
  guint      n_failed;
  gboolean   is_missing;
} SyChartSweepPoint;

/* @points: each server's from little load to much */
SyChart *sy_chart_new_sweep      (const SyChartWords        *words,
                                  SySweepOver                over,
                                  const char                *metric,
                                  SyFormat                   format,
                                  const SyChartServer       *servers,
                                  guint                      n_servers,
                                  const SyChartSweepPoint   *points,
                                  guint                      n_points) G_GNUC_WARN_UNUSED_RESULT;

typedef enum
{
  SY_MECHANISM_LOOP_LAG,
  SY_MECHANISM_LOCK_WAIT,
  SY_MECHANISM_LOCK_HELD,
} SyMechanism;

/**
 * SyDistributionForm:
 * @SY_DISTRIBUTION_DENSITY: how common each length is: where most are
 * @SY_DISTRIBUTION_EXCEEDANCE: how large a share takes longer, on two log axes: how bad it gets
 */
typedef enum
{
  SY_DISTRIBUTION_DENSITY,
  SY_DISTRIBUTION_EXCEEDANCE,
} SyDistributionForm;

typedef struct
{
  SyChartServer      server;
  const SyHistogram *histogram;
} SyChartDistribution;

SyChart *sy_chart_new_mechanism  (const SyChartWords        *words,
                                  SyMechanism                mechanism,
                                  SyDistributionForm         form,
                                  const SyChartDistribution *distributions,
                                  guint                      n_distributions)
                                  G_GNUC_WARN_UNUSED_RESULT;

/* So many have room beside each other: the first of the plan that were recorded. */
enum { SY_ARCHITECTURE_MAX_SIDES = 2 };

/**
 * SyChartArchitecture:
 * @is_loop: whether its lanes are event loops, that take all requests in turns, and not threads of
 *   one request each
 * @trace: (nullable): nothing of it is shown without
 */
typedef struct
{
  const char    *name;
  guint          style;
  gboolean       is_loop;
  const SyTrace *trace;
} SyChartArchitecture;

/* One or two architectures at work, as recorded: what runs, and all they have in hand.  A point is
 * a request; its position is when it was sent, its value how long it took.
 */
SyChart *sy_chart_new_architecture (const SyChartWords        *words,
                                    const SyChartArchitecture *sides,
                                    guint                      n_sides) G_GNUC_WARN_UNUSED_RESULT;

/* What a request spends its time on, as its legend says: "Queued". */
const char *sy_chart_name_span     (SySpanKind                 kind);

G_END_DECLS
