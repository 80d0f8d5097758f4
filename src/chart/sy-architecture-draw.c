/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/sy-architecture-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define HATCH 4.0

static const struct
{
  const char *name;
  const char *phrase;
  double      height;  /* of the row */
  double      alpha;
  int         hatch;   /* 1 rising, -1 falling */
  guint       style;   /* %SY_STYLE_NEUTRAL: of the text beside the point */
} kinds[SY_N_SPAN_KINDS] = {
  [SY_SPAN_QUEUED] = { N_("Queued"), N_("queued"), 0.55, 0.16, 1, SY_STYLE_NEUTRAL },
  [SY_SPAN_RECEIVING] = { N_("Being received"), N_("being received"), 0.6, 1, 0, 2 },
  [SY_SPAN_COMPUTING] = { N_("Computing"), N_("computing"), 1, 1, 0, 0 },
  [SY_SPAN_WAITING] = { N_("Waiting for another service"), N_("waiting for another service"),
                        0.16, 0.9, 0, SY_STYLE_NEUTRAL },
  [SY_SPAN_LOCK] = { N_("Waiting for the lock"), N_("waiting for the lock"), 0.8, 0.25, -1, 1 },
  [SY_SPAN_SENDING] = { N_("Being answered"), N_("being answered"), 0.8, 1, 0, 3 },
};

const char *
sy_chart_name_span (SySpanKind kind)
{
  return _(kinds[kind].name);
}

const char *
sy_architecture_get_kind_phrase (SySpanKind kind)
{
  return kinds[kind].phrase;
}

static SyColor
get_color (const SyPlot *plot,
           SySpanKind    kind)
{
  if (kinds[kind].style == SY_STYLE_NEUTRAL)
    return plot->palette->dim;

  return sy_palette_get_series (plot->palette, kinds[kind].style);
}

static void
draw_hatch (const SyPlot *plot,
            int           direction)
{
  double step = HATCH * plot->unit;
  double left, top, right, bottom, height;

  cairo_clip_extents (plot->cr, &left, &top, &right, &bottom);
  height = bottom - top;
  cairo_new_path (plot->cr);
  /* On one grid, so that neighbours do not shift. */
  for (double x = floor ((left - height) / step) * step; x < right + height; x += step)
    {
      cairo_move_to (plot->cr, x, direction > 0 ? bottom : top);
      cairo_line_to (plot->cr, x + height, direction > 0 ? top : bottom);
    }
  cairo_set_dash (plot->cr, NULL, 0, 0);
  cairo_set_line_width (plot->cr, plot->unit);
  cairo_stroke (plot->cr);
}

void
sy_architecture_fill (const SyPlot *plot,
                      SySpanKind    kind)
{
  sy_color_set (get_color (plot, kind), plot->cr, kinds[kind].alpha);
  if (kinds[kind].hatch == 0)
    {
      cairo_fill (plot->cr);
      return;
    }

  cairo_fill_preserve (plot->cr);
  cairo_save (plot->cr);
  cairo_clip (plot->cr);
  sy_color_set (get_color (plot, kind), plot->cr, 0.75);
  draw_hatch (plot, kinds[kind].hatch);
  cairo_restore (plot->cr);
}

void
sy_architecture_trace_span (const SyPlot *plot,
                            SySpanKind    kind,
                            double        x,
                            double        width,
                            double        y,
                            double        height)
{
  double tall = fmax (1, kinds[kind].height * height);

  cairo_rectangle (plot->cr, x, y + (height - tall) / 2, width, tall);
}

static gboolean
occurs (const SyArchitecture *self,
        SySpanKind            kind)
{
  for (guint i = 0; i < self->n_sides; i++)
    for (guint s = 0; s < self->sides[i].trace->spans->len; s++)
      if (g_array_index (self->sides[i].trace->spans, SySpan, s).kind == kind)
        return TRUE;

  return FALSE;
}

