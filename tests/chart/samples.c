/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "samples.h"

#include <math.h>

#include "core/sy-random.h"
#include "decision-samples.h"

#define N_TURNS 8
#define N_SLICES 10
#define MAX_SLICES (N_TURNS * N_SLICES)

const char *const sample_kind_names[N_SAMPLE_KINDS] = {
  "full", "empty", "single", "alike", "missing", "failed",
};

static const SyChartServer servers[] = { { "Event loop", 0 }, { "Threads with a lock", 1 } };

typedef struct
{
  SyChartSlice slices[MAX_SLICES];
  SyChartTurn  turns[N_TURNS];
  SyChartTurns all;
} Turns;

static double
draw_near (SyRandom  *random,
           double     value,
           double     spread,
           SampleKind kind)
{
  return kind == SAMPLE_ALIKE ? value : value * exp (spread * sy_random_normal (random));
}

static void
fill_slice (SyChartSlice *slice,
            guint         server,
            guint         number,
            SyRandom     *random,
            SampleKind    kind)
{
  slice->at_s = 0.05 + 0.1 * number;
  slice->requests_per_s = draw_near (random, server == 0 ? 10400 : 8205, 0.03, kind);
  slice->response_p50_ns = draw_near (random, server == 0 ? 6.0e6 : 7.4e6, 0.03, kind);
  slice->response_p99_ns = draw_near (random, server == 0 ? 7.7e6 : 14.2e6, 0.08, kind);
  slice->service_p50_ns = slice->response_p50_ns * 0.8;
  slice->service_p99_ns = slice->response_p99_ns * 0.7;
  slice->is_missing = kind == SAMPLE_MISSING && number % 4 == 2;
  slice->n_failed = kind == SAMPLE_FAILED && number % 3 == 1 ? number : 0;
}

static void
fill_turns (Turns     *turns,
            SampleKind kind,
            SyTimeAxis axis)
{
  SyRandom random = sy_random_new (7, 0);
  guint n_slices = kind == SAMPLE_SINGLE ? 1 : N_SLICES;

  for (guint i = 0; i < N_TURNS; i++)
    {
      guint server = (i + i / 2) % 2;
      SyChartSlice *slices = &turns->slices[i * N_SLICES];

      for (guint j = 0; j < n_slices; j++)
        fill_slice (&slices[j], server, j, &random, kind);
      turns->turns[i] = (SyChartTurn) { server, 3.0 + 1.05 * i, 1, slices, n_slices };
    }
  turns->all = (SyChartTurns) {
    .servers = servers,
    .n_servers = G_N_ELEMENTS (servers),
    .turns = turns->turns,
    .n_turns = kind == SAMPLE_EMPTY ? 0 : kind == SAMPLE_SINGLE ? 1 : N_TURNS,
    .axis = axis,
  };
}

static SyChart *
make_throughput (SampleKind kind)
{
  Turns turns = { 0 };

  fill_turns (&turns, kind, SY_TIME_ELAPSED);
  return sy_chart_new_throughput (NULL, &turns.all);
}

static SyChart *
make_throughput_in_turn (SampleKind kind)
{
  Turns turns = { 0 };

  fill_turns (&turns, kind, SY_TIME_IN_TURN);
  return sy_chart_new_throughput (NULL, &turns.all);
}

static SyChart *
make_latency (SampleKind kind)
{
  Turns turns = { 0 };

  fill_turns (&turns, kind, SY_TIME_ELAPSED);
  return sy_chart_new_latency (NULL, &turns.all);
}

static SyChart *
make_latency_in_turn (SampleKind kind)
{
  Turns turns = { 0 };

  fill_turns (&turns, kind, SY_TIME_IN_TURN);
  turns.all.has_service = TRUE;
  return sy_chart_new_latency (NULL, &turns.all);
}

/* Most near the median, some far above. */
static SyHistogram *
create_histogram (SampleKind kind,
                  guint64    seed,
                  double     median,
                  double     spread)
{
  SyHistogram *histogram = sy_histogram_new_for_time ();
  SyRandom random = sy_random_new (seed, 0);
  guint n = kind == SAMPLE_EMPTY ? 0 : kind == SAMPLE_SINGLE ? 1 : 60000;

  for (guint i = 0; i < n; i++)
    {
      double is_late = sy_random_uniform (&random) < 0.004 ? 3 : 1;

      sy_histogram_record (histogram,
                           (gint64) (draw_near (&random, median, spread, kind) * is_late));
    }

  return histogram;
}

