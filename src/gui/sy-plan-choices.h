/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SyPlanChoices:
 * @servers: (owned): ids of the servers that come with the program
 * @addresses: (owned): of other servers, as typed
 * @workload: (owned): id of a named workload; empty for the composed one
 * @steps: (owned): the composed workload
 * @load: (owned): one of #sy_load_names
 * @clients: of a fixed number
 * @rate: arrivals per second
 * @think_ms: pause of a client between an answer and its next request
 * @pairs: turns of each server
 * @turn_s: measured time of a turn
 *
 * What a person chose to measure, as it is remembered.  Not checked: another version may have
 * written it.
 */
typedef struct
{
  char  **servers;
  char   *addresses;
  char   *workload;
  char   *steps;
  char   *load;
  double  clients;
  double  rate;
  double  think_ms;
  double  pairs;
  double  turn_s;
} SyPlanChoices;

SyPlanChoices *sy_plan_choices_new_default (void) G_GNUC_WARN_UNUSED_RESULT;

/* The defaults where @settings is %NULL. */
SyPlanChoices *sy_plan_choices_recall      (GSettings           *settings)
                                            G_GNUC_WARN_UNUSED_RESULT;
void           sy_plan_choices_remember    (const SyPlanChoices *self,
                                            GSettings           *settings);
void           sy_plan_choices_free        (SyPlanChoices       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SyPlanChoices, sy_plan_choices_free)

G_END_DECLS
