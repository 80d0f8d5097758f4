/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib.h>
#include <stdint.h>
#include <string.h>

#include "server/sy-program.h"
#include "server/sy-workload.h"

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

static void
try_query (const char *text,
           gsize       length)
{
  g_autoptr(GError) error = NULL;
  SyProgram program;
  guint32 k;

  if (sy_program_parse_query (text, (gssize) length, &k, &program, &error))
    g_assert_cmpuint (program.n_steps, >, 0);
  else
    g_assert_true (g_utf8_validate (error->message, -1, NULL));
}

static void
try_program (const char *text,
             gsize       length)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *formatted = NULL;
  SyProgram program, again;

  if (!sy_program_parse (text, (gssize) length, &program, &error))
    {
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return;
    }

  formatted = sy_program_format (&program);
  g_assert_true (sy_program_parse (formatted, -1, &again, NULL));
  g_assert_cmpuint (program.n_steps, ==, again.n_steps);
  for (guint i = 0; i < program.n_steps; i++)
    g_assert_true (program.steps[i].kind == again.steps[i].kind
                   && program.steps[i].amount == again.steps[i].amount);
}

static void
try_workload (const char *text)
{
  g_autofree char *formatted = NULL;
  SyWorkload workload, again;

  if (!sy_workload_parse (text, &workload, NULL))
    return;

  formatted = sy_workload_format (&workload);
  g_assert_true (sy_workload_parse (formatted, &again, NULL));
  g_assert_cmpuint (workload.n_parts, ==, again.n_parts);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);

  try_query ((const char *) data, size);
  try_program ((const char *) data, size);
  try_workload (text);

  return 0;
}