static SyChart *
make_spectrum (SampleKind kind)
{
  g_autoptr(SyHistogram) loop = create_histogram (kind, 1, 6.0e6, 0.10);
  g_autoptr(SyHistogram) threads = create_histogram (kind, 2, 7.4e6, 0.28);
  g_autoptr(SyHistogram) calmer = create_histogram (kind, 3, 7.1e6, 0.22);
  const SyHistogram *of_loop[] = { loop };
  const SyHistogram *of_threads[] = { threads, calmer };
  SyChartSpectrum spectra[] = {
    { servers[0], of_loop, NULL, G_N_ELEMENTS (of_loop) },
    { servers[1], of_threads, NULL, G_N_ELEMENTS (of_threads) },
  };

  if (kind == SAMPLE_MISSING)
    spectra[0].n_turns = 0;

  return sy_chart_new_spectrum (NULL, spectra, G_N_ELEMENTS (spectra));
}

static SyChart *
make_spectrum_with_service (SampleKind kind)
{
  g_autoptr(SyHistogram) loop = create_histogram (kind, 1, 6.0e6, 0.3);
  g_autoptr(SyHistogram) loop_service = create_histogram (kind, 3, 5.2e6, 0.1);
  g_autoptr(SyHistogram) threads = create_histogram (kind, 2, 7.4e6, 0.6);
  g_autoptr(SyHistogram) threads_service = create_histogram (kind, 4, 5.6e6, 0.2);
  const SyHistogram *times[] = { loop, threads };
  const SyHistogram *handling[] = { loop_service, threads_service };
  SyChartSpectrum spectra[] = {
    { servers[0], &times[0], &handling[0], 1 },
    { servers[1], &times[1], &handling[1], 1 },
  };

  return sy_chart_new_spectrum (NULL, spectra, G_N_ELEMENTS (spectra));
}

static SyChart *
make_comparison (SampleKind kind)
{
  SyChartBar bars[] = {
    { servers[0], { 10449, 10181, 10724 }, FALSE },
    { servers[1], { 8205, 7647, 8804 }, FALSE },
  };

  if (kind == SAMPLE_ALIKE)
    bars[1].interval = bars[0].interval = (SyInterval) { 10000, 10000, 10000 };
  bars[1].is_missing = kind == SAMPLE_MISSING || kind == SAMPLE_FAILED;

  return sy_chart_new_comparison (NULL, "Requests per second", SY_FORMAT_RATE, bars,
                                  kind == SAMPLE_EMPTY ? 0 : kind == SAMPLE_SINGLE ? 1 : 2);
}

static SyChart *
make_ratio (SampleKind kind)
{
  SyChartRatio ratios[] = {
    { "Requests per second, mostly waiting", { 1.27, 1.19, 1.36 }, SY_WINNER_A, FALSE },
    { "Response time (p90), mostly waiting", { 0.71, 0.64, 0.80 }, SY_WINNER_A, FALSE },
    { "Requests per second, one heavy among light", { 0.46, 0.41, 0.52 }, SY_WINNER_B, FALSE },
    { "Requests per second, pure computing", { 1.02, 0.97, 1.08 }, SY_WINNER_TOO_CLOSE, FALSE },
  };

  ratios[1].is_missing = kind == SAMPLE_MISSING || kind == SAMPLE_FAILED;
  for (guint i = 0; kind == SAMPLE_ALIKE && i < G_N_ELEMENTS (ratios); i++)
    ratios[i] = (SyChartRatio) { "Alike", { 1, 1, 1 }, SY_WINNER_TOO_CLOSE, FALSE };

  return sy_chart_new_ratio (NULL, &servers[0], &servers[1], ratios,
                             kind == SAMPLE_EMPTY ? 0 : kind == SAMPLE_SINGLE ? 1 : 4);
}

static SyChart *
make_sweep_of (SampleKind  kind,
               gboolean    is_time)
{
  static const double loads[] = { 1, 4, 16, 64, 256, 1024 };
  static const double rates[][2] = {
    { 150, 140 }, { 610, 560 }, { 2600, 2350 }, { 10400, 8205 }, { 10900, 7100 }, { 10600, 5200 },
  };
  SyChartSweepPoint points[G_N_ELEMENTS (loads) * 2];
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (loads); i++)
    for (guint j = 0; j < 2; j++)
      {
        double rate = rates[kind == SAMPLE_ALIKE ? 0 : i][kind == SAMPLE_ALIKE ? 0 : j];
        double value = is_time ? loads[i] / rate * 1e9 : rate;

        points[n++] = (SyChartSweepPoint) {
          j, loads[kind == SAMPLE_ALIKE ? 0 : i], { value, value * 0.94, value * 1.07 },
          kind == SAMPLE_FAILED && i > 3 ? 12 : 0,
          (kind == SAMPLE_MISSING && i == 3) || (kind == SAMPLE_FAILED && i > 4),
        };
      }

  return sy_chart_new_sweep (NULL, SY_SWEEP_CONNECTIONS,
                             is_time ? "Response time (p50)" : "Requests per second",
                             is_time ? SY_FORMAT_DURATION : SY_FORMAT_RATE,
                             servers, G_N_ELEMENTS (servers), points,
                             kind == SAMPLE_EMPTY ? 0 : kind == SAMPLE_SINGLE ? 1 : n);
}

