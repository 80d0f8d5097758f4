/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/sy-architecture-private.h"

#include <math.h>
#include <stdlib.h>

/* In ems. */
#define STACKED_BELOW 42.0
#define GAP 1.6
#define STRIP 1.5

/* Rows thinner than this cannot be told apart, in units. */
#define LEAST_ROW 3.0

/* A picture shows this many of the longer server's median lives. */
#define LIVES 1.3

/* Where the moment stands while time passes, of the width. */
#define PRESENT 0.8

static const SyTracedRequest *
get_request (const SySide *side,
             guint         i)
{
  return &g_array_index (side->trace->requests, SyTracedRequest, i);
}

/* The first row that has been free since the request was sent: as its client's. */
static void
give_rows (SySide *side)
{
  guint n_requests = side->trace->requests->len;
  g_autofree gint64 *free_from_ns = g_new0 (gint64, n_requests);

  side->rows = g_new0 (guint, n_requests);
  for (guint i = 0; i < n_requests; i++)
    {
      const SyTracedRequest *request = get_request (side, i);
      guint row = side->is_loop ? 0 : request->lane;

      while (side->is_loop && free_from_ns[row] > request->sent_ns)
        row++;
      free_from_ns[row] = request->ended_ns;
      side->rows[i] = row;
      side->n_rows = MAX (side->n_rows, row + 1);
    }
  side->n_strips = side->is_loop ? MIN (side->trace->n_lanes, SY_ARCHITECTURE_MAX_STRIPS) : 1;
}

static int
compare_times (const void *a,
               const void *b)
{
  gint64 time = *(const gint64 *) a;
  gint64 other = *(const gint64 *) b;

  return (time > other) - (time < other);
}

static double
find_median_life (const SySide *side)
{
  guint n = side->trace->requests->len;
  g_autofree gint64 *lives_ns = g_new (gint64, n);

  for (guint i = 0; i < n; i++)
    lives_ns[i] = sy_trace_get_service_ns (side->trace, i);
  qsort (lives_ns, n, sizeof *lives_ns, compare_times);

  return (double) lives_ns[n / 2];
}

/* How much of the requests' lives lies between two times. */
static double
sum_lives (const SySide *side,
           double        begin_ns,
           double        end_ns)
{
  double sum_ns = 0;

  for (guint i = 0; i < side->trace->requests->len; i++)
    {
      const SyTracedRequest *request = get_request (side, i);

      sum_ns += fmax (0, fmin (end_ns, (double) request->ended_ns)
                           - fmax (begin_ns, (double) request->sent_ns));
    }

  return sum_ns;
}

/* Before the first of the block and after its last, others were served that nobody recorded. */
static double
choose_begin (const SySide *side,
              double        length_ns)
{
  double last_ns = fmax (0, (double) side->trace->duration_ns - length_ns);
  double best_ns = 0;
  double most_ns = -1;

  for (guint step = 0; step <= 40; step++)
    {
      double begin_ns = last_ns * step / 40;
      double sum_ns = sum_lives (side, begin_ns, begin_ns + length_ns);

      if (sum_ns > most_ns * 1.02)
        {
          most_ns = sum_ns;
          best_ns = begin_ns;
        }
    }

  return best_ns;
}

void
sy_architecture_arrange (SyArchitecture *self)
{
  double longest_ns = 1;

  for (guint i = 0; i < self->n_sides; i++)
    {
      give_rows (&self->sides[i]);
      longest_ns = fmax (longest_ns, find_median_life (&self->sides[i]));
    }

  self->length_ns = sy_scale_round_up (longest_ns * LIVES);
  for (guint i = 0; i < self->n_sides; i++)
    self->sides[i].begin_ns = choose_begin (&self->sides[i], self->length_ns);
}

