/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "server/sy-program.h"

G_BEGIN_DECLS

typedef enum
{
  SY_EXECUTION_WAITS,
  SY_EXECUTION_ANSWERS,
  SY_EXECUTION_FAILS,
} SyExecutionState;

/**
 * SyExecution:
 * @next: index of the step to execute next
 * @x: the compute unit's running value; at the end the check value
 *
 * One request being executed: the one step interpreter of all in-process servers.  It computes by
 * itself and hands back every wait, because waiting is what the architectures do differently.
 */
typedef struct
{
  SyProgram program;
  guint     next;
  guint32   x;
} SyExecution;

/* Called once a compute unit. */
typedef void (*SyCheckpointFunc) (gpointer data);

void             sy_execution_begin   (SyExecution      *self,
                                       const SyProgram  *program,
                                       guint32           k);

/**
 * sy_execution_advance:
 * @checkpoint: (nullable): called once a compute unit
 * @wait_ms: (out): how long to wait before advancing again, for %SY_EXECUTION_WAITS
 *
 * Executes steps until one waits or all are done.
 */
SyExecutionState sy_execution_advance (SyExecution      *self,
                                       SyCheckpointFunc  checkpoint,
                                       gpointer          data,
                                       guint            *wait_ms);

G_END_DECLS