static SyChart *
make_sweep (SampleKind kind)
{
  return make_sweep_of (kind, FALSE);
}

static SyChart *
make_time_sweep (SampleKind kind)
{
  return make_sweep_of (kind, TRUE);
}

static SyChart *
make_density (SampleKind kind)
{
  g_autoptr(SyHistogram) lag = create_histogram (kind, 5, 8e5, 0.9);
  SyChartDistribution distributions[] = { { servers[0], kind == SAMPLE_MISSING ? NULL : lag } };

  return sy_chart_new_mechanism (NULL, SY_MECHANISM_LOOP_LAG, SY_DISTRIBUTION_DENSITY,
                                 distributions, G_N_ELEMENTS (distributions));
}

static SyChart *
make_exceedance (SampleKind kind)
{
  g_autoptr(SyHistogram) first = create_histogram (kind, 6, 4e5, 1.4);
  g_autoptr(SyHistogram) second = create_histogram (kind, 7, 5e6, 0.5);
  SyChartDistribution distributions[] = {
    { servers[1], first },
    { { "Threads, one at a time", 2 }, kind == SAMPLE_MISSING ? NULL : second },
  };

  return sy_chart_new_mechanism (NULL, SY_MECHANISM_LOCK_WAIT, SY_DISTRIBUTION_EXCEEDANCE,
                                 distributions, G_N_ELEMENTS (distributions));
}

static SyChart *
make_strips (SampleKind kind)
{
  static const SyStripDot performance[] = {
    { "Capital Numbers: Python; its own text says Node.js", SY_STRIP_SPLIT, 1 },
    { "Third Rock Techkno: Node.js", SY_STRIP_VERDICT, -1 },
    { "An unsigned article: Node.js", SY_STRIP_VERDICT, -1 },
    { "Creole Studios: it depends", SY_STRIP_CONDITION, 0 },
    { "Measured here: 1.25×", SY_STRIP_MEASURED, -0.32 },
  };
  SyChartStrip strips[] = {
    { "Performance", "disputed", performance, G_N_ELEMENTS (performance) },
    { "Syntax", "4 for Python", performance, 1 },
    { "APIs", "no verdict", NULL, 0 },
  };

  if (kind == SAMPLE_MISSING || kind == SAMPLE_FAILED)
    strips[1].n_dots = 0;
  if (kind == SAMPLE_ALIKE)
    strips[0] = strips[1];

  return sy_chart_new_strips (NULL, "Criterion", strips,
                              kind == SAMPLE_EMPTY ? 0 : kind == SAMPLE_SINGLE ? 1 : 3);
}

const Sample samples[N_SAMPLES] = {
  { "throughput", make_throughput },
  { "throughput-in-turn", make_throughput_in_turn },
  { "latency", make_latency },
  { "latency-in-turn", make_latency_in_turn },
  { "spectrum", make_spectrum },
  { "spectrum-with-service", make_spectrum_with_service },
  { "comparison", make_comparison },
  { "ratio", make_ratio },
  { "sweep", make_sweep },
  { "time-sweep", make_time_sweep },
  { "density", make_density },
  { "exceedance", make_exceedance },
  { "strips", make_strips },
  { "contributions", sample_contributions },
  { "tornado", sample_tornado },
  { "acceptability", sample_acceptability },
  { "flips", sample_flips },
};

SyChart *
sample_long_run (guint    n_slices,
                 gboolean is_rough)
{
  g_autofree SyChartSlice *slices = g_new0 (SyChartSlice, n_slices);
  SyRandom random = sy_random_new (11, 0);
  SyChartTurn turn = { 0, 0, n_slices * 0.001, slices, n_slices };
  SyChartTurns turns = {
    .servers = servers, .n_servers = 1, .turns = &turn, .n_turns = 1, .axis = SY_TIME_ELAPSED,
  };

  for (guint i = 0; i < n_slices; i++)
    {
      double phase = 12.0 * i / n_slices;

      slices[i].at_s = (i + 0.5) * 0.001;
      slices[i].requests_per_s = 9000 + 1500 * sin (phase);
      if (is_rough)
        slices[i].requests_per_s += 800 * sy_random_normal (&random);
    }

  return sy_chart_new_throughput (NULL, &turns);
}
