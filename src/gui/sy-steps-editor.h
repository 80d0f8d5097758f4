/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "server/sy-program.h"

G_BEGIN_DECLS

/**
 * SyStepsEditor:
 *
 * Composes what one request does, step by step.  Emits "changed".
 */
#define SY_TYPE_STEPS_EDITOR (sy_steps_editor_get_type ())

G_DECLARE_FINAL_TYPE (SyStepsEditor, sy_steps_editor, SY, STEPS_EDITOR, AdwBin)

/* @unit_ns: how long one unit of computing takes here. */
void      sy_steps_editor_set_program (SyStepsEditor   *self,
                                       const SyProgram *program,
                                       double           unit_ns);
/* From now on for a profile: computing was timed on that runtime, and nothing fails. */
void      sy_steps_editor_set_runtime (SyStepsEditor   *self,
                                       const char      *runtime);
SyProgram sy_steps_editor_get_program (SyStepsEditor   *self);

G_END_DECLS
