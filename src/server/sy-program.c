/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "server/sy-program.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "server/sy-compute.h"

G_DEFINE_QUARK (sy-program-error-quark, sy_program_error)

/* Without a unit a step takes no number. */
typedef struct
{
  char        letter;
  guint32     max;
  const char *unit;
} StepSyntax;

static const StepSyntax syntaxes[] = {
  [SY_STEP_COMPUTE] = { 'c', 10000000, N_("compute units") },
  [SY_STEP_WAIT] = { 'w', 60000, N_("milliseconds") },
  [SY_STEP_ANSWER] = { 'b', 16777216, N_("bytes") },
  [SY_STEP_FAIL] = { 'f', 0, NULL },
};

static gboolean
read_kind (SyReader    *reader,
           SyStepKind  *kind,
           GError     **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (syntaxes); i++)
    if (sy_reader_skip (reader, syntaxes[i].letter))
      {
        *kind = (SyStepKind) i;
        return TRUE;
      }

  return sy_reader_fail (reader, reader->at, SY_PROGRAM_ERROR_SYNTAX, error,
                         _("expected a step: c (compute), w (wait), b (answer bytes) or f (fail)"));
}

static gboolean
read_amount (SyReader          *reader,
             const StepSyntax  *syntax,
             guint32           *amount,
             GError           **error)
{
  gsize start = reader->at;
  guint64 number;

  if (!sy_reader_read_number (reader, &number))
    return sy_reader_fail (reader, start, SY_PROGRAM_ERROR_SYNTAX, error,
                           /* Translators: a letter, then what it counts, such as “bytes”. */
                           _("expected a whole number after “%c”, of %s"),
                           syntax->letter, _(syntax->unit));

  if (number > syntax->max)
    return sy_reader_fail (reader, start, SY_PROGRAM_ERROR_RANGE, error,
                           /* Translators: a letter, a number, what the letter counts. */
                           _("“%c” takes 0 to %u %s"),
                           syntax->letter, syntax->max, _(syntax->unit));

  *amount = (guint32) number;
  return TRUE;
}

static gboolean
read_step (SyReader  *reader,
           SyStep    *step,
           GError   **error)
{
  *step = (SyStep) { 0 };
  if (!read_kind (reader, &step->kind, error))
    return FALSE;

  return syntaxes[step->kind].unit == NULL
         || read_amount (reader, &syntaxes[step->kind], &step->amount, error);
}

gboolean
sy_program_read (SyReader   *reader,
                 SyProgram  *program,
                 GError    **error)
{
  program->n_steps = 0;
  do
    {
      if (program->n_steps == SY_PROGRAM_MAX_STEPS)
        return sy_reader_fail (reader, reader->at, SY_PROGRAM_ERROR_RANGE, error,
                               _("a program has at most %d steps"), SY_PROGRAM_MAX_STEPS);
      if (!read_step (reader, &program->steps[program->n_steps], error))
        return FALSE;
      program->n_steps++;
    }
  while (sy_reader_skip (reader, ','));

  return TRUE;
}

static gsize
measure (const char *text,
         gssize      length)
{
  return length < 0 ? strlen (text) : (gsize) length;
}

gboolean
sy_program_parse (const char  *text,
                  gssize       length,
                  SyProgram   *program,
                  GError     **error)
{
  SyReader reader = { text, measure (text, length), 0, SY_PROGRAM_ERROR };

  if (!sy_program_read (&reader, program, error))
    return FALSE;

  if (!sy_reader_is_at_end (&reader))
    return sy_reader_fail (&reader, reader.at, SY_PROGRAM_ERROR_SYNTAX, error,
                           _("expected a comma and the next step, or the end"));

  return TRUE;
}

char *
sy_program_format (const SyProgram *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->n_steps; i++)
    {
      const StepSyntax *syntax = &syntaxes[self->steps[i].kind];

      if (i > 0)
        g_string_append_c (text, ',');
      g_string_append_c (text, syntax->letter);
      if (syntax->unit != NULL)
        g_string_append_printf (text, "%u", self->steps[i].amount);
    }

  return g_string_free (text, FALSE);
}

static guint
count (const SyProgram *self,
       SyStepKind       kind)
{
  guint sum = 0;

  for (guint i = 0; i < self->n_steps && self->steps[i].kind != SY_STEP_FAIL; i++)
    if (self->steps[i].kind == kind)
      sum += self->steps[i].amount;

  return sum;
}

guint
sy_program_count_units (const SyProgram *self)
{
  return count (self, SY_STEP_COMPUTE);
}

guint
sy_program_count_wait_ms (const SyProgram *self)
{
  return count (self, SY_STEP_WAIT);
}

guint32
sy_program_get_check (const SyProgram *self,
                      guint32          k)
{
  guint n_units = sy_program_count_units (self);
  guint32 x = k;

  for (guint i = 0; i < n_units; i++)
    x = sy_compute_unit (x);

  return x;
}

guint
sy_program_get_answer_size (const SyProgram *self)
{
  guint size = 2;

  for (guint i = 0; i < self->n_steps; i++)
    if (self->steps[i].kind == SY_STEP_ANSWER)
      size = self->steps[i].amount;

  return size;
}

gboolean
sy_program_fails (const SyProgram *self)
{
  for (guint i = 0; i < self->n_steps; i++)
    if (self->steps[i].kind == SY_STEP_FAIL)
      return TRUE;

  return FALSE;
}
