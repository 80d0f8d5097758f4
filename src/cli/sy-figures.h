/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lab/sy-analysis.h"

G_BEGIN_DECLS

/**
 * SyFigureForm:
 * @SY_FIGURE_RATE: per second
 * @SY_FIGURE_TIME: nanoseconds; milliseconds in machine output
 * @SY_FIGURE_SHORT_TIME: nanoseconds; microseconds in machine output
 * @SY_FIGURE_SHARE: 1 is all of it; per cent for people
 * @SY_FIGURE_RATIO: 1 is no difference; the difference in per cent for people
 * @SY_FIGURE_NUMBER: as it is
 */
typedef enum
{
  SY_FIGURE_RATE,
  SY_FIGURE_TIME,
  SY_FIGURE_SHORT_TIME,
  SY_FIGURE_SHARE,
  SY_FIGURE_RATIO,
  SY_FIGURE_NUMBER,
} SyFigureForm;

typedef enum
{
  SY_FIGURES_SPEED,
  SY_FIGURES_RESPONSE,
  SY_FIGURES_SERVICE,
  SY_FIGURES_MECHANISM,
} SyFigureGroup;

/**
 * SyFigureRow:
 * @group: what it belongs to; response and service times are objects of their own for machines
 * @key: for machines
 * @label: for people, untranslated
 * @offset: of the #SyFigure in #SyArmResult
 */
typedef struct
{
  SyFigureGroup  group;
  const char    *key;
  const char    *label;
  gsize          offset;
  SyFigureForm   form;
} SyFigureRow;

/* The one table of what is shown of a server in a phase, in order. */
const SyFigureRow *sy_figures_get           (guint              *n_rows);

const SyFigure    *sy_figure_row_get        (const SyFigureRow  *self,
                                             const SyArmResult  *result);

/* The value in the unit of machine output. */
double             sy_figure_form_scale     (SyFigureForm        form,
                                             double              value);

/* For people: "5.21 ms", "98 %"; %NULL where the figure is absent. */
char              *sy_figure_row_say        (const SyFigureRow  *self,
                                             const SyArmResult  *result) G_GNUC_WARN_UNUSED_RESULT;

/* Half its interval, "±4 %", or as a factor where large, "×÷2.4"; empty where it has none. */
char              *sy_figure_row_say_spread (const SyFigureRow  *self,
                                             const SyArmResult  *result) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
