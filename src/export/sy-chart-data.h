/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/sy-chart.h"

G_BEGIN_DECLS

/* What a chart shows, as spreadsheets take it when it is pasted: a row a line, cells parted by
 * tabs, units in the headings, values with every digit and a decimal point in every locale, empty
 * cells where there is nothing.
 */
char *sy_chart_data_to_text (const SyChart *chart) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
