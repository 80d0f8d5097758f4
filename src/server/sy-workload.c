/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "server/sy-workload.h"

#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_QUARK (sy-workload-error-quark, sy_workload_error)

enum { MAX_WEIGHT = 1000000 };

static const SyNamedWorkload workloads[] = {
  {
    .id = "hello",
    .name = N_("Nothing but an answer"),
    .summary = N_("No work at all: what the server itself costs"),
    .mix = "b2",
  },
  {
    .id = "waiting",
    .name = N_("Mostly waiting"),
    .summary = N_("Some computing, then 5 ms for another service: most web back ends"),
    .mix = "c20,w5,b1024",
  },
  {
    .id = "one-heavy",
    .name = N_("One heavy request among light ones"),
    .summary = N_("One client of 64 asks for a long computation: who else has to wait for it?"),
    .mix = "b512:63+c20000:1",
  },
  {
    .id = "computing",
    .name = N_("Pure computing"),
    .summary = N_("Each request computes and never waits"),
    .mix = "c500",
  },
  {
    .id = "database",
    .name = N_("A quick database"),
    .summary = N_("A query of 2 ms between a little computing, answered with 2 kB"),
    .mix = "c2,w2,c1,b2048",
  },
  {
    .id = "two-services",
    .name = N_("Two other services"),
    .summary = N_("Calls of 10 ms and 20 ms, one after the other, and a little computing"),
    .mix = "c5,w10,c5,w20,c5,b4096",
  },
  {
    .id = "big-answers",
    .name = N_("Big answers"),
    .summary = N_("256 kB an answer: what sending costs"),
    .mix = "c10,b262144",
  },
  {
    .id = "failing",
    .name = N_("Some requests fail"),
    .summary = N_("One client of 16 asks for what the handler cannot do"),
    .mix = "c20,w5,b1024:15+c20,f:1",
  },
};

static gboolean
read_weight (SyReader  *reader,
             guint     *weight,
             GError   **error)
{
  gsize start = reader->at;
  guint64 number;

  if (!sy_reader_read_number (reader, &number))
    return sy_reader_fail (reader, start, SY_PROGRAM_ERROR_SYNTAX, error,
                           _("expected a whole number after “:”, the weight"));
  if (number < 1 || number > MAX_WEIGHT)
    return sy_reader_fail (reader, start, SY_PROGRAM_ERROR_RANGE, error,
                           _("a weight is 1 to %d"), MAX_WEIGHT);

  *weight = (guint) number;
  return TRUE;
}

static gboolean
read_part (SyReader        *reader,
           SyWorkloadPart  *part,
           GError         **error)
{
  part->weight = 1;

  return sy_program_read (reader, &part->program, error)
         && (!sy_reader_skip (reader, ':') || read_weight (reader, &part->weight, error));
}

gboolean
sy_workload_parse (const char  *mix,
                   SyWorkload  *workload,
                   GError     **error)
{
  SyReader reader = { mix, strlen (mix), 0, SY_PROGRAM_ERROR };

  workload->n_parts = 0;
  do
    {
      if (workload->n_parts == SY_WORKLOAD_MAX_PARTS)
        return sy_reader_fail (&reader, reader.at, SY_PROGRAM_ERROR_RANGE, error,
                               _("a mix has at most %d parts"), SY_WORKLOAD_MAX_PARTS);
      if (!read_part (&reader, &workload->parts[workload->n_parts], error))
        return FALSE;
      workload->n_parts++;
    }
  while (sy_reader_skip (&reader, '+'));

  if (!sy_reader_is_at_end (&reader))
    return sy_reader_fail (&reader, reader.at, SY_PROGRAM_ERROR_SYNTAX, error,
                           _("expected “,” and the next step, “:” and a weight, "
                             "“+” and the next part, or the end"));

  return TRUE;
}

char *
sy_workload_format (const SyWorkload *self)
{
  GString *mix = g_string_new (NULL);

  for (guint i = 0; i < self->n_parts; i++)
    {
      const SyWorkloadPart *part = &self->parts[i];
      g_autofree char *steps = sy_program_format (&part->program);

      g_string_append_printf (mix, "%s%s", i > 0 ? "+" : "", steps);
      if (part->weight != 1)
        g_string_append_printf (mix, ":%u", part->weight);
    }

  return g_string_free (mix, FALSE);
}

const SyNamedWorkload *
sy_workloads_get (guint *n_workloads)
{
  *n_workloads = G_N_ELEMENTS (workloads);

  return workloads;
}

static char *
list_ids (void)
{
  const char *ids[G_N_ELEMENTS (workloads) + 1] = { NULL };

  for (guint i = 0; i < G_N_ELEMENTS (workloads); i++)
    ids[i] = workloads[i].id;

  return g_strjoinv (", ", (char **) ids);
}

const SyNamedWorkload *
sy_workloads_find (const char  *id,
                   GError     **error)
{
  g_autofree char *ids = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (workloads); i++)
    if (g_str_equal (workloads[i].id, id))
      return &workloads[i];

  ids = list_ids ();
  g_set_error (error, SY_WORKLOAD_ERROR, SY_WORKLOAD_ERROR_UNKNOWN,
               /* Translators: what was asked for, then all there are. */
               _("There is no workload “%s”; choose one of %s, or write steps such as c2,w5,b512"),
               id, ids);
  return NULL;
}
