/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define SY_PROGRAM_ERROR (sy_program_error_quark ())

typedef enum
{
  SY_PROGRAM_ERROR_SYNTAX,
  SY_PROGRAM_ERROR_RANGE,
} SyProgramError;

GQuark   sy_program_error_quark      (void);

/* The letters of the step language. */
typedef enum
{
  SY_STEP_COMPUTE,  /* c: compute units (sy-compute.h) */
  SY_STEP_WAIT,     /* w: milliseconds without computing, as a call to another service */
  SY_STEP_ANSWER,   /* b: bytes of the answer's body */
  SY_STEP_FAIL,     /* f: raise inside the handler: answered with status 500 */
} SyStepKind;

typedef struct
{
  SyStepKind kind;
  guint32    amount;
} SyStep;

enum { SY_PROGRAM_MAX_STEPS = 16 };

/* What one request does, such as "c2,w5,c1,b2048".  By value, immutable. */
typedef struct
{
  SyStep steps[SY_PROGRAM_MAX_STEPS];
  guint  n_steps;
} SyProgram;

/**
 * sy_program_parse:
 * @text: such as "c2,w5,b2048"; not necessarily terminated
 * @length: of @text in bytes, or -1
 *
 * The message of an error shows @text with a caret line under the character at fault.
 */
gboolean sy_program_parse            (const char       *text,
                                      gssize            length,
                                      SyProgram        *program,
                                      GError          **error);
char    *sy_program_format           (const SyProgram  *self) G_GNUC_WARN_UNUSED_RESULT;

/* The value an honest server must answer with for seed @k. */
guint32  sy_program_get_check        (const SyProgram  *self,
                                      guint32           k);

/* The size of the body in bytes: of the last b step, or 2 ("{}"). */
guint    sy_program_get_answer_size  (const SyProgram  *self);
gboolean sy_program_fails            (const SyProgram  *self);

/* Sums over the steps: units computed, milliseconds waited. */
guint    sy_program_count_units      (const SyProgram  *self);
guint    sy_program_count_wait_ms    (const SyProgram  *self);

/* The part of a URL that follows the "?": "k=7&steps=c2,w5"; k is 1 when absent. */
gboolean sy_program_parse_query      (const char       *query,
                                      gssize            length,
                                      guint32          *k,
                                      SyProgram        *program,
                                      GError          **error);

G_END_DECLS
