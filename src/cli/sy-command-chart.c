/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "cli/sy-command.h"
#include "cli/sy-criteria-picture.h"
#include "cli/sy-output.h"
#include "cli/sy-values.h"
#include "export/sy-picture.h"
#include "export/sy-run-chart.h"
#include "lab/sy-run-fields.h"
#include "lab/sy-run-store.h"

static const SyRunChartKind *
find_kind (const SyOptions  *options,
           GError          **error)
{
  const SyRunChartKind *kind = options->kind != NULL ? sy_run_chart_kind_find (options->kind)
                                                     : NULL;
  g_autoptr(GString) names = g_string_new (NULL);
  guint n_kinds;
  const SyRunChartKind *kinds = sy_run_chart_kinds_get (&n_kinds);

  if (kind != NULL)
    return kind;

  for (guint i = 0; i < n_kinds; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", kinds[i].name);
  if (options->kind != NULL)
    g_set_error (error, SY_USAGE_ERROR, SY_USAGE_ERROR_VALUE,
                 _("--kind: “%s” is not one of %s"), options->kind, names->str);
  else
    g_set_error (error, SY_USAGE_ERROR, SY_USAGE_ERROR_VALUE,
                 _("A chart of what? Say --kind and one of %s"), names->str);
  return NULL;
}

static const SyPictureFormat *
find_format (const SyOptions  *options,
             GError          **error)
{
  const SyPictureFormat *format = options->output != NULL
                                  ? sy_picture_format_guess (options->output) : NULL;

  if (format == NULL)
    g_set_error_literal (error, SY_USAGE_ERROR, SY_USAGE_ERROR_VALUE,
                         _("Where to? Say --output and a file that ends with .svg, .png or .pdf"));

  return format;
}

static gboolean
read_size (const char         *text,
           SyPictureSettings  *settings,
           GError            **error)
{
  int end = 0;

  if (text == NULL)
    return TRUE;

  if (sscanf (text, "%5ux%5u%n", &settings->width, &settings->height, &end) == 2
      && text[end] == '\0'
      && settings->width >= SY_PICTURE_MIN_WIDTH && settings->width <= SY_PICTURE_MAX_SIZE
      && settings->height >= SY_PICTURE_MIN_HEIGHT && settings->height <= SY_PICTURE_MAX_SIZE)
    return TRUE;

  g_set_error (error, SY_USAGE_ERROR, SY_USAGE_ERROR_VALUE,
               _("--size: “%s” is not a width and a height from %dx%d to %dx%d"), text,
               SY_PICTURE_MIN_WIDTH, SY_PICTURE_MIN_HEIGHT, SY_PICTURE_MAX_SIZE,
               SY_PICTURE_MAX_SIZE);
  return FALSE;
}

static gboolean
read_settings (const SyOptions    *options,
               SyPictureSettings  *settings,
               GError            **error)
{
  guint theme = settings->theme;

  if (!sy_value_read_choice ("theme", options->theme, sy_theme_names, &theme, error)
      || !sy_value_read_count ("scale", options->scale, 1, SY_PICTURE_MAX_SCALE,
                               &settings->scale, error)
      || !read_size (options->size, settings, error))
    return FALSE;

  settings->theme = theme;
  return TRUE;
}

/* The phase named, or the one the kind of chart is first of all about. */
static gboolean
find_phase (const SyOptions       *options,
            const SyRun           *run,
            const SyRunChartKind  *kind,
            guint                 *phase,
            GError               **error)
{
  const char *scene = options->scenes != NULL ? options->scenes[0] : NULL;
  int choice = sy_run_chart_choose_phase (kind, run, scene);

  if (choice < 0)
    {
      g_set_error (error, SY_RUN_ERROR, SY_RUN_ERROR_NOT_FOUND,
                   scene != NULL ? _("There is no scene “%s” in this run; “show --json” lists what "
                                     "is")
                                 : _("Nothing was measured in this run"), scene);
      return FALSE;
    }

  *phase = (guint) choice;
  return sy_value_read_count ("phase", options->phase, 0, run->phases->len - 1, phase, error);
}

static GBytes *
make_picture (const SyOptions        *options,
              const SyRunChartKind   *kind,
              const SyPictureFormat  *format,
              SyPictureSettings      *settings,
              GError                **error)
{
  g_autofree char *path = sy_run_store_resolve (options->words[0], error);
  g_autoptr(SyRun) run = path != NULL ? sy_run_load (path, error) : NULL;
  g_autoptr(SyAnalysis) analysis = NULL;
  g_autoptr(SyChart) chart = NULL;
  g_autofree char *created = NULL;
  guint phase;

  if (run == NULL || !find_phase (options, run, kind, &phase, error))
    return NULL;

  created = g_date_time_format (run->started, SY_RUN_TIME_FORMAT);
  settings->created = created;
  analysis = sy_analysis_new (run);
  chart = sy_run_chart_new (kind, run, analysis, phase);

  return format->make (chart, settings, error);
}

/* A page of its own: a row for each criterion. */
enum { CRITERIA_WIDTH = 960, CRITERIA_HEIGHT = 1200 };

/* The one kind that shows no run, but what all saved ones say of the articles. */
static gboolean
is_about_criteria (const SyOptions *options)
{
  return g_strcmp0 (options->kind, "criteria") == 0;
}

/* %NULL where nothing is named. */
static const char *
get_word (const SyOptions *options)
{
  return options->words != NULL ? options->words[0] : NULL;
}

static GBytes *
make_criteria_picture (const SyOptions        *options,
                       const SyPictureFormat  *format,
                       SyPictureSettings      *settings,
                       GError                **error)
{
  g_autoptr(SyChart) chart = sy_criteria_picture_new (get_word (options), error);

  if (chart == NULL)
    return NULL;

  if (options->size == NULL && get_word (options) == NULL)
    {
      settings->width = CRITERIA_WIDTH;
      settings->height = CRITERIA_HEIGHT;
    }

  return format->make (chart, settings, error);
}

static gboolean
check_words (const SyOptions  *options,
             GError          **error)
{
  if (is_about_criteria (options) || get_word (options) != NULL)
    return TRUE;

  g_set_error_literal (error, SY_USAGE_ERROR, SY_USAGE_ERROR_VALUE,
                       _("A chart of which run? Name a file or a saved run, or say “latest”"));
  return FALSE;
}

static SyExit
run_chart (const SyOptions  *options,
           GError          **error)
{
  SyPictureSettings settings = sy_picture_settings_new ();
  gboolean is_of_run = !is_about_criteria (options);
  const SyRunChartKind *kind = is_of_run ? find_kind (options, error) : NULL;
  const SyPictureFormat *format = NULL;
  g_autoptr(GBytes) picture = NULL;
  const char *data;
  gsize length;

  if ((is_of_run && kind == NULL) || !check_words (options, error))
    return SY_EXIT_FAILED;

  format = find_format (options, error);
  if (format == NULL || !read_settings (options, &settings, error)
      || !sy_output_check (options, error))
    return SY_EXIT_FAILED;

  picture = is_of_run ? make_picture (options, kind, format, &settings, error)
                      : make_criteria_picture (options, format, &settings, error);
  if (picture == NULL)
    return SY_EXIT_FAILED;

  data = g_bytes_get_data (picture, &length);
  return sy_output_write (options, data, length, error) ? SY_EXIT_DONE : SY_EXIT_FAILED;
}

const SyCommand sy_command_chart = {
  .name = "chart",
  .arguments = N_("[RUN]"),
  .summary = N_("Draw a chart of a run into a file"),
  .description = N_("Draws a saved run: capacity, response-time, ratio, spectrum, throughput, "
                    "latency, sweep, loop-lag, lock-wait, lock-held or architecture. The "
                    "picture carries its title, what it says in one sentence and its figures "
                    "along, for those who cannot see it. RUN is a file, the name of a saved "
                    "run or the beginning of one, or “latest”. The kind criteria needs none: "
                    "it draws what the articles say and all saved runs show, on every "
                    "criterion or on the one that is named instead of a run."),
  .example = "steelyard-cli chart latest --kind capacity --output capacity.svg",
  .max_words = 1,
  .options = SY_OPTIONS_CHART,
  .run = run_chart,
};
