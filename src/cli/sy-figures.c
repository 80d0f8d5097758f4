/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cli/sy-figures.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "core/sy-clock.h"
#include "core/sy-units.h"

#define ROW(group, key, label, member, form) \
  { SY_FIGURES_##group, key, label, G_STRUCT_OFFSET (SyArmResult, member), SY_FIGURE_##form }

static const SyFigureRow rows[] = {
  ROW (SPEED, "requests_per_s", N_("Requests/s"), requests_per_s, RATE),
  ROW (RESPONSE, "p50", N_("Response time, p50"), response_ns[SY_QUANTILE_P50], TIME),
  ROW (RESPONSE, "p90", N_("Response time, p90"), response_ns[SY_QUANTILE_P90], TIME),
  ROW (RESPONSE, "p99", N_("Response time, p99"), response_ns[SY_QUANTILE_P99], TIME),
  ROW (RESPONSE, "p99_9", N_("Response time, p99.9"), response_ns[SY_QUANTILE_P99_9], TIME),
  ROW (RESPONSE, "max", N_("Response time, longest"), response_max_ns, TIME),
  ROW (SERVICE, "p50", N_("Handling time, p50"), service_ns[SY_QUANTILE_P50], TIME),
  ROW (SERVICE, "p90", N_("Handling time, p90"), service_ns[SY_QUANTILE_P90], TIME),
  ROW (SERVICE, "p99", N_("Handling time, p99"), service_ns[SY_QUANTILE_P99], TIME),
  ROW (SERVICE, "p99_9", N_("Handling time, p99.9"), service_ns[SY_QUANTILE_P99_9], TIME),
  ROW (SERVICE, "max", N_("Handling time, longest"), service_max_ns, TIME),
  ROW (SPEED, "cpu_us_per_request", N_("CPU time/request"), cpu_ns_per_request,
       SHORT_TIME),
  ROW (MECHANISM, "jain", N_("Fairness (1 is even)"), jain, NUMBER),
  ROW (MECHANISM, "loop_busy_share", N_("Loop: busy"), loop_busy_share, SHARE),
  ROW (MECHANISM, "loop_lag_p99_ms", N_("Loop: away, p99"), loop_lag_p99_ns, TIME),
  ROW (MECHANISM, "lock_takes_per_request", N_("Lock: takes/request"),
       lock_takes_per_request, NUMBER),
  ROW (MECHANISM, "lock_contended_share", N_("Lock: not free at once"), lock_contended_share,
       SHARE),
  ROW (MECHANISM, "lock_waited_p99_ms", N_("Lock: waited for it, p99"), lock_waited_p99_ns, TIME),
  ROW (MECHANISM, "lock_held_p99_ms", N_("Lock: held, p99"), lock_held_p99_ns, TIME),
  ROW (MECHANISM, "voluntary_switches_per_request", N_("Switches/request, own"),
       voluntary_switches_per_request, NUMBER),
  ROW (MECHANISM, "involuntary_switches_per_request", N_("Switches/request, forced"),
       involuntary_switches_per_request, NUMBER),
  ROW (MECHANISM, "run_queue_us_per_request", N_("CPU queue/request"),
       run_queue_ns_per_request, SHORT_TIME),
  ROW (MECHANISM, "generator_cpu_share", N_("Load generator: busy"),
       generator_cpu_share, SHARE),
  ROW (MECHANISM, "softirq_share", N_("Machine: interrupts"), softirq_share, SHARE),
  ROW (MECHANISM, "steal_share", N_("Machine: stolen"), steal_share, SHARE),
  ROW (MECHANISM, "noise", N_("Noise from turn to turn"), noise, RATIO),
};

const SyFigureRow *
sy_figures_get (guint *n_rows)
{
  *n_rows = G_N_ELEMENTS (rows);
  return rows;
}

const SyFigure *
sy_figure_row_get (const SyFigureRow *self,
                   const SyArmResult *result)
{
  return G_STRUCT_MEMBER_P (result, self->offset);
}

double
sy_figure_form_scale (SyFigureForm form,
                      double       value)
{
  switch (form)
    {
    case SY_FIGURE_TIME:
      return value / SY_NS_PER_MS;
    case SY_FIGURE_SHORT_TIME:
      return value / SY_NS_PER_US;
    case SY_FIGURE_RATE:
    case SY_FIGURE_SHARE:
    case SY_FIGURE_RATIO:
    case SY_FIGURE_NUMBER:
    default:
      return value;
    }
}

static char *
say_per_cent (const char *sign,
              double      share)
{
  double per_cent = 100 * share;

  return g_strdup_printf ("%s%.*f %%", sign, per_cent < 0.95 ? 1 : 0, per_cent);
}

char *
sy_figure_row_say (const SyFigureRow *self,
                   const SyArmResult *result)
{
  const SyFigure *figure = sy_figure_row_get (self, result);
  double value = figure->interval.value;

  if (!figure->is_present)
    return NULL;

  switch (self->form)
    {
    case SY_FIGURE_RATE:
      return sy_units_format (SY_QUANTITY_RATE, value);
    case SY_FIGURE_TIME:
    case SY_FIGURE_SHORT_TIME:
      return sy_units_format (SY_QUANTITY_DURATION, value);
    case SY_FIGURE_SHARE:
      return say_per_cent ("", value);
    case SY_FIGURE_RATIO:
      return say_per_cent ("±", value - 1);
    case SY_FIGURE_NUMBER:
    default:
      return sy_units_format (SY_QUANTITY_COUNT, value);
    }
}

/* The intervals are of logarithms, so this is the factor either way; "±" only fits small ones. */
char *
sy_figure_row_say_spread (const SyFigureRow *self,
                          const SyArmResult *result)
{
  const SyFigure *figure = sy_figure_row_get (self, result);
  SyInterval interval = figure->interval;
  double factor;

  if (!figure->is_present || !figure->has_interval || interval.low <= 0)
    return g_strdup ("");

  factor = sqrt (interval.high / interval.low);
  if (factor < 2)
    return say_per_cent ("±", factor - 1);

  if (factor > 10)
    return g_strdup ("×÷ >10");

  return g_strdup_printf ("×÷%.1f", factor);
}
