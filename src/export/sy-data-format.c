/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "export/sy-data-format.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "export/sy-export-csv.h"
#include "export/sy-export-hlog.h"
#include "export/sy-export-trace.h"
#include "lab/sy-run-store.h"

static const SyDataFormat formats[] = {
  { "csv", "csv", N_("Table of turns"),
    N_("Every figure of every turn, for spreadsheets and statistics (CSV)"), sy_export_csv_turns },
  { "csv-slices", "csv", N_("Table over time"),
    N_("Every tenth of a second of every turn (CSV)"), sy_export_csv_slices },
  { "json", "json", N_("Saved run"),
    N_("The whole run, which this program opens again (JSON)"), sy_run_to_json },
  { "hlog", "hlog", N_("Histogram log"),
    N_("Every histogram, for HdrHistogram’s tools"), sy_export_hlog },
  { "trace", "json", N_("Recorded requests"),
    N_("The lives of some requests, for Perfetto (Chrome trace)"), sy_export_trace },
};

const SyDataFormat *
sy_data_formats_get (guint *n_formats)
{
  *n_formats = G_N_ELEMENTS (formats);
  return formats;
}

const SyDataFormat *
sy_data_format_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_str_equal (formats[i].name, name))
      return &formats[i];

  return NULL;
}

const SyDataFormat *
sy_data_format_guess (const char *path)
{
  const char *dot = strrchr (path, '.');

  for (guint i = 0; dot != NULL && i < G_N_ELEMENTS (formats); i++)
    if (g_ascii_strcasecmp (formats[i].extension, dot + 1) == 0)
      return &formats[i];

  return NULL;
}
