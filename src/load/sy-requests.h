/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "core/sy-random.h"

G_BEGIN_DECLS

/**
 * SyRequest:
 * @bytes: as they go over the wire
 * @target: of the request line, for messages
 * @has_check: whether the answer must carry @check in its header Steelyard-Check
 * @is_to_fail: whether status 500 is what was asked for; it counts as failed all the same
 */
typedef struct
{
  char    *bytes;
  gsize    length;
  char    *target;
  gboolean has_check;
  guint32  check;
  gboolean is_to_fail;
} SyRequest;

/**
 * SyRequests:
 *
 * What a load sends, made before it starts: kinds of requests, each with a weight and some variants
 * that take turns (the seeds k of one program).  Under a closed load the weights share out the
 * connections, each of which keeps to its kind (largest remainders; with as many connections as
 * weights, exactly); under an open load they share out the arrivals.
 */
typedef struct _SyRequests SyRequests;

SyRequests      *sy_requests_new         (void) G_GNUC_WARN_UNUSED_RESULT;
void             sy_requests_free        (SyRequests       *self);

/* Adds a kind; its variants follow.  Returns its index. */
guint            sy_requests_add_kind    (SyRequests       *self,
                                          guint             weight);

/**
 * sy_requests_add_variant:
 * @target: of the request line: "/work?k=7&steps=c2,w5"
 * @has_check: whether the answer must carry @check in its header Steelyard-Check
 *
 * Adds a variant to the kind added last.
 */
void             sy_requests_add_variant (SyRequests       *self,
                                          const char       *target,
                                          gboolean          has_check,
                                          guint32           check);

/* Says of the variant added last that it asks the server to fail. */
void             sy_requests_let_fail    (SyRequests       *self);

guint            sy_requests_count_kinds (const SyRequests *self);

/* The request of @kind whose turn it is the @turn-th time.  Valid until @self changes. */
const SyRequest *sy_requests_get         (const SyRequests *self,
                                          guint             kind,
                                          guint             turn);

/* Whether @request is of the kind with the least weight; of several, the first. */
gboolean         sy_requests_is_rarest   (const SyRequests *self,
                                          const SyRequest  *request);

/**
 * sy_requests_share:
 * @n: how many connections to share out
 * @kinds: (out) (array length=n): the kind of each
 *
 * By the method of largest remainders (Hamilton, 1792).  Fewer connections than kinds leave some
 * kinds without any.
 */
void             sy_requests_share       (const SyRequests *self,
                                          guint             n,
                                          guint            *kinds);

/* Draws a kind with the probability of its weight. */
guint            sy_requests_draw        (const SyRequests *self,
                                          SyRandom         *random);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SyRequests, sy_requests_free)

G_END_DECLS
