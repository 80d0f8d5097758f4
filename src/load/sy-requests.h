/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SyRequests:
 *
 * What a load sends, made before it starts: kinds of requests, each with a weight and some variants
 * that take turns (the seeds k of one program).  Under a closed load the weights share out the
 * connections, each of which keeps to its kind (largest remainders; with as many connections as
 * weights, exactly); under an open load they share out the arrivals.
 */
typedef struct _SyRequests SyRequests;

SyRequests *sy_requests_new         (void) G_GNUC_WARN_UNUSED_RESULT;
void        sy_requests_free        (SyRequests *self);

/* Adds a kind; its variants follow.  Returns its index. */
guint       sy_requests_add_kind    (SyRequests *self,
                                     guint       weight);

/**
 * sy_requests_add_variant:
 * @target: of the request line: "/work?k=7&steps=c2,w5"
 * @has_check: whether the answer must carry @check in its header Steelyard-Check
 *
 * Adds a variant to the kind added last.
 */
void        sy_requests_add_variant (SyRequests *self,
                                     const char *target,
                                     gboolean    has_check,
                                     guint32     check);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SyRequests, sy_requests_free)

G_END_DECLS
