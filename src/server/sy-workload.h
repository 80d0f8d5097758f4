/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "server/sy-program.h"

G_BEGIN_DECLS

#define SY_WORKLOAD_ERROR (sy_workload_error_quark ())

typedef enum
{
  SY_WORKLOAD_ERROR_UNKNOWN,
} SyWorkloadError;

GQuark sy_workload_error_quark (void);

enum { SY_WORKLOAD_MAX_PARTS = 8 };

typedef struct
{
  SyProgram program;
  guint     weight;
} SyWorkloadPart;

/**
 * SyWorkload:
 *
 * A weighted mix of programs, by value.  Written "b512:63+c20000:1": parts joined by "+", each with
 * its weight behind a colon (1 when absent).  Under a closed load the weights share out the
 * clients, each of which keeps to its program; under an open load they share out the arrivals.
 */
typedef struct
{
  SyWorkloadPart parts[SY_WORKLOAD_MAX_PARTS];
  guint          n_parts;
} SyWorkload;

/* A workload with a name: @id, @name and @summary for people (untranslated), @mix to parse. */
typedef struct
{
  const char *id;
  const char *name;
  const char *summary;
  const char *mix;
} SyNamedWorkload;

/* Fails with %SY_PROGRAM_ERROR; the message shows @mix and a caret under the character at fault. */
gboolean               sy_workload_parse    (const char        *mix,
                                             SyWorkload        *workload,
                                             GError           **error);
char                  *sy_workload_format   (const SyWorkload  *self) G_GNUC_WARN_UNUSED_RESULT;

const SyNamedWorkload *sy_workloads_get     (guint             *n_workloads);
const SyNamedWorkload *sy_workloads_find    (const char        *id,
                                             GError           **error);

G_END_DECLS
