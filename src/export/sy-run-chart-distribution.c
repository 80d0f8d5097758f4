/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "export/sy-run-chart-private.h"

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

/* Of each sound turn of the server that has one, in order. */
static GPtrArray *
list_turns (const SyRunView  *view,
            guint             server,
            GetHistogramFunc  get)
{
  GPtrArray *histograms = g_ptr_array_new ();

  for (guint i = 0; i < view->phase->turns->len; i++)
    {
      const SyTurn *turn = view->phase->turns->pdata[i];

      if (!turn->is_voided && turn->arm == server && get (turn) != NULL)
        g_ptr_array_add (histograms, (gpointer) get (turn));
    }

  return histograms;
}

/* The shape of all turns together, for no figure is drawn from it; %NULL where no sound turn of the
 * server has anything to tell.
 */
static SyHistogram *
merge_turns (const SyRunView  *view,
             guint             server,
             GetHistogramFunc  get)
{
  g_autoptr(SyHistogram) merged = sy_histogram_new_for_time ();
  g_autoptr(GPtrArray) turns = list_turns (view, server, get);

  for (guint i = 0; i < turns->len; i++)
    sy_histogram_merge (merged, turns->pdata[i]);

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

static void
free_array (gpointer array)
{
  g_ptr_array_unref (array);
}

/* An array for each server, of the histograms of its turns. */
static GPtrArray *
list_all (const SyRunView  *view,
          GetHistogramFunc  get)
{
  GPtrArray *lists = g_ptr_array_new_with_free_func (free_array);

  for (guint i = 0; i < view->n_servers; i++)
    g_ptr_array_add (lists, list_turns (view, i, get));

  return lists;
}

static const SyHistogram *const *
get_histograms (GPtrArray *lists,
                guint      server)
{
  const GPtrArray *list = lists->pdata[server];

  return (const SyHistogram *const *) list->pdata;
}

SyChart *
sy_run_chart_make_spectrum (const SyRunView *view)
{
  gboolean has_service = sy_run_chart_has_service (view);
  g_autoptr(GPtrArray) response = list_all (view, get_response);
  g_autoptr(GPtrArray) service = list_all (view, get_service);
  g_autofree SyChartSpectrum *spectra = g_new0 (SyChartSpectrum, view->n_servers);
  SyChartWords words = { .title = view->title, .circumstances = view->circumstances };

  for (guint i = 0; i < view->n_servers; i++)
    {
      spectra[i].server = view->servers[i];
      if (is_overloaded (view, i))
        continue;
      spectra[i].response = get_histograms (response, i);
      spectra[i].service = has_service ? get_histograms (service, i) : NULL;
      spectra[i].n_turns = ((const GPtrArray *) response->pdata[i])->len;
    }

  return sy_chart_new_spectrum (&words, spectra, view->n_servers);
}

static gboolean
has_mechanism (const SyRunView  *view,
               GetHistogramFunc  get)
{
  for (guint i = 0; i < view->n_servers; i++)
    {
      g_autoptr(SyHistogram) merged = merge_turns (view, i, get);

      if (merged != NULL)
        return TRUE;
    }

  return FALSE;
}

gboolean
sy_run_chart_has_loop_lag (const SyRunView *view)
{
  return has_mechanism (view, get_loop_lag);
}

gboolean
sy_run_chart_has_lock_wait (const SyRunView *view)
{
  return has_mechanism (view, get_lock_waited);
}

gboolean
sy_run_chart_has_lock_held (const SyRunView *view)
{
  return has_mechanism (view, get_lock_held);
}

/* Servers without such a mechanism are not in the chart. */
static SyChart *
make_mechanism (const SyRunView  *view,
                SyMechanism       mechanism,
                GetHistogramFunc  get)
{
  g_autoptr(GPtrArray) histograms = merge_all (view, get);
  g_autofree SyChartDistribution *distributions = g_new0 (SyChartDistribution, view->n_servers);
  SyChartWords words = { .title = view->title, .circumstances = view->circumstances };
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
