/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/sy-charts.h"

G_BEGIN_DECLS

typedef enum
{
  SAMPLE_FULL,
  SAMPLE_EMPTY,
  SAMPLE_SINGLE,
  SAMPLE_ALIKE,
  SAMPLE_MISSING,
  SAMPLE_FAILED,
  N_SAMPLE_KINDS,
} SampleKind;

extern const char *const sample_kind_names[N_SAMPLE_KINDS];

typedef struct
{
  const char *name;
  SyChart  *(*make) (SampleKind kind);
} Sample;

/* Every chart there is, from figures like those of a real run, or from damaged ones. */
#define N_SAMPLES 17
extern const Sample samples[N_SAMPLES];

/* One server's throughput in @n_slices slices: a rough line, or a smooth one. */
SyChart *sample_long_run (guint    n_slices,
                          gboolean is_rough) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
