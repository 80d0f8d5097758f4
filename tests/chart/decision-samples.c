/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "decision-samples.h"

static const SyChartEffect contributions[] = {
  { .name = "Real-time communication", .value = 0.062 }, { .name = "Scalability", .value = 0.041 },
  { .name = "Performance under load", .value = 0.018 }, { .name = "Syntax", .value = -0.011 },
  { .name = "Data analysis", .value = -0.023 },
};

static const SyChartEffect swings[] = {
  { "Libraries", 0.087, -0.014, 0.15 }, { "Real-time communication", 0.087, 0.021, 0.113 },
  { "Scalability", 0.087, 0.032, 0.121 }, { "Performance under load", 0.087, 0.058, 0.109 },
  { "Data analysis", 0.087, 0.094, 0.052 },
};

static const double shares[] = { 0.58, 0.29, 0.13, 0.35, 0.47, 0.18, 0.07, 0.24, 0.69 };

static const SyChartRanks options[] = {
  { "Node.js (event loop)", 0, shares },
  { "Python (threads)", 1, shares + 6 },
  { "Python (asyncio)", 2, shares + 3 },
};

static const SyChartFlip flips[] = {
  { "Speed under load", 0.41, 0.17, TRUE }, { "Building it", 0.24, 0.46, TRUE },
  { "Running it", 0.16, 0.19, TRUE }, { "People", 0.1, 0.98, TRUE },
  { .name = "Risk", .weight = 0.09, .flips = FALSE },
};

/* The first alone, or all of them. */
static guint
count (SampleKind kind,
       guint      n)
{
  if (kind == SAMPLE_EMPTY)
    return 0;

  return kind == SAMPLE_SINGLE ? 1 : n;
}

SyChart *
sample_contributions (SampleKind kind)
{
  return sy_chart_new_contributions (NULL, contributions,
                                     count (kind, G_N_ELEMENTS (contributions)));
}

SyChart *
sample_tornado (SampleKind kind)
{
  return sy_chart_new_tornado (NULL, swings, count (kind, G_N_ELEMENTS (swings)));
}

SyChart *
sample_acceptability (SampleKind kind)
{
  return sy_chart_new_acceptability (NULL, options, count (kind, G_N_ELEMENTS (options)),
                                     G_N_ELEMENTS (options));
}

SyChart *
sample_flips (SampleKind kind)
{
  return sy_chart_new_flips (NULL, flips, count (kind, G_N_ELEMENTS (flips)));
}