void
sy_architecture_free (SyArchitecture *self)
{
  for (guint i = 0; i < self->n_sides; i++)
    {
      g_free (self->sides[i].name);
      g_free (self->sides[i].rows);
      g_clear_pointer (&self->sides[i].trace, sy_trace_free);
    }
  g_free (self);
}

double
sy_panel_place (const SyPanel *self,
                double         ns)
{
  return self->area.x + (ns - self->begin_ns) / self->length_ns * self->area.width;
}

/* What the picture shows of a side: what is played up to a moment, or a request pointed at. */
static double
find_begin (const SyFrame *frame,
            guint          index)
{
  const SyArchitecture *architecture = frame->chart->architecture;
  const SySide *side = &architecture->sides[index];
  const SyLook *look = frame->look;
  const SyTracedRequest *request;

  if (look->moment != NULL)
    return fmax (0, look->moment->at_ns - PRESENT * architecture->length_ns);
  if (look->cursor == NULL || look->cursor->series != index
      || look->cursor->point >= side->trace->requests->len)
    return side->begin_ns;

  request = get_request (side, look->cursor->point);
  if ((double) request->ended_ns >= side->begin_ns
      && (double) request->sent_ns <= side->begin_ns + architecture->length_ns)
    return side->begin_ns;

  return fmax (0, (double) request->sent_ns - 0.1 * architecture->length_ns);
}

static void
fill_panel (SyPanel                 *panel,
            const SyFrame           *frame,
            guint                    index,
            const cairo_rectangle_t *box)
{
  const SySide *side = &frame->chart->architecture->sides[index];
  double line = sy_text_get_line_height (frame->text, SY_TEXT_SMALL);
  double heading = sy_text_get_line_height (frame->text, SY_TEXT_STRONG);
  double bottom = box->y + box->height - line - 0.8 * frame->em;
  double room;

  *panel = (SyPanel) { .side = side, .area = *box, .heading_y = box->y };
  panel->strip_height = STRIP * frame->em;
  panel->strips_y = box->y + heading + line + 0.4 * frame->em;
  panel->caption_y = panel->strips_y + side->n_strips * (panel->strip_height + 2)
                     + 0.5 * frame->em;
  panel->rows_y = panel->caption_y + line + 0.2 * frame->em;
  room = fmax (1, bottom - panel->rows_y);
  panel->n_rows = CLAMP ((guint) (room / (LEAST_ROW * frame->em / 12)), 1, side->n_rows);
  panel->row_height = fmin (room / panel->n_rows, 1.5 * frame->em);
  panel->begin_ns = find_begin (frame, index);
  panel->length_ns = frame->chart->architecture->length_ns;
}

static double
find_top (const SyFrame *frame)
{
  const SyLabel *last = frame->subtitle.layout != NULL ? &frame->subtitle : &frame->title;
  PangoRectangle extents;

  if (last->layout == NULL)
    return frame->outer.y + 0.5 * frame->em;

  pango_layout_get_pixel_extents (last->layout, NULL, &extents);

  return last->y + extents.height + 0.8 * frame->em;
}

/* The first side is where reading begins. */
void
sy_architecture_lay_out (const SyFrame *frame,
                         SyPanel       *panels)
{
  const SyArchitecture *architecture = frame->chart->architecture;
  double gap = GAP * frame->em;
  double top = find_top (frame);
  cairo_rectangle_t all = {
    .x = frame->outer.x + frame->em,
    .y = top,
    .width = fmax (1, frame->outer.width - 2 * frame->em),
  };
  guint n = architecture->n_sides;
  gboolean is_stacked = frame->outer.width < STACKED_BELOW * frame->em;

  all.y += sy_architecture_run_legend (frame, NULL, top) + 0.8 * frame->em;
  all.height = fmax (1, frame->outer.y + frame->outer.height - all.y - 0.4 * frame->em);
  for (guint i = 0; i < n; i++)
    {
      guint place = frame->look->is_rtl && !is_stacked ? n - 1 - i : i;
      cairo_rectangle_t box = all;

      if (is_stacked)
        {
          box.height = (all.height - (n - 1) * gap) / n;
          box.y += place * (box.height + gap);
        }
      else
        {
          box.width = (all.width - (n - 1) * gap) / n;
          box.x += place * (box.width + gap);
        }
      fill_panel (&panels[i], frame, i, &box);
    }
}