static void
draw_legend_entry (const SyFrame *frame,
                   const SyPlot  *plot,
                   SySpanKind     kind,
                   double         x,
                   double         y,
                   double         width)
{
  double line = sy_text_get_line_height (frame->text, SY_TEXT_SMALL);
  double sample = 1.8 * frame->em;
  gboolean is_rtl = frame->look->is_rtl;

  cairo_new_path (plot->cr);
  sy_architecture_trace_span (plot, kind, is_rtl ? x + width - sample : x, sample,
                              y + 0.15 * line, 0.7 * line);
  sy_architecture_fill (plot, kind);
  sy_text_draw (frame->text, plot->cr, SY_TEXT_SMALL, _(kinds[kind].name), plot->palette->text,
                is_rtl ? x + width - sample - 0.5 * frame->em : x + sample + 0.5 * frame->em, y,
                is_rtl ? 1 : 0, 0);
}

double
sy_architecture_run_legend (const SyFrame *frame,
                            const SyPlot  *plot,
                            double         top)
{
  double line = sy_text_get_line_height (frame->text, SY_TEXT_SMALL);
  double left = frame->outer.x + frame->em;
  double room = frame->outer.width - 2 * frame->em;
  double along = 0;
  double y = top;

  for (guint kind = 0; kind < SY_N_SPAN_KINDS; kind++)
    {
      double width = 2.3 * frame->em
                     + sy_text_get_width (frame->text, SY_TEXT_SMALL, _(kinds[kind].name));

      if (!occurs (frame->chart->architecture, kind))
        continue;
      if (along > 0 && along + width > room)
        {
          along = 0;
          y += line + 0.2 * frame->em;
        }
      if (plot != NULL)
        draw_legend_entry (frame, plot, kind,
                           frame->look->is_rtl ? left + room - along - width : left + along, y,
                           width);
      along += width + 1.4 * frame->em;
    }

  return y + line - top;
}

/* Until when there is anything to draw. */
static double
find_end (const SyFrame *frame,
          const SyPanel *panel)
{
  double end_ns = panel->begin_ns + panel->length_ns;

  return frame->look->moment != NULL ? fmin (end_ns, frame->look->moment->at_ns) : end_ns;
}

/* Adds to the path what is seen of a span.  Nothing is thinner than can be seen. */
static void
trace_visible (const SyFrame *frame,
               const SyPlot  *plot,
               const SyPanel *panel,
               const SySpan  *span,
               double         y,
               double         height)
{
  double begin_ns = fmax ((double) span->begin_ns, panel->begin_ns);
  double end_ns = fmin ((double) span->end_ns, find_end (frame, panel));
  double x = sy_panel_place (panel, begin_ns);

  if (end_ns > begin_ns)
    sy_architecture_trace_span (plot, span->kind, x,
                                fmax (0.6, sy_panel_place (panel, end_ns) - x), y, height);
}

static void
trace_rows (const SyFrame *frame,
            const SyPlot  *plot,
            const SyPanel *panel,
            SySpanKind     kind)
{
  const SySide *side = panel->side;
  double gap = panel->row_height > 5 ? 1.5 : 0.5;

  for (guint i = 0; i < side->trace->spans->len; i++)
    {
      const SySpan *span = &g_array_index (side->trace->spans, SySpan, i);
      guint row = side->rows[span->request];

      if (span->kind == kind && row < panel->n_rows)
        trace_visible (frame, plot, panel, span, panel->rows_y + row * panel->row_height,
                       panel->row_height - gap);
    }
}

static void
trace_strips (const SyFrame *frame,
              const SyPlot  *plot,
              const SyPanel *panel,
              SySpanKind     kind)
{
  const SySide *side = panel->side;

  for (guint i = 0; i < side->trace->spans->len; i++)
    {
      const SySpan *span = &g_array_index (side->trace->spans, SySpan, i);
      guint strip = side->is_loop ? span->lane : 0;

      if (span->kind == kind && sy_span_is_running (kind) && strip < side->n_strips)
        trace_visible (frame, plot, panel, span,
                       panel->strips_y + strip * (panel->strip_height + 2), panel->strip_height);
    }
}

static void
draw_spans (const SyFrame *frame,
            const SyPlot  *plot,
            const SyPanel *panel)
{
  for (guint kind = 0; kind < SY_N_SPAN_KINDS; kind++)
    {
      cairo_new_path (plot->cr);
      trace_rows (frame, plot, panel, kind);
      trace_strips (frame, plot, panel, kind);
      sy_architecture_fill (plot, kind);
    }
}

