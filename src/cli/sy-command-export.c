/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n-lib.h>

#include "cli/sy-command.h"
#include "cli/sy-output.h"
#include "export/sy-data-format.h"
#include "lab/sy-run-store.h"

static char *
list_formats (void)
{
  g_autoptr(GStrvBuilder) names = g_strv_builder_new ();
  g_auto(GStrv) list = NULL;
  guint n_formats;
  const SyDataFormat *formats = sy_data_formats_get (&n_formats);

  for (guint i = 0; i < n_formats; i++)
    g_strv_builder_add (names, formats[i].name);
  list = g_strv_builder_end (names);

  return g_strjoinv (", ", list);
}

/* What --format says, or else how the file's name ends. */
static const SyDataFormat *
find_format (const SyOptions  *options,
             GError          **error)
{
  const SyDataFormat *format = NULL;
  g_autofree char *known = list_formats ();

  if (options->format != NULL)
    format = sy_data_format_find (options->format);
  else if (options->output != NULL)
    format = sy_data_format_guess (options->output);
  if (format != NULL)
    return format;

  if (options->format != NULL)
    g_set_error (error, SY_USAGE_ERROR, SY_USAGE_ERROR_VALUE,
                 _("--format: “%s” is not one of %s"), options->format, known);
  else
    g_set_error (error, SY_USAGE_ERROR, SY_USAGE_ERROR_VALUE,
                 _("In which form? Say --format and one of %s"), known);
  return NULL;
}

static SyExit
run_export (const SyOptions  *options,
            GError          **error)
{
  const SyDataFormat *format = find_format (options, error);
  g_autofree char *path = NULL;
  g_autoptr(SyRun) run = NULL;
  g_autofree char *data = NULL;
  gsize length;

  if (format == NULL || !sy_output_check (options, error))
    return SY_EXIT_FAILED;

  path = sy_run_store_resolve (options->words[0], error);
  run = path != NULL ? sy_run_load (path, error) : NULL;
  if (run == NULL)
    return SY_EXIT_FAILED;

  data = format->export (run, &length);
  return sy_output_write (options, data, length, error) ? SY_EXIT_DONE : SY_EXIT_FAILED;
}

const SyCommand sy_command_export = {
  .name = "export",
  .arguments = N_("RUN"),
  .summary = N_("Write a run’s data for other programs"),
  .description = N_("Writes every figure of every turn (csv), every tenth of a second of every "
                    "turn (csv-slices), the saved run itself (json), its histograms for the "
                    "tools of HdrHistogram (hlog) or the recorded lives of some requests for "
                    "Perfetto (trace). Times are in nanoseconds, in a trace in microseconds, and "
                    "what could not be measured is empty. RUN is a file, the name of a saved run "
                    "or the beginning of one, or “latest”."),
  .example = "steelyard-cli export latest --format csv --output turns.csv",
  .min_words = 1,
  .max_words = 1,
  .options = SY_OPTIONS_FORMAT | SY_OPTIONS_FILE,
  .run = run_export,
};
