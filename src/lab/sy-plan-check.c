/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lab/sy-plan.h"

#include <glib/gi18n-lib.h>

#include "core/sy-clock.h"
#include "core/sy-cpus.h"
#include "core/sy-units.h"

/* More arrivals than this in one trial would not fit its tables. */
enum { MAX_ARRIVALS = 5000000 };

static gboolean
fail (GError    **error,
      const char *format,
      ...) G_GNUC_PRINTF (2, 3);

static gboolean
fail (GError    **error,
      const char *format,
      ...)
{
  va_list arguments;

  va_start (arguments, format);
  if (error != NULL)
    *error = g_error_new_valist (SY_PLAN_ERROR, SY_PLAN_ERROR_INVALID, format, arguments);
  va_end (arguments);

  return FALSE;
}

typedef struct
{
  const char *what;
  SyQuantity  quantity;
  gint64      min;
  gint64      max;
  gint64      value;
} Range;

static gboolean
check_ranges (const Range *ranges,
              guint        n_ranges,
              GError     **error)
{
  for (guint i = 0; i < n_ranges; i++)
    {
      g_autofree char *value = sy_units_format (ranges[i].quantity, (double) ranges[i].value);
      g_autofree char *min = sy_units_format (ranges[i].quantity, (double) ranges[i].min);
      g_autofree char *max = sy_units_format (ranges[i].quantity, (double) ranges[i].max);

      if (ranges[i].value < ranges[i].min || ranges[i].value > ranges[i].max)
        /* Translators: what, a value, and the least and greatest it may be. */
        return fail (error, _("The %s of %s is not between %s and %s"),
                     _(ranges[i].what), value, min, max);
    }

  return TRUE;
}

static gboolean
check_open_rate (const SyPlan *self,
                 guint         index,
                 GError      **error)
{
  const SyPhasePlan *phase = &g_array_index (self->phases, SyPhasePlan, index);
  double duration_s = (double) (phase->settle_ns + phase->window_ns) / SY_NS_PER_S;

  if (phase->rate_per_s < 0)
    return fail (error, _("A rate of %g/s is less than none"), phase->rate_per_s);

  if (phase->rate_per_s * duration_s > MAX_ARRIVALS)
    return fail (error, _("%g arrivals per second for %g s are more than %d in one trial: "
                          "use a lower rate or a shorter duration"),
                 phase->rate_per_s, duration_s, MAX_ARRIVALS);

  if (phase->rate_per_s > 0)
    return TRUE;

  for (guint i = 0; i < index; i++)
    {
      const SyPhasePlan *earlier = &g_array_index (self->phases, SyPhasePlan, i);

      if (earlier->load == SY_LOAD_CLOSED && g_str_equal (earlier->scene, phase->scene))
        return TRUE;
    }

  return fail (error, _("An open load needs a rate, or a closed load before it to take half of"));
}

static gboolean
check_phase (const SyPlan *self,
             guint         index,
             GError      **error)
{
  const SyPhasePlan *phase = &g_array_index (self->phases, SyPhasePlan, index);
  const Range ranges[] = {
    { N_("number of connections"), SY_QUANTITY_COUNT, 1, 100000, phase->n_connections },
    { N_("number of pairs"), SY_QUANTITY_COUNT, 1, 10000, phase->n_rounds },
    { N_("duration"), SY_QUANTITY_DURATION, 20 * SY_NS_PER_MS, 3600 * SY_NS_PER_S,
      phase->window_ns },
    { N_("settling time"), SY_QUANTITY_DURATION, 0, 3600 * SY_NS_PER_S, phase->settle_ns },
    { N_("think time"), SY_QUANTITY_DURATION, 0, 60 * SY_NS_PER_S, phase->think_time_ns },
  };

  if (!check_ranges (ranges, G_N_ELEMENTS (ranges), error))
    return FALSE;

  if (phase->workload.n_parts == 0)
    return fail (error, _("There is no workload: say what one request does"));

  if (phase->placement == SY_PLACEMENT_SPLIT && sy_cpus_count_usable () < 2)
    return fail (error, _("Split placement needs two processors, and one can be used here"));

  return phase->load == SY_LOAD_CLOSED || check_open_rate (self, index, error);
}

gboolean
sy_plan_validate (const SyPlan *self,
                  GError      **error)
{
  const Range ranges[] = {
    { N_("time-out"), SY_QUANTITY_DURATION, SY_NS_PER_MS, 600 * SY_NS_PER_S, self->time_out_ns },
    { N_("pilot"), SY_QUANTITY_DURATION, 0, 600 * SY_NS_PER_S, self->pilot_ns },
    { N_("switch interval"), SY_QUANTITY_DURATION, SY_NS_PER_US, SY_NS_PER_S,
      self->switch_interval_ns },
    { N_("interpreter cost"), SY_QUANTITY_DURATION, 0, SY_NS_PER_S, self->interpreter_cost_ns },
    { N_("number of loops"), SY_QUANTITY_COUNT, 1, 1024, self->n_loops },
  };

  if (self->arms->len == 0)
    return fail (error, _("There is no server to measure: name at least one"));

  if (self->phases->len == 0)
    return fail (error, _("There is nothing to measure: name a scene or a workload"));

  if (!check_ranges (ranges, G_N_ELEMENTS (ranges), error))
    return FALSE;

  for (guint i = 0; i < self->phases->len; i++)
    if (!check_phase (self, i, error))
      return FALSE;

  return TRUE;
}
