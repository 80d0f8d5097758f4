/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lab/sy-analysis.h"

G_BEGIN_DECLS

#define SY_FAIL_IF_ERROR (sy_fail_if_error_quark ())

typedef enum
{
  SY_FAIL_IF_ERROR_SYNTAX,
  SY_FAIL_IF_ERROR_NEVER,
} SyFailIfError;

GQuark sy_fail_if_error_quark (void);

typedef enum
{
  SY_OPERATOR_LESS,
  SY_OPERATOR_LESS_OR_EQUAL,
  SY_OPERATOR_GREATER,
  SY_OPERATOR_GREATER_OR_EQUAL,
} SyOperator;

/**
 * SyFailIf:
 * @text: (owned): as it was written
 * @scene: (owned) (nullable): of which scene; any where absent
 * @a: the server above the fraction line
 * @b: the one below
 *
 * A condition on a measured ratio: METRIC[@SCENE]:SERVER/SERVER OPERATOR NUMBER, such as
 * "capacity:event-loop/lock-threaded<1.2".
 */
typedef struct
{
  char        *text;
  SyMetric     metric;
  char        *scene;
  const SyArm *a;
  const SyArm *b;
  SyOperator   op;
  double       limit;
} SyFailIf;

typedef enum
{
  SY_TRUTH_FALSE,
  SY_TRUTH_UNKNOWN,
  SY_TRUTH_TRUE,
} SyTruth;

/* The message of an error shows @text with a caret line under the character at fault. */
gboolean sy_fail_if_parse    (const char        *text,
                              SyFailIf          *condition,
                              GError           **error);
void     sy_fail_if_clear    (SyFailIf          *self);

/* Whether the plan compares these servers by this metric at all. */
gboolean sy_fail_if_check    (const SyFailIf    *self,
                              const SyPlan      *plan,
                              GError           **error);

/* Whether a whole interval satisfies the condition, none of it does, or it straddles the limit. */
SyTruth  sy_fail_if_judge    (const SyFailIf    *self,
                              SyInterval         ratio);

/**
 * sy_fail_if_evaluate:
 *
 * True where the condition holds in any scene; unknown where it holds in none and the interval of
 * one straddles the limit, or none could be measured soundly.  Pinned sensitivity rows and phases
 * that a warning makes invalid have no say.
 */
SyTruth  sy_fail_if_evaluate (const SyFailIf    *self,
                              const SyRun       *run,
                              const SyAnalysis  *analysis);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SyFailIf, sy_fail_if_clear)

G_END_DECLS
