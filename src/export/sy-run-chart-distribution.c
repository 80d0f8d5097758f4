/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "export/sy-run-chart-private.h"

/* The shape of a distribution is that of all turns together: it is shown, and no figure is drawn
 * from it.
 */

typedef const SyHistogram *(*GetHistogramFunc) (const SyTurn *turn);

static const SyHistogram *
get_response (const SyTurn *turn)
{
  return turn->trial->response;
}

static const SyHistogram *
get_service (const SyTurn *turn)
{
  return turn->trial->service;
}

static const SyHistogram *
get_loop_lag (const SyTurn *turn)
{
  return turn->stats.loop_lag;
}

static const SyHistogram *
get_lock_waited (const SyTurn *turn)
{
  return turn->stats.lock_waited;
}

static const SyHistogram *
get_lock_held (const SyTurn *turn)
{
  return turn->stats.lock_held;
}

/* %NULL where no sound turn of the server has anything to tell. */
static SyHistogram *
merge_turns (const SyRunView  *view,
             guint             server,
             GetHistogramFunc  get)
{
  g_autoptr(SyHistogram) merged = sy_histogram_new_for_time ();

  for (guint i = 0; i < view->phase->turns->len; i++)
    {
      const SyTurn *turn = view->phase->turns->pdata[i];

      if (!turn->is_voided && turn->arm == server && get (turn) != NULL)
        sy_histogram_merge (merged, get (turn));
    }

  return sy_histogram_get_count (merged) > 0 ? g_steal_pointer (&merged) : NULL;
}

static void
free_histogram (gpointer histogram)
{
  g_clear_pointer ((SyHistogram **) &histogram, sy_histogram_free);
}

/* By server; %NULL where there is none. */
static GPtrArray *
merge_all (const SyRunView  *view,
           GetHistogramFunc  get)
{
  GPtrArray *histograms = g_ptr_array_new_with_free_func (free_histogram);

  for (guint i = 0; i < view->n_servers; i++)
    g_ptr_array_add (histograms, merge_turns (view, i, get));

  return histograms;
}

/* Times of an overloaded server only measure how long the trial was. */
static gboolean
is_overloaded (const SyRunView *view,
               guint            server)
{
  const SyArmResult *result = sy_analysis_get_result (view->analysis, view->phase_index, server);

  return result != NULL && result->is_overloaded;
}

SyChart *
sy_run_chart_make_spectrum (const SyRunView *view)
{
  const SyPhasePlan *plan = &view->phase->plan;
  gboolean has_service = plan->load != SY_LOAD_CLOSED || plan->think_time_ns > 0;
  g_autoptr(GPtrArray) response = merge_all (view, get_response);
  g_autoptr(GPtrArray) service = merge_all (view, get_service);
  g_autofree SyChartSpectrum *spectra = g_new0 (SyChartSpectrum, view->n_servers);
  SyChartWords words = { .title = view->title };

  for (guint i = 0; i < view->n_servers; i++)
    {
      spectra[i].server = view->servers[i];
      if (is_overloaded (view, i))
        continue;
      spectra[i].response = response->pdata[i];
      spectra[i].service = has_service ? service->pdata[i] : NULL;
    }

  return sy_chart_new_spectrum (&words, spectra, view->n_servers);
}

/* Servers without such a mechanism are not in the chart. */
static SyChart *
make_mechanism (const SyRunView  *view,
                SyMechanism       mechanism,
                GetHistogramFunc  get)
{
  g_autoptr(GPtrArray) histograms = merge_all (view, get);
  g_autofree SyChartDistribution *distributions = g_new0 (SyChartDistribution, view->n_servers);
  SyChartWords words = { .title = view->title };
  guint n_distributions = 0;

  for (guint i = 0; i < view->n_servers; i++)
    if (histograms->pdata[i] != NULL)
      distributions[n_distributions++] =
        (SyChartDistribution) { view->servers[i], histograms->pdata[i] };

  return sy_chart_new_mechanism (&words, mechanism, SY_DISTRIBUTION_DENSITY, distributions,
                                 n_distributions);
}

SyChart *
sy_run_chart_make_loop_lag (const SyRunView *view)
{
  return make_mechanism (view, SY_MECHANISM_LOOP_LAG, get_loop_lag);
}

SyChart *
sy_run_chart_make_lock_wait (const SyRunView *view)
{
  return make_mechanism (view, SY_MECHANISM_LOCK_WAIT, get_lock_waited);
}

SyChart *
sy_run_chart_make_lock_held (const SyRunView *view)
{
  return make_mechanism (view, SY_MECHANISM_LOCK_HELD, get_lock_held);
}
