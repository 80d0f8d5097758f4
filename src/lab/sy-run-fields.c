/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lab/sy-run-fields.h"

#include "lab/sy-run.h"

#define FIELD(title, type, member, what) \
  .name = (title), .kind = (what), .offset = offsetof (type, member)
#define GROUP(title, table) .name = (title), .kind = SY_FIELD_GROUP, .fields = (table)
#define IF(type, has_member) .flag = offsetof (type, has_member)

#define BOOLEAN(title, type, member) FIELD (title, type, member, SY_FIELD_BOOLEAN)
#define UINT(title, type, member, least) \
  FIELD (title, type, member, SY_FIELD_UINT), .min = (least), .max = G_MAXINT
#define TIME(title, type, member) \
  FIELD (title, type, member, SY_FIELD_INT64), .max = SY_RUN_MAX_NS
#define COUNT(title, type, member) \
  FIELD (title, type, member, SY_FIELD_INT64), .max = SY_RUN_MAX_COUNT
#define CHOICE(title, type, member, list) \
  FIELD (title, type, member, SY_FIELD_CHOICE), .words = (list)
#define TEXT(title, type, member) FIELD (title, type, member, SY_FIELD_TEXT)
#define OPTIONAL_TEXT(title, type, member) FIELD (title, type, member, SY_FIELD_OPTIONAL_TEXT)
#define HISTOGRAM(title, type, member) FIELD (title, type, member, SY_FIELD_HISTOGRAM)

const SyField sy_run_fields[] = {
  { TEXT ("id", SyRun, id) },
  { OPTIONAL_TEXT ("name", SyRun, name) },
  { OPTIONAL_TEXT ("note", SyRun, note) },
  { BOOLEAN ("is_complete", SyRun, is_complete) },
  { NULL },
};

const SyField sy_plan_fields[] = {
  { TIME ("pilot_ns", SyPlan, pilot_ns) },
  { TIME ("time_out_ns", SyPlan, time_out_ns) },
  { UINT ("reconnect_every", SyPlan, reconnect_every, 0) },
  { TIME ("switch_interval_ns", SyPlan, switch_interval_ns) },
  { TIME ("interpreter_cost_ns", SyPlan, interpreter_cost_ns) },
  { UINT ("n_loops", SyPlan, n_loops, 0) },
  { NULL },
};

const SyField sy_phase_plan_fields[] = {
  { TEXT ("scene", SyPhasePlan, scene) },
  { CHOICE ("load", SyPhasePlan, load, sy_load_names) },
  { UINT ("n_connections", SyPhasePlan, n_connections, 1) },
  { FIELD ("rate_per_s", SyPhasePlan, rate_per_s, SY_FIELD_POSITIVE), .max = SY_RUN_MAX_COUNT },
  { TIME ("think_time_ns", SyPhasePlan, think_time_ns) },
  { CHOICE ("placement", SyPhasePlan, placement, sy_placement_names) },
  { UINT ("n_rounds", SyPhasePlan, n_rounds, 1) },
  { TIME ("settle_ns", SyPhasePlan, settle_ns) },
  { TIME ("window_ns", SyPhasePlan, window_ns) },
  { BOOLEAN ("has_looks", SyPhasePlan, has_looks), IF (SyPhasePlan, has_looks) },
  { BOOLEAN ("is_sensitivity", SyPhasePlan, is_sensitivity) },
  { NULL },
};

const SyField sy_phase_fields[] = {
  { OPTIONAL_TEXT ("problem", SyPhase, problem) },
  { NULL },
};

static const SyField scheduling_fields[] = {
  { COUNT ("voluntary_switches", SyTurn, scheduling.voluntary_switches) },
  { COUNT ("involuntary_switches", SyTurn, scheduling.involuntary_switches) },
  { TIME ("run_queue_ns", SyTurn, scheduling.run_queue_ns),
    IF (SyTurn, scheduling.has_run_queue) },
  { NULL },
};

static const SyField loop_fields[] = {
  { HISTOGRAM ("lag", SyTurn, stats.loop_lag) },
  { TIME ("busy_ns", SyTurn, stats.loop_busy_ns) },
  { NULL },
};

static const SyField lock_fields[] = {
  { COUNT ("takes", SyTurn, stats.lock_takes) },
  { COUNT ("contended_takes", SyTurn, stats.lock_contended_takes) },
  { COUNT ("time_outs", SyTurn, stats.lock_time_outs) },
  { HISTOGRAM ("waited", SyTurn, stats.lock_waited) },
  { HISTOGRAM ("held", SyTurn, stats.lock_held) },
  { NULL },
};

static const SyField server_fields[] = {
  { COUNT ("n_requests", SyTurn, stats.n_requests) },
  { COUNT ("n_accepted", SyTurn, stats.n_accepted) },
  { COUNT ("n_refused", SyTurn, stats.n_refused) },
  { GROUP ("loop", loop_fields), IF (SyTurn, stats.has_loop) },
  { GROUP ("lock", lock_fields), IF (SyTurn, stats.has_lock) },
  { NULL },
};

static const SyField machine_fields[] = {
  { TIME ("steal_ns", SyTurn, steal_ns) },
  { TIME ("softirq_ns", SyTurn, softirq_ns) },
  { NULL },
};

const SyField sy_turn_fields[] = {
  { UINT ("round", SyTurn, round, 0) },
  { TEXT ("voided", SyTurn, void_reason), IF (SyTurn, is_voided) },
  { TIME ("started_at_ns", SyTurn, started_at_ns) },
  { TIME ("duration_ns", SyTurn, duration_ns) },
  { TIME ("server_cpu_ns", SyTurn, server_cpu_ns), IF (SyTurn, has_server_cpu) },
  { TIME ("process_cpu_ns", SyTurn, process_cpu_ns) },
  { GROUP ("scheduling", scheduling_fields) },
  { GROUP ("server", server_fields) },
  { GROUP ("machine", machine_fields), IF (SyTurn, has_machine) },
  { NULL },
};

const SyField sy_trial_fields[] = {
  { TIME ("window_ns", SyTrial, window_ns) },
  { COUNT ("n_sent", SyTrial, n_sent) },
  { COUNT ("n_completed", SyTrial, n_completed) },
  { COUNT ("n_unfinished", SyTrial, n_unfinished) },
  { COUNT ("n_completed_in_window", SyTrial, n_completed_in_window) },
  { BOOLEAN ("is_overloaded", SyTrial, is_overloaded) },
  { UINT ("backlog_begin", SyTrial, backlog_begin, 0) },
  { UINT ("backlog_end", SyTrial, backlog_end, 0) },
  { TIME ("generator_cpu_ns", SyTrial, cpu_ns) },
  { BOOLEAN ("is_cancelled", SyTrial, is_cancelled) },
  { HISTOGRAM ("response", SyTrial, response) },
  { HISTOGRAM ("service", SyTrial, service) },
  { HISTOGRAM ("lateness", SyTrial, lateness) },
  { NULL },
};