static void
draw_grounds (const SyPlot  *plot,
              const SyPanel *panel)
{
  cairo_new_path (plot->cr);
  for (guint i = 0; i < panel->side->n_strips; i++)
    cairo_rectangle (plot->cr, panel->area.x, panel->strips_y + i * (panel->strip_height + 2),
                     panel->area.width, panel->strip_height);
  cairo_rectangle (plot->cr, panel->area.x, panel->rows_y, panel->area.width,
                   panel->row_height * panel->n_rows);
  sy_color_set (plot->palette->grid, plot->cr, 0.45);
  cairo_fill (plot->cr);
}

static void
draw_axis (const SyFrame *frame,
           const SyPlot  *plot,
           const SyPanel *panel)
{
  double y = panel->rows_y + panel->row_height * panel->n_rows;
  double step = sy_scale_round_up (panel->length_ns / fmax (2, panel->area.width / frame->em / 6));
  double end_ns = panel->begin_ns + panel->length_ns;

  cairo_new_path (plot->cr);
  for (double ns = ceil (panel->begin_ns / step) * step; ns <= end_ns * (1 + 1e-9); ns += step)
    {
      /* Zero has no unit that would go with the others. */
      g_autofree char *label = ns > 0 ? sy_format_round (SY_FORMAT_DURATION, ns)
                                      : sy_format_round (SY_FORMAT_COUNT, 0);
      double x = sy_panel_place (panel, ns);
      double half = sy_text_get_width (frame->text, SY_TEXT_SMALL, label) / 2;

      cairo_move_to (plot->cr, floor (x) + 0.5, y);
      cairo_rel_line_to (plot->cr, 0, 4 * plot->unit);
      x = CLAMP (x, panel->area.x + half, panel->area.x + panel->area.width - half);
      sy_text_draw (frame->text, plot->cr, SY_TEXT_SMALL, label, plot->palette->dim, x,
                    y + 0.35 * frame->em, 0.5, 0);
    }
  cairo_move_to (plot->cr, panel->area.x, floor (y) + 0.5);
  cairo_rel_line_to (plot->cr, panel->area.width, 0);
  sy_color_set (plot->palette->axis, plot->cr, 1);
  cairo_set_dash (plot->cr, NULL, 0, 0);
  cairo_set_line_width (plot->cr, fmax (1, floor (plot->unit)));
  cairo_stroke (plot->cr);
}

static guint
count_at (const SyPanel *panel,
          SySpanKind     kind,
          double         at_ns)
{
  guint n = 0;

  for (guint i = 0; i < panel->side->trace->spans->len; i++)
    {
      const SySpan *span = &g_array_index (panel->side->trace->spans, SySpan, i);

      n += span->kind == kind && (double) span->begin_ns <= at_ns && (double) span->end_ns > at_ns;
    }

  return n;
}

/* "12 queued · 1 computing": how many are what at the moment. */
static char *
say_moment (const SyFrame *frame,
            const SyPanel *panel)
{
  g_autoptr(GString) says = g_string_new (NULL);

  for (guint kind = 0; kind < SY_N_SPAN_KINDS; kind++)
    {
      guint n = count_at (panel, kind, frame->look->moment->at_ns);

      if (n > 0)
        g_string_append_printf (says, "%s%u %s", says->len > 0 ? " · " : "", n,
                                _(kinds[kind].phrase));
    }

  return g_string_free (g_steal_pointer (&says), FALSE);
}

static char *
say_rows (const SyFrame *frame,
          const SyPanel *panel)
{
  guint n_rows = panel->side->n_rows;

  if (frame->look->moment != NULL)
    return say_moment (frame, panel);
  if (panel->n_rows < n_rows)
    /* Translators: how many of all rows have room. */
    return g_strdup_printf (panel->side->is_loop ? _("Its requests, %u of %u at a time")
                                                 : _("Its threads, %u of %u"),
                            panel->n_rows, n_rows);
  if (panel->side->is_loop)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Its requests, %u at a time",
                                         "Its requests, %u at a time", n_rows), n_rows);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Its %u thread", "Its %u threads", n_rows),
                          n_rows);
}

static const char *
say_strip (const SySide *side)
{
  if (!side->is_loop)
    return _("Threads that run");

  return side->n_strips > 1 ? _("The loops") : _("The one loop");
}

