/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/sy-run-charts.h"

#include <glib/gi18n-lib.h>

#include "core/sy-clock.h"

static const SyPhase *
get_phase (const SyRunPhase *self)
{
  return self->run->phases->pdata[self->phase];
}

/* A server looks the same in every chart of a run. */
static SyChartServer
get_server (const SyRunPhase *self,
            guint             arm)
{
  return (SyChartServer) { _(((const SyArm *) self->run->plan->arms->pdata[arm])->name), arm };
}

static GArray *
list_servers (const SyRunPhase *self)
{
  GArray *servers = g_array_new (FALSE, FALSE, sizeof (SyChartServer));

  for (guint i = 0; i < self->run->plan->arms->len; i++)
    {
      SyChartServer server = get_server (self, i);

      g_array_append_val (servers, server);
    }

  return servers;
}

static char *
say_finding (const SyRunPhase *self,
             SyMetric          metric)
{
  const GArray *verdicts = self->analysis->verdicts;

  for (guint i = 0; i < verdicts->len; i++)
    {
      const SyVerdict *verdict = &g_array_index (verdicts, SyVerdict, i);

      if (verdict->phase == self->phase && verdict->metric == metric)
        return sy_analysis_say_verdict (self->analysis, self->run, verdict);
    }

  return NULL;
}

/* Bars of one figure of each server, which lies at @offset in its result. */
static SyChart *
make_bars (const SyRunPhase   *self,
           const SyChartWords *words,
           const char         *metric,
           SyFormat            format,
           gsize               offset)
{
  g_autoptr(GArray) bars = g_array_new (FALSE, TRUE, sizeof (SyChartBar));

  for (guint i = 0; i < self->run->plan->arms->len; i++)
    {
      const SyArmResult *result = sy_analysis_get_result (self->analysis, self->phase, i);
      const SyFigure *figure = result != NULL ? G_STRUCT_MEMBER_P (result, offset) : NULL;
      SyChartBar bar = { .server = get_server (self, i), .is_missing = TRUE };

      if (figure != NULL && figure->is_present)
        {
          bar.interval = figure->interval;
          bar.is_missing = FALSE;
        }
      g_array_append_val (bars, bar);
    }

  return sy_chart_new_comparison (words, metric, format, &g_array_index (bars, SyChartBar, 0),
                                  bars->len);
}

SyChart *
sy_run_charts_new_capacity (const SyRunPhase *self)
{
  g_autofree char *finding = say_finding (self, SY_METRIC_CAPACITY);
  SyChartWords words = { .finding = finding };

  if (get_phase (self)->plan.load != SY_LOAD_CLOSED)
    return NULL;

  return make_bars (self, &words, _("Requests per second"), SY_FORMAT_RATE,
                    G_STRUCT_OFFSET (SyArmResult, requests_per_s));
}

SyChart *
sy_run_charts_new_response (const SyRunPhase *self)
{
  g_autofree char *finding = say_finding (self, SY_METRIC_RESPONSE_TIME);
  SyChartWords words = { .finding = finding };

  return make_bars (self, &words, _("9 answers in 10 within"), SY_FORMAT_DURATION,
                    G_STRUCT_OFFSET (SyArmResult, response_ns[SY_QUANTILE_P90]));
}

static SyHistogram *
merge_turns (const SyPhase *phase,
             guint          arm)
{
  SyHistogram *merged = sy_histogram_new_for_time ();

  for (guint i = 0; i < phase->turns->len; i++)
    {
      const SyTurn *turn = phase->turns->pdata[i];

      if (turn->arm == arm && !turn->is_voided && !turn->trial->is_overloaded)
        sy_histogram_merge (merged, turn->trial->response);
    }

  return merged;
}

static void
free_histogram (gpointer histogram)
{
  sy_histogram_free (histogram);
}

SyChart *
sy_run_charts_new_spectrum (const SyRunPhase *self)
{
  g_autoptr(GPtrArray) histograms = g_ptr_array_new_with_free_func (free_histogram);
  g_autoptr(GArray) spectra = g_array_new (FALSE, TRUE, sizeof (SyChartSpectrum));

  for (guint i = 0; i < self->run->plan->arms->len; i++)
    {
      SyChartSpectrum spectrum = { .server = get_server (self, i) };

      spectrum.response = merge_turns (get_phase (self), i);
      g_ptr_array_add (histograms, (gpointer) spectrum.response);
      g_array_append_val (spectra, spectrum);
    }

  return sy_chart_new_spectrum (NULL, &g_array_index (spectra, SyChartSpectrum, 0), spectra->len);
}

static GArray *
copy_slices (const SyTrial *trial)
{
  GArray *slices = g_array_sized_new (FALSE, TRUE, sizeof (SyChartSlice), trial->slices->len);

  for (guint i = 0; i < trial->slices->len; i++)
    {
      const SySlice *slice = &g_array_index (trial->slices, SySlice, i);
      double duration_s = slice->duration_ns / (double) SY_NS_PER_S;
      SyChartSlice copy = {
        .at_s = slice->start_ns / (double) SY_NS_PER_S + duration_s / 2,
        .requests_per_s = slice->n_completed / duration_s,
        .response_p50_ns = (double) slice->response_p50_ns,
        .response_p99_ns = (double) slice->response_p99_ns,
        .service_p50_ns = (double) slice->service_p50_ns,
        .service_p99_ns = (double) slice->service_p99_ns,
        .n_failed = slice->n_failed,
        .is_missing = !slice->has_quantiles,
      };

      g_array_append_val (slices, copy);
    }

  return slices;
}

static void
free_array (gpointer array)
{
  g_array_unref (array);
}

typedef SyChart *(*MakeChart) (const SyChartWords *words,
                               const SyChartTurns *turns);

static SyChart *
make_over_time (const SyRunPhase *self,
                MakeChart         make)
{
  const SyPhase *phase = get_phase (self);
  g_autoptr(GArray) servers = list_servers (self);
  g_autoptr(GArray) turns = g_array_new (FALSE, TRUE, sizeof (SyChartTurn));
  g_autoptr(GPtrArray) slices = g_ptr_array_new_with_free_func (free_array);
  gint64 begin_ns = phase->turns->len > 0 ? ((SyTurn *) phase->turns->pdata[0])->started_at_ns : 0;
  SyChartTurns all = { .axis = SY_TIME_ELAPSED };

  for (guint i = 0; i < phase->turns->len; i++)
    {
      const SyTurn *turn = phase->turns->pdata[i];
      GArray *copies = copy_slices (turn->trial);
      SyChartTurn copy = {
        .server = turn->arm,
        .begin_s = (turn->started_at_ns - begin_ns) / (double) SY_NS_PER_S,
        .length_s = (phase->plan.settle_ns + phase->plan.window_ns) / (double) SY_NS_PER_S,
        .slices = &g_array_index (copies, SyChartSlice, 0),
        .n_slices = copies->len,
      };

      g_ptr_array_add (slices, copies);
      if (!turn->is_voided)
        g_array_append_val (turns, copy);
    }

  all.servers = &g_array_index (servers, SyChartServer, 0);
  all.n_servers = servers->len;
  all.turns = &g_array_index (turns, SyChartTurn, 0);
  all.n_turns = turns->len;
  all.has_service = phase->plan.load != SY_LOAD_CLOSED;

  return make (NULL, &all);
}

SyChart *
sy_run_charts_new_throughput (const SyRunPhase *self)
{
  return make_over_time (self, sy_chart_new_throughput);
}

SyChart *
sy_run_charts_new_latency (const SyRunPhase *self)
{
  return make_over_time (self, sy_chart_new_latency);
}
