/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define SY_USAGE_ERROR (sy_usage_error_quark ())

typedef enum
{
  SY_USAGE_ERROR_COMMAND,
  SY_USAGE_ERROR_OPTION,
  SY_USAGE_ERROR_VALUE,
} SyUsageError;

GQuark sy_usage_error_quark (void);

/* Which options a command knows. */
typedef enum
{
  SY_OPTIONS_SERVERS = 1 << 0,     /* which servers, and how they are set up */
  SY_OPTIONS_CONNECTIONS = 1 << 1,
  SY_OPTIONS_PLAN = 1 << 2,        /* what is measured, and for how long */
  SY_OPTIONS_PORT = 1 << 3,
  SY_OPTIONS_SAVE = 1 << 4,
  SY_OPTIONS_FAIL_IF = 1 << 5,
  SY_OPTIONS_JSON = 1 << 6,
  SY_OPTIONS_QUIET = 1 << 7,
  SY_OPTIONS_HELP = 1 << 8,
  SY_OPTIONS_VERSION = 1 << 9,
  SY_OPTIONS_FORMAT = 1 << 10,
  SY_OPTIONS_FILE = 1 << 11,       /* where what is made of a run goes */
  SY_OPTIONS_CLAIMS = 1 << 12,     /* which claims of the sources */
  SY_OPTIONS_CHART = 1 << 13,
  SY_OPTIONS_DECIDE = 1 << 14,
  SY_OPTIONS_EXAMPLE = 1 << 15,
  SY_OPTIONS_REPORT = 1 << 16,     /* what stands on the title page, and how large that is */
  SY_OPTIONS_SEED = 1 << 17,
} SyOptionSet;

/**
 * SyOptions:
 * @words: what is left beside the options
 *
 * The options of all commands, as they were written; %NULL where one was not given.
 */
typedef struct
{
  char     **arms;
  char     **scenes;
  char      *workload;
  char      *steps;
  char      *connections;
  char      *rate;
  char      *arrivals;
  char      *think_time;
  char      *duration;
  char      *settle;
  char      *pairs;
  gboolean   looks;
  char      *seed;
  char      *placement;
  char      *time_out;
  char      *reconnect_every;
  char      *switch_interval;
  char      *interpreter_cost;
  char      *loops;
  char      *port;
  char      *format;
  char      *kind;
  char      *phase;
  char      *theme;
  char      *size;
  char      *scale;
  char      *output;
  char     **fail_if;
  char      *profile;
  char     **evidence;
  char     **runtimes;
  char      *example;
  char      *paper;
  char      *title;
  char      *client;
  char      *author;
  char      *scope;
  char      *criterion;
  char      *source;
  char      *side;
  gboolean   disputed;
  gboolean   testable;
  gboolean   tried;
  gboolean   force;
  gboolean   json;
  gboolean   interactive;
  gboolean   quiet;
  gboolean   help;
  gboolean   version;
  char     **words;
} SyOptions;

/**
 * sy_options_parse:
 * @set: the options known here
 * @arguments: (inout): %NULL-terminated; the options are taken out
 */
gboolean  sy_options_parse    (SyOptions    *self,
                                SyOptionSet   set,
                                char       ***arguments,
                                GError      **error);
void      sy_options_clear    (SyOptions    *self);

/* A table of the options in @set, with what they mean. */
char     *sy_options_describe (SyOptionSet   set) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SyOptions, sy_options_clear)

G_END_DECLS