static void
draw_captions (const SyFrame *frame,
               const SyPlot  *plot,
               const SyPanel *panel)
{
  gboolean is_rtl = frame->look->is_rtl;
  double x = panel->area.x + (is_rtl ? panel->area.width : 0);
  double align = is_rtl ? 1 : 0;
  double heading = sy_text_get_line_height (frame->text, SY_TEXT_STRONG);
  g_autofree char *rows = say_rows (frame, panel);

  sy_text_draw (frame->text, plot->cr, SY_TEXT_STRONG, panel->side->name,
                sy_palette_get_series (plot->palette, panel->side->style), x, panel->heading_y,
                align, 0);
  sy_text_draw (frame->text, plot->cr, SY_TEXT_SMALL, say_strip (panel->side), plot->palette->dim,
                x, panel->heading_y + heading, align, 0);
  sy_text_draw (frame->text, plot->cr, SY_TEXT_SMALL, rows, plot->palette->dim, x,
                panel->caption_y, align, 0);
}

static void
draw_moment (const SyFrame *frame,
             const SyPlot  *plot,
             const SyPanel *panel)
{
  double x = sy_panel_place (panel, frame->look->moment->at_ns);

  cairo_new_path (plot->cr);
  cairo_move_to (plot->cr, floor (x) + 0.5, panel->strips_y - 2);
  cairo_line_to (plot->cr, floor (x) + 0.5, panel->caption_y);
  cairo_move_to (plot->cr, floor (x) + 0.5, panel->rows_y - 2);
  cairo_line_to (plot->cr, floor (x) + 0.5, panel->rows_y + panel->row_height * panel->n_rows + 2);
  sy_color_set (plot->palette->text, plot->cr, 0.8);
  cairo_set_line_width (plot->cr, 1.5 * plot->unit);
  cairo_stroke (plot->cr);
}

static void
draw_panel (const SyFrame *frame,
            const SyPlot  *plot,
            const SyPanel *panel)
{
  draw_grounds (plot, panel);
  cairo_save (plot->cr);
  cairo_rectangle (plot->cr, panel->area.x, panel->area.y, panel->area.width, panel->area.height);
  cairo_clip (plot->cr);
  draw_spans (frame, plot, panel);
  cairo_restore (plot->cr);
  draw_captions (frame, plot, panel);
  draw_axis (frame, plot, panel);
  if (frame->look->moment != NULL)
    draw_moment (frame, plot, panel);
}

/* A frame around the life, and what it says beside it. */
static void
draw_cursor (const SyFrame *frame,
             const SyPlot  *plot,
             const SyPanel *panel)
{
  guint point = frame->look->cursor->point;
  const SyTracedRequest *request = &g_array_index (panel->side->trace->requests, SyTracedRequest,
                                                   point);
  guint row = MIN (panel->side->rows[point], panel->n_rows - 1);
  double y = panel->rows_y + row * panel->row_height;
  double left = fmax (sy_panel_place (panel, (double) request->sent_ns), panel->area.x);
  double right = fmin (sy_panel_place (panel, fmin ((double) request->ended_ns,
                                                    find_end (frame, panel))),
                       panel->area.x + panel->area.width);
  g_autofree char *says = sy_chart_describe (frame->chart, frame->look->cursor);

  cairo_new_path (plot->cr);
  cairo_rectangle (plot->cr, left - 1.5, y - 1.5, fmax (2, right - left) + 3,
                   panel->row_height + 2);
  sy_color_set (plot->palette->text, plot->cr, 1);
  cairo_set_dash (plot->cr, NULL, 0, 0);
  cairo_set_line_width (plot->cr, 1.5 * plot->unit);
  cairo_stroke (plot->cr);
  sy_cursor_draw_note (frame, plot, says, (left + right) / 2, y);
}

void
sy_architecture_draw (const SyFrame *frame,
                      const SyPlot  *plot)
{
  SyPanel panels[SY_ARCHITECTURE_MAX_SIDES];
  guint n_sides = frame->chart->architecture->n_sides;
  const SyCursor *cursor = frame->look->cursor;

  sy_architecture_lay_out (frame, panels);
  sy_architecture_run_legend (frame, plot, panels[0].area.y - 0.8 * frame->em
                                             - sy_architecture_run_legend (frame, NULL, 0));
  for (guint i = 0; i < n_sides; i++)
    draw_panel (frame, plot, &panels[i]);

  if (cursor != NULL && cursor->series < n_sides
      && cursor->point < panels[cursor->series].side->trace->requests->len)
    draw_cursor (frame, plot, &panels[cursor->series]);
}
