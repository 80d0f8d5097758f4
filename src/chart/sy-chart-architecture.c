/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n-lib.h>

#include "chart/sy-architecture-private.h"

static char *
format_time (gint64 ns)
{
  return sy_format_value (SY_FORMAT_DURATION, (double) ns);
}

/* "queued 5.10 ms, computing 0.20 ms": all it spent time on, in the order of the kinds. */
static char *
say_life (const SyTrace *trace,
          guint          request)
{
  g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  gint64 sums_ns[SY_N_SPAN_KINDS];
  g_autofree char *took = format_time (sy_trace_get_service_ns (trace, request));
  g_autofree char *spent = NULL;

  sy_trace_sum_request (trace, request, sums_ns);
  for (guint kind = 0; kind < SY_N_SPAN_KINDS; kind++)
    if (sums_ns[kind] > 0)
      {
        g_autofree char *time = format_time (sums_ns[kind]);

        /* Translators: what a request did, and for how long: “queued 5.10 ms” */
        g_ptr_array_add (parts, g_strdup_printf (_("%s %s"),
                                                 _(sy_architecture_get_kind_phrase (kind)), time));
      }
  g_ptr_array_add (parts, NULL);
  spent = g_strjoinv (", ", (char **) parts->pdata);

  /* Translators: how long a request took, and what it spent the time on. */
  return g_strdup_printf (_("answered after %s: %s"), took, spent);
}

static SySpanKind
find_largest (const gint64 *sums_ns)
{
  SySpanKind largest = 0;

  for (guint kind = 1; kind < SY_N_SPAN_KINDS; kind++)
    if (sums_ns[kind] > sums_ns[largest])
      largest = kind;

  return largest;
}

static char *
say_slowest (const SySide *side)
{
  guint n_requests = side->trace->requests->len;
  guint slowest = sy_trace_find_slowest (side->trace);
  gint64 sums_ns[SY_N_SPAN_KINDS];
  g_autofree char *took = format_time (sy_trace_get_service_ns (side->trace, slowest));
  g_autofree char *spent = NULL;
  SySpanKind kind;

  sy_trace_sum_request (side->trace, slowest, sums_ns);
  kind = find_largest (sums_ns);
  spent = format_time (sums_ns[kind]);

  /* Translators: a server, a number of requests, a time, a part of it and what it was spent on:
   * “Event loop: the slowest of 256 requests took 59.1 ms, 57.2 ms of it queued”
   */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "%s: the only one of %u request took %s, %s of it %s",
                                       "%s: the slowest of %u requests took %s, %s of it %s",
                                       n_requests),
                          side->name, n_requests, took, spent,
                          _(sy_architecture_get_kind_phrase (kind)));
}

static char *
say_all (const SyArchitecture *architecture)
{
  g_autofree char *first = say_slowest (&architecture->sides[0]);
  g_autofree char *second = NULL;

  if (architecture->n_sides == 1)
    return g_strdup_printf (_("%s."), first);

  second = say_slowest (&architecture->sides[1]);
  /* Translators: two findings, of one server each. */
  return g_strdup_printf (_("%s; %s."), first, second);
}

static void
add_side (SyChart                   *self,
          const SyChartArchitecture *given)
{
  SyArchitecture *architecture = self->architecture;
  SySide *side = &architecture->sides[architecture->n_sides++];
  SySeries *series = sy_chart_take_series (self, sy_series_new (given->name, given->style));

  side->name = g_strdup (given->name);
  side->style = given->style;
  side->is_loop = given->is_loop;
  side->trace = sy_trace_copy (given->trace);
  for (guint i = 0; i < side->trace->requests->len; i++)
    {
      const SyTracedRequest *request = &g_array_index (side->trace->requests, SyTracedRequest, i);
      g_autofree char *life = say_life (side->trace, i);

      sy_series_add (series, (double) request->sent_ns,
                     (double) sy_trace_get_service_ns (side->trace, i));
      sy_series_set_label (series, life);
    }
}

SyChart *
sy_chart_new_architecture (const SyChartWords        *words,
                           const SyChartArchitecture *sides,
                           guint                      n_sides)
{
  SyChart *self = sy_chart_new (words, _("The architectures at work"),
                                _("Recorded requests: above, what runs; below, all in hand. Blank "
                                  "is what was not recorded."), _("Server"));

  g_free (self->empty);
  self->empty = g_strdup (_("No requests were recorded here."));
  self->notes = g_ptr_array_new_with_free_func (g_free);
  self->architecture = g_new0 (SyArchitecture, 1);
  sy_chart_set_position (self, _("Sent after"), SY_FORMAT_DURATION, SY_SCALE_LINEAR);
  sy_chart_set_value (self, _("Its life"), SY_FORMAT_DURATION, SY_SCALE_LINEAR);
  for (guint i = 0; i < MIN (n_sides, SY_ARCHITECTURE_MAX_SIDES); i++)
    if (sides[i].trace != NULL)
      add_side (self, &sides[i]);
  sy_chart_settle (self);
  if (self->architecture->n_sides == 0)
    return self;

  sy_architecture_arrange (self->architecture);
  sy_chart_take_sentence (self, words, say_all (self->architecture));

  return self;
}

double
sy_chart_get_duration_ns (const SyChart *self)
{
  double longest_ns = 0;

  for (guint i = 0; self->architecture != NULL && i < self->architecture->n_sides; i++)
    longest_ns = MAX (longest_ns, (double) self->architecture->sides[i].trace->duration_ns);

  return longest_ns;
}
