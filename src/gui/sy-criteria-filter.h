/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gui/sy-criterion-item.h"

G_BEGIN_DECLS

typedef enum
{
  SY_CRITERIA_BY_JUDGED,
  SY_CRITERIA_BY_NAME,
  SY_CRITERIA_BY_IMPORTANCE,
} SyCriteriaOrder;

/**
 * SyCriteriaFilter:
 * @words: (nullable): each of which must be in what is said of the criterion
 * @source: (nullable): which must say something on it
 * @side: for which a source must speak; %SY_SIDE_NEITHER for any
 * @is_disputed: whether sources must disagree
 * @is_measurable: whether it must be possible to try something here
 *
 * Which criteria to show, and in what order.
 */
typedef struct
{
  const char      *words;
  const SySource  *source;
  SySide           side;
  gboolean         is_disputed;
  gboolean         is_measurable;
  SyCriteriaOrder  order;
} SyCriteriaFilter;

/* Whether it leaves all criteria where they are. */
gboolean   sy_criteria_filter_is_empty (const SyCriteriaFilter *self);

/* (transfer container) (element-type SyCriterionItem): those of @items that match, in order. */
GPtrArray *sy_criteria_filter_apply    (const SyCriteriaFilter *self,
                                        GPtrArray              *items) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
