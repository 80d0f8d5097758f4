/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "server/sy-reader.h"

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
  SY_STEP_COMPUTE,  /* c: compute units (sy-compute.h), at most 10,000,000 */
  SY_STEP_WAIT,     /* w: milliseconds without computing, as a call to another service; 60,000 */
  SY_STEP_ANSWER,   /* b: bytes of the answer's body, at most 16 MiB */
  SY_STEP_FAIL,     /* f: raise inside the handler: answered with status 500; takes no number */
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

/* Reads steps up to the first character that is not one of them, for texts around programs. */
gboolean sy_program_read             (SyReader         *reader,
                                      SyProgram        *program,
                                      GError          **error);
char    *sy_program_format           (const SyProgram  *self) G_GNUC_WARN_UNUSED_RESULT;

/* The value an honest server must answer with for seed @k.  Takes as long as the program does. */
guint32  sy_program_get_check        (const SyProgram  *self,
                                      guint32           k);

/* The size of the body in bytes: of the last b step, or 2 ("{}"). */
guint    sy_program_get_answer_size  (const SyProgram  *self);
gboolean sy_program_fails            (const SyProgram  *self);

/* Sums over the steps up to one that fails: units computed, milliseconds waited. */
guint    sy_program_count_units      (const SyProgram  *self);
guint    sy_program_count_wait_ms    (const SyProgram  *self);

/**
 * sy_program_parse_query:
 * @query: the part of a URL that follows the "?": "k=7&steps=c2,w5", percent-encoded or not
 * @length: of @query in bytes, or -1
 * @k: (out): 0 to 2³² − 1; 1 when absent
 *
 * Other keys are ignored; of a key given twice the last counts.  Messages show the decoded query.
 */
gboolean sy_program_parse_query      (const char       *query,
                                      gssize            length,
                                      guint32          *k,
                                      SyProgram        *program,
                                      GError          **error);

G_END_DECLS