typedef struct
{
  const SyPanel *panel;
  double         at_ns;
  double         row;
  guint          strip;
  gboolean       is_in_strip;
} Pointer;

static double
measure_distance (double begin_ns,
                  double end_ns,
                  double at_ns)
{
  return fmax (0, fmax (begin_ns - at_ns, at_ns - end_ns));
}

/* In the strip its nearest work on that lane; in the rows its life, any other row being further. */
static double
measure_request (const Pointer *pointer,
                 guint          i)
{
  const SySide *side = pointer->panel->side;
  const SyTracedRequest *request = get_request (side, i);
  double row_away = fabs (side->rows[i] + 0.5 - pointer->row);
  double nearest = G_MAXDOUBLE;

  if (!pointer->is_in_strip)
    return measure_distance ((double) request->sent_ns, (double) request->ended_ns,
                             pointer->at_ns)
           + (row_away > 0.5 ? row_away * pointer->panel->length_ns : 0);

  for (guint s = 0; s < request->n_spans; s++)
    {
      const SySpan *span = &g_array_index (side->trace->spans, SySpan, request->first_span + s);

      if (sy_span_is_running (span->kind) && (!side->is_loop || span->lane == pointer->strip))
        nearest = fmin (nearest, measure_distance ((double) span->begin_ns, (double) span->end_ns,
                                                   pointer->at_ns));
    }

  return nearest;
}

static Pointer
point_at (const SyPanel *panel,
          double         x,
          double         y)
{
  double step = panel->strip_height + 2;
  double row = (y - panel->rows_y) / panel->row_height;
  double strip = (y - panel->strips_y) / step;

  return (Pointer) {
    .panel = panel,
    .at_ns = panel->begin_ns + (x - panel->area.x) / panel->area.width * panel->length_ns,
    .row = CLAMP (row, 0, panel->n_rows - 0.01),
    .strip = (guint) CLAMP (strip, 0, panel->side->n_strips - 1),
    .is_in_strip = y < panel->caption_y,
  };
}

/* What has not happened yet cannot be pointed at. */
static gboolean
is_shown (const SyFrame *frame,
          const SyPanel *panel,
          guint          i)
{
  const SyTracedRequest *request = get_request (panel->side, i);
  double end_ns = panel->begin_ns + panel->length_ns;

  if (frame->look->moment != NULL)
    end_ns = fmin (end_ns, frame->look->moment->at_ns);

  return (double) request->ended_ns >= panel->begin_ns && (double) request->sent_ns <= end_ns;
}

gboolean
sy_architecture_find (const SyFrame *frame,
                      double         x,
                      double         y,
                      SyCursor      *cursor)
{
  SyPanel panels[SY_ARCHITECTURE_MAX_SIDES];
  double nearest = G_MAXDOUBLE;

  sy_architecture_lay_out (frame, panels);
  for (guint p = 0; p < frame->chart->architecture->n_sides; p++)
    {
      const cairo_rectangle_t *area = &panels[p].area;
      Pointer pointer = point_at (&panels[p], x, y);

      if (x < area->x || x > area->x + area->width || y < area->y || y > area->y + area->height)
        continue;
      for (guint i = 0; i < panels[p].side->trace->requests->len; i++)
        {
          double distance = is_shown (frame, &panels[p], i) ? measure_request (&pointer, i)
                                                            : G_MAXDOUBLE;

          if (distance < nearest)
            {
              nearest = distance;
              *cursor = (SyCursor) { p, i };
            }
        }
    }

  return nearest < G_MAXDOUBLE;
}
