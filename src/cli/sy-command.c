/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cli/sy-command.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "cli/sy-columns.h"
#include "cli/sy-words.h"

/* In the order help shows them. */
static const SyCommand *const commands[] = {
  &sy_command_measure,
  &sy_command_sweep,
  &sy_command_serve,
  &sy_command_arms,
  &sy_command_workloads,
  &sy_command_list,
  &sy_command_show,
  &sy_command_compare,
  &sy_command_chart,
  &sy_command_export,
  &sy_command_criteria,
  &sy_command_claims,
  &sy_command_sources,
  &sy_command_decide,
  &sy_command_profile,
  &sy_command_confirm,
};

static const SyCommand *
find_command (const char  *name,
              GError     **error)
{
  const char *names[G_N_ELEMENTS (commands) + 1] = { NULL };

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      if (g_str_equal (commands[i]->name, name))
        return commands[i];
      names[i] = commands[i]->name;
    }

  g_set_error (error, SY_USAGE_ERROR, SY_USAGE_ERROR_COMMAND,
               _("There is no command “%s”; the closest is “%s”"),
               name, sy_words_find_closest (name, names));
  return NULL;
}

static void
print_help (void)
{
  g_autoptr(SyColumns) table = sy_columns_new ("ll");
  g_autofree char *options = sy_options_describe (SY_OPTIONS_HELP | SY_OPTIONS_VERSION);
  g_autofree char *lines = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      sy_columns_add (table, commands[i]->name);
      sy_columns_add (table, _(commands[i]->summary));
    }
  lines = sy_columns_format (table, "  ");

  g_print (_("Usage: steelyard-cli COMMAND [OPTION…]\n\n"
             "Weighs “event loop or threads?” on this machine.\n\n"
             "Commands:\n%s\nOptions:\n%s\n"
             "“steelyard-cli COMMAND --help” tells more about a command.\n"
             "Exit status: 0 done, 1 failed, 2 wrong usage,\n"
             "3 a condition of --fail-if holds, or a record no longer does.\n"),
           lines, options);
}

static void
print_command_help (const SyCommand *command)
{
  g_autofree char *options = sy_options_describe (command->options | SY_OPTIONS_HELP);
  g_autofree char *description = sy_words_wrap (_(command->description), "", 80);
  const char *arguments = *command->arguments != '\0' ? _(command->arguments) : "";

  g_print (_("Usage: steelyard-cli %s [OPTION…]%s%s\n\n%s\nOptions:\n%s\nExample:\n  $ %s\n"),
           command->name, *arguments != '\0' ? " " : "", arguments, description, options,
           command->example);
}

static gboolean
check_words (const SyCommand  *command,
             const SyOptions  *options,
             GError          **error)
{
  guint n_words = options->words != NULL ? g_strv_length (options->words) : 0;

  if (n_words > command->max_words)
    {
      g_set_error (error, SY_USAGE_ERROR, SY_USAGE_ERROR_COMMAND,
                   _("“%s” is too much: “%s” does not expect it"),
                   options->words[command->max_words], command->name);
      return FALSE;
    }
  if (n_words < command->min_words)
    {
      g_set_error (error, SY_USAGE_ERROR, SY_USAGE_ERROR_COMMAND,
                   _("“%s” needs %s, for example: %s"),
                   command->name, _(command->arguments), command->example);
      return FALSE;
    }

  return TRUE;
}

static SyExit
run_command (const SyCommand   *command,
             char            ***arguments,
             GError           **error)
{
  g_auto(SyOptions) options = { NULL };

  if (!sy_options_parse (&options, command->options | SY_OPTIONS_HELP, arguments, error))
    return SY_EXIT_USAGE;
  if (options.help)
    {
      print_command_help (command);
      return SY_EXIT_DONE;
    }
  if (!check_words (command, &options, error))
    return SY_EXIT_USAGE;

  return command->run (&options, error);
}

/* Options before the command, or no command at all. */
static SyExit
run_without_command (char   ***arguments,
                     GError  **error)
{
  g_auto(SyOptions) options = { NULL };

  if (!sy_options_parse (&options, SY_OPTIONS_HELP | SY_OPTIONS_VERSION, arguments, error))
    return SY_EXIT_USAGE;

  if (options.version)
    g_print ("steelyard-cli " SY_VERSION "\n");
  else if (options.help)
    print_help ();
  else
    g_set_error_literal (error, SY_USAGE_ERROR, SY_USAGE_ERROR_COMMAND,
                         _("What is to be done? “steelyard-cli measure” weighs the servers"));

  return SY_EXIT_DONE;
}

static SyExit
report (SyExit        status,
        const char   *command,
        const GError *error)
{
  if (error == NULL)
    return status;

  g_printerr ("steelyard-cli: %s\n", error->message);
  if (error->domain != SY_USAGE_ERROR)
    return SY_EXIT_FAILED;

  g_printerr (_("“steelyard-cli%s%s --help” tells more\n"), command != NULL ? " " : "",
              command != NULL ? command : "");
  return SY_EXIT_USAGE;
}

/* What was printed may still fail to arrive, on a full disk for one. */
static SyExit
close_output (SyExit status)
{
  if (fflush (stdout) == 0 && !ferror (stdout))
    return status;

  g_printerr (_("steelyard-cli: The output could not be written: %s\n"), g_strerror (errno));
  return SY_EXIT_FAILED;
}

SyExit
sy_command_main (int    n_arguments,
                 char **arguments)
{
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) rest = NULL;
  const SyCommand *command = NULL;
  const char *name = n_arguments > 1 && *arguments[1] != '-' ? arguments[1] : NULL;
  SyExit status;

  /* GOption takes the first word for the program's name. */
  rest = g_strdupv (name != NULL ? arguments + 1 : arguments);
  if (name != NULL)
    command = find_command (name, &error);

  if (error != NULL)
    status = SY_EXIT_USAGE;
  else if (command != NULL)
    status = run_command (command, &rest, &error);
  else
    status = run_without_command (&rest, &error);

  return close_output (report (status, command != NULL ? command->name : NULL, error));
}
