/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/sy-clock.h"
#include "lab/sy-scene.h"
#include "load/sy-client.h"
#include "server/sy-server.h"
#include "server/sy-workload.h"

G_BEGIN_DECLS

#define SY_PLAN_ERROR (sy_plan_error_quark ())

typedef enum
{
  SY_PLAN_ERROR_INVALID,
} SyPlanError;

GQuark sy_plan_error_quark (void);

/* Servers outside this process are warmed up in short turns, at least so many. */
#define SY_PLAN_WARM_UP_NS (300 * SY_NS_PER_MS)
#define SY_PLAN_MIN_WARM_UPS 7

/* The words of saved runs and options, %NULL-terminated, by the enumeration's value. */
extern const char *const sy_load_names[];       /* "closed", "open-constant", "open-poisson" */
extern const char *const sy_placement_names[];  /* "free", "split" */

/**
 * SyPlacement:
 * @SY_PLACEMENT_FREE: the kernel places every thread
 * @SY_PLACEMENT_SPLIT: the generator has a processor of its own, the servers the rest
 */
typedef enum
{
  SY_PLACEMENT_FREE,
  SY_PLACEMENT_SPLIT,
} SyPlacement;

/**
 * SyPhasePlan:
 * @scene: (owned): id of a scene, or %SY_SCENE_CUSTOM
 * @rate_per_s: of arrivals, for open loads; 0 for half the capacity of the slowest server in the
 *   latest closed phase of the same scene
 * @n_rounds: how often each server has its turn: the pairs of a comparison
 * @has_looks: may end early: after some of its rounds, see #sy_looks, where every verdict is clear
 *   by then; its intervals are wider for it
 * @is_sensitivity: asks only whether placement changes the answer; has no verdict of its own
 *
 * One workload under one load and placement, measured on every server in turns.
 */
typedef struct
{
  char        *scene;
  SyWorkload   workload;
  SyLoadKind   load;
  guint        n_connections;
  double       rate_per_s;
  gint64       think_time_ns;
  SyPlacement  placement;
  guint        n_rounds;
  gint64       settle_ns;
  gint64       window_ns;
  gboolean     has_looks;
  gboolean     is_sensitivity;
} SyPhasePlan;

/**
 * SyPlan:
 * @arms: (owned) (element-type SyArm): the servers, each once
 * @phases: (owned) (element-type SyPhasePlan)
 * @seed: everything random comes from it
 * @pilot_ns: load on each server before the first phase, discarded; 0 for none.  Servers outside
 *   this process are warmed up until they are steady instead, for 2 s at least.
 * @time_out_ns: of a request
 * @reconnect_every: see #SyClientConfig
 * @switch_interval_ns: see #SyServerConfig, as are the two after it
 *
 * Everything an experiment will do, decided before it starts.
 */
typedef struct
{
  GPtrArray *arms;
  GArray    *phases;
  guint64    seed;
  gint64     pilot_ns;
  gint64     time_out_ns;
  guint      reconnect_every;
  gint64     switch_interval_ns;
  gint64     interpreter_cost_ns;
  guint      n_loops;
} SyPlan;

/* Without servers or phases, all else at its default. */
SyPlan   *sy_plan_new             (void) G_GNUC_WARN_UNUSED_RESULT;
SyPlan   *sy_plan_copy            (const SyPlan       *self) G_GNUC_WARN_UNUSED_RESULT;
void      sy_plan_free            (SyPlan             *self);

/* The arm of that name; an error where it is in the plan already. */
gboolean  sy_plan_add_arm         (SyPlan             *self,
                                   const char         *id,
                                   GError            **error);

/* A phase with METHOD's defaults: closed load, 64 connections, 8 rounds of 0.2 s + 0.8 s. */
SyPhasePlan  sy_phase_plan_default (void);

/* Adds a copy. */
void      sy_plan_add_phase       (SyPlan             *self,
                                   const SyPhasePlan  *phase);

/* Adds the phases of a scene, made after @pattern (load, connections, rounds, times): the closed
 * load and, where the scene has one, the open load at half the capacity.
 */
gboolean  sy_plan_add_scene       (SyPlan             *self,
                                   const SyScene      *scene,
                                   const SyPhasePlan  *pattern,
                                   GError            **error);

/* The default comparison: event-loop and lock-threaded, the three scenes, and on two or three
 * processors the pinned sensitivity row.
 */
SyPlan   *sy_plan_new_default     (guint64             seed) G_GNUC_WARN_UNUSED_RESULT;

/* Whether it can be carried out at all: servers, phases, ranges. */
gboolean  sy_plan_validate        (const SyPlan       *self,
                                   GError            **error);

/* How long it will take, draining aside. */
gint64    sy_plan_get_duration_ns (const SyPlan       *self);

/* Which server has the @turn-th turn in a round: counterbalanced, AB BA AB BA; the seed picks who
 * starts.
 */
guint     sy_plan_get_arm_at      (const SyPlan       *self,
                                   guint               round,
                                   guint               turn);

/* Its load, for people: "64 clients", "arrivals at 1.20 k/s". */
char     *sy_phase_plan_say_load  (const SyPhasePlan  *self) G_GNUC_WARN_UNUSED_RESULT;

void      sy_phase_plan_clear     (SyPhasePlan        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SyPlan, sy_plan_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SyPhasePlan, sy_phase_plan_clear)

G_END_DECLS
