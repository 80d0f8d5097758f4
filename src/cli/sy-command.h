/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cli/sy-options.h"

G_BEGIN_DECLS

/* What the program exits with. */
typedef enum
{
  SY_EXIT_DONE = 0,
  SY_EXIT_FAILED = 1,
  SY_EXIT_USAGE = 2,
  SY_EXIT_CONDITION_HOLDS = 3,
} SyExit;

/**
 * SyCommand:
 * @arguments: what may follow the options, as help shows it
 * @summary: one line, untranslated
 * @description: what else there is to know, untranslated
 * @example: a whole command line
 * @min_words: how many words must follow, and
 * @max_words: how many may
 * @options: the options it knows, besides --help
 * @run: does it; an error of %SY_USAGE_ERROR makes the exit status %SY_EXIT_USAGE, any other error
 *   %SY_EXIT_FAILED, whatever is returned
 */
typedef struct
{
  const char   *name;
  const char   *arguments;
  const char   *summary;
  const char   *description;
  const char   *example;
  guint         min_words;
  guint         max_words;
  SyOptionSet   options;
  SyExit      (*run) (const SyOptions  *options,
                      GError          **error);
} SyCommand;

extern const SyCommand sy_command_arms;
extern const SyCommand sy_command_chart;
extern const SyCommand sy_command_claims;
extern const SyCommand sy_command_compare;
extern const SyCommand sy_command_confirm;
extern const SyCommand sy_command_criteria;
extern const SyCommand sy_command_decide;
extern const SyCommand sy_command_export;
extern const SyCommand sy_command_list;
extern const SyCommand sy_command_measure;
extern const SyCommand sy_command_profile;
extern const SyCommand sy_command_serve;
extern const SyCommand sy_command_show;
extern const SyCommand sy_command_sources;
extern const SyCommand sy_command_sweep;
extern const SyCommand sy_command_workloads;

/* The whole program: finds the command, reads its options, runs it, reports what went wrong. */
SyExit sy_command_main (int    n_arguments,
                        char **arguments);

G_END_DECLS
