/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/sy-chart.h"
#include "chart/sy-charts.h"
#include "chart/sy-layer.h"

G_BEGIN_DECLS

typedef struct _SyArchitecture SyArchitecture;

/**
 * SyAxis:
 * @title: (owned): what is along it, without the unit
 */
typedef struct
{
  char    *title;
  SyFormat format;
  SyScale  scale;
} SyAxis;

/* Where the name stands: beside each line there is room for less and need for more. */
typedef enum
{
  SY_ENTRY_EVERYWHERE,
  SY_ENTRY_IN_LEGEND,
  SY_ENTRY_BESIDE_LINE,
} SyEntryPlace;

/**
 * SyEntry:
 * @series: the index of the series whose last value it stands at when written beside its line
 * @has_marker: whether @marker is its sample, instead of the style's
 *
 * A name in the legend.
 */
typedef struct
{
  char        *name;
  guint        style;
  gboolean     is_companion;
  SyEntryPlace place;
  guint        series;
  gboolean     has_marker;
  SyMarker     marker;
} SyEntry;

/**
 * _SyChart:
 * @heading: the title without the circumstances
 * @series_heading: what the series are: "Server"
 * @interval: what the intervals are: "95 % interval"; %NULL if there are none
 * @empty: the sentence where there is nothing to show
 * @hints: what values below and above the line of no difference mean
 * @series: (element-type SySeries): those with points to be pointed at, in order
 * @shades: (element-type SySeries): those without
 * @notes: (nullable): what stands at the end of each row instead of its value
 * @architecture: (nullable): what is drawn instead of layers on scales
 * @has_finding: the sentence is not only what the picture shows, but what follows from it
 * @is_ranged: what stands there is its interval, and nothing else
 * @has_rows: each series is a row with a name of its own
 * @has_failures: requests may have failed at its points
 * @has_legend: names tell nothing at the ends of the lines
 */
struct _SyChart
{
  char      *title;
  char      *heading;
  char      *subtitle;
  char      *sentence;
  char      *empty;
  char      *series_heading;
  char      *interval;
  char      *hints[2];
  SyAxis     position;
  SyAxis     value;
  GPtrArray *series;
  GPtrArray *shades;
  GArray    *layers;
  GArray    *entries;
  GPtrArray *notes;
  SyArchitecture *architecture;
  gboolean   has_finding;
  gboolean   is_ranged;
  gboolean   has_rows;
  gboolean   has_failures;
  gboolean   has_legend;
};

/* Each word that @words lacks is taken from the texts given here. */
SyChart        *sy_chart_new           (const SyChartWords *words,
                                        const char         *title,
                                        const char         *subtitle,
                                        const char         *series_heading)
                                        G_GNUC_WARN_UNUSED_RESULT;
void            sy_chart_set_position  (SyChart            *self,
                                        const char         *title,
                                        SyFormat            format,
                                        SyScaleKind         kind);
void            sy_chart_set_value     (SyChart            *self,
                                        const char         *title,
                                        SyFormat            format,
                                        SyScaleKind         kind);

/* Takes @series. */
SySeries       *sy_chart_take_series   (SyChart            *self,
                                        SySeries           *series);
SySeries       *sy_chart_take_shade    (SyChart            *self,
                                        SySeries           *series);
void            sy_chart_add_layer     (SyChart            *self,
                                        SyLayer             layer);
/* A name for the series added last. */
void            sy_chart_add_entry     (SyChart            *self,
                                        const char         *name,
                                        guint               style,
                                        gboolean            is_companion,
                                        SyEntryPlace        place);

/* Stretches both scales over all points and their intervals, and makes them fit to be drawn on. */
void            sy_chart_settle        (SyChart            *self);

/* The finding that came with the words, or else @sentence, which it takes. */
void            sy_chart_take_sentence (SyChart            *self,
                                        const SyChartWords *words,
                                        char               *sentence);

/* Times that lie close together are shown from zero on, and on a log scale where they do not. */
SyScaleKind     sy_chart_choose_kind   (double              low,
                                        double              high);

gboolean        sy_chart_has_point     (const SyChart      *self,
                                        const SyCursor     *cursor);
const SySeries *sy_chart_get_series    (const SyChart      *self,
                                        guint               index);

G_END_DECLS
