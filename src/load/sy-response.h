/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define SY_RESPONSE_MAX_LINE 8192
#define SY_RESPONSE_MAX_HEAD 65536
#define SY_RESPONSE_MAX_BODY (64 * 1024 * 1024)

typedef enum
{
  SY_RESPONSE_MORE,
  SY_RESPONSE_DONE,
  SY_RESPONSE_MALFORMED,
} SyResponseState;

/* See sy-known-head.h. */
typedef struct _SyKnownHead SyKnownHead;

/**
 * SyResponse:
 * @status: of the final answer; informational ones (1xx) are skipped
 * @closes: whether the server will close the connection after it
 * @has_check: whether there was a header Steelyard-Check, whose value is then @check
 * @problem: (nullable): what is malformed, to be translated
 *
 * An incremental, strict parser of one HTTP/1.1 answer to a GET (RFC 9110 and 9112).  It allocates
 * nothing, keeps no body, and gives the same result however its input is cut into pieces.
 *
 * Lines end in CR LF; fields are not folded; framing that two readers could understand differently
 * (conflicting lengths, a length beside chunks, codings other than chunked) is malformed.
 */
typedef struct
{
  guint       status;
  gboolean    closes;
  gboolean    has_check;
  guint32     check;
  const char *problem;

  /*< private >*/
  guint       stage;
  gboolean    is_http_1_0;
  gboolean    keeps_alive;
  gboolean    is_chunked;
  gboolean    has_length;
  guint64     length;
  guint64     n_left;
  guint64     n_body;
  gsize       n_head;
  gsize       n_line;
  SyKnownHead *known;
  /* Only a line that came in pieces is copied here. */
  char        line[SY_RESPONSE_MAX_LINE];
} SyResponse;

/* Begins an answer.  With @known, which may be %NULL, it remembers the last head and uses it. */
void            sy_response_init      (SyResponse       *self,
                                       SyKnownHead      *known);

/**
 * sy_response_feed:
 *
 * Returns: how many bytes belong to this answer: all, unless it is done or malformed
 */
gsize           sy_response_feed      (SyResponse       *self,
                                       const char       *data,
                                       gsize             length);

/* The server closed the connection.  Returns whether the answer is whole. */
gboolean        sy_response_end       (SyResponse       *self);

SyResponseState sy_response_get_state (const SyResponse *self);

G_END_DECLS
