/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "server/sy-execution.h"

#include "server/sy-compute.h"

void
sy_execution_begin (SyExecution     *self,
                    const SyProgram *program,
                    guint32          k)
{
  self->program = *program;
  self->next = 0;
  self->x = k;
}

static void
compute (SyExecution      *self,
         guint             n_units,
         SyCheckpointFunc  checkpoint,
         gpointer          data)
{
  for (guint i = 0; i < n_units; i++)
    {
      self->x = sy_compute_unit (self->x);
      if (checkpoint != NULL)
        checkpoint (data);
    }
}

SyExecutionState
sy_execution_advance (SyExecution      *self,
                      SyCheckpointFunc  checkpoint,
                      gpointer          data,
                      guint            *wait_ms)
{
  while (self->next < self->program.n_steps)
    {
      const SyStep *step = &self->program.steps[self->next++];

      switch (step->kind)
        {
        case SY_STEP_COMPUTE:
          compute (self, step->amount, checkpoint, data);
          break;
        case SY_STEP_WAIT:
          *wait_ms = step->amount;
          return SY_EXECUTION_WAITS;
        case SY_STEP_ANSWER:
          break;
        case SY_STEP_FAIL:
          return SY_EXECUTION_FAILS;
        default:
          g_assert_not_reached ();
        }
    }

  return SY_EXECUTION_ANSWERS;
}
