/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lab/sy-environment.h"
#include "lab/sy-plan.h"

G_BEGIN_DECLS

/**
 * SyTurn:
 * @round: which round it belongs to
 * @arm: index of the server in the plan
 * @is_voided: set aside and repeated, for the reason in @void_reason, never for its result
 * @void_reason: (owned) (nullable): "steal" or "lateness"
 * @started_at_ns: since the run started
 * @duration_ns: of the whole trial, settling and draining included
 * @trial: (owned): what the load generator saw
 * @has_server_cpu: %FALSE for servers outside this process
 * @server_cpu_ns: processor time of the server's threads within the window
 * @process_cpu_ns: of the whole process, likewise; the generator's is in @trial
 * @scheduling: of the server's threads over the whole trial, settling and draining included
 * @stats: what the server counted, over the whole trial
 * @trace: (owned) (nullable): lives of some of its requests; only the first turn of a server that
 *   counts has one, so that a run stays small
 * @has_machine: whether the kernel tells the two below
 * @steal_ns: time the hypervisor ran something else, all processors, within the window
 * @softirq_ns: time in software interrupts, all processors, within the window
 *
 * One server's turn under load: a trial with what only we could see of the server.
 */
typedef struct
{
  guint               round;
  guint               arm;
  gboolean            is_voided;
  char               *void_reason;
  gint64              started_at_ns;
  gint64              duration_ns;
  SyTrial            *trial;
  gboolean            has_server_cpu;
  gint64              server_cpu_ns;
  gint64              process_cpu_ns;
  SyThreadScheduling  scheduling;
  SyServerStats       stats;
  SyTrace            *trace;
  gboolean            has_machine;
  gint64              steal_ns;
  gint64              softirq_ns;
} SyTurn;

/**
 * SyPhase:
 * @plan: with the rate of an open load filled in
 * @turns: (owned) (element-type SyTurn): in the order they ran
 * @problem: (owned) (nullable): why it could not be measured, or not to its end
 */
typedef struct
{
  SyPhasePlan  plan;
  GPtrArray   *turns;
  char        *problem;
} SyPhase;

/**
 * SyRun:
 * @id: (owned): names its file: "2026-11-21T10-15-02Z-3f2a"
 * @started: (owned): when, in UTC
 * @name: (owned) (nullable): given by a person
 * @note: (owned) (nullable): likewise
 * @is_complete: %FALSE where it was stopped early
 * @phases: (owned) (element-type SyPhase)
 *
 * A whole experiment: the plan, the environment and every trial.  All figures shown are derived
 * from it by sy_analysis_new().
 */
typedef struct
{
  char          *id;
  GDateTime     *started;
  char          *name;
  char          *note;
  gboolean       is_complete;
  SyPlan        *plan;
  SyEnvironment *environment;
  GPtrArray     *phases;
} SyRun;

/* An empty run of a copy of @plan, here and now. */
SyRun    *sy_run_new      (const SyPlan   *plan) G_GNUC_WARN_UNUSED_RESULT;

/* Without id, time, plan and environment: to be filled in by a reader. */
SyRun    *sy_run_new_bare (void) G_GNUC_WARN_UNUSED_RESULT;
void      sy_run_free     (SyRun          *self);

/* Whether @text has the form of an id, and so is safe as a file's name. */
gboolean  sy_run_is_id    (const char     *text);

SyPhase  *sy_phase_new    (const SyPhasePlan *plan) G_GNUC_WARN_UNUSED_RESULT;
void      sy_phase_free   (SyPhase        *self);

/* The recorded requests of the server at @arm, of its first sound turn that has any; %NULL where
 * none has.
 */
const SyTrace *sy_phase_find_trace (const SyPhase *self,
                                    guint          arm);

/* Whether any server has. */
gboolean  sy_phase_has_traces (const SyPhase  *self);

SyTurn   *sy_turn_new     (void) G_GNUC_WARN_UNUSED_RESULT;
void      sy_turn_free    (SyTurn         *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SyRun, sy_run_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SyPhase, sy_phase_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SyTurn, sy_turn_free)

G_END_DECLS
