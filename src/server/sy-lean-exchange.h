/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "server/sy-execution.h"
#include "server/sy-http-request.h"

G_BEGIN_DECLS

typedef enum
{
  SY_LEAN_RECEIVES,  /* wants more bytes */
  SY_LEAN_EXECUTES,  /* has begun the execution of a request */
  SY_LEAN_SENDS,     /* has an answer to send */
} SyLeanState;

/* The largest answer that needs no allocation. */
enum { SY_LEAN_SMALL_ANSWER = 4096 };

/**
 * SyLeanExchange:
 * @execution: of the request, while it executes
 * @is_closing: whether the connection is to be closed once the answer is sent
 * @is_refused: whether that is because the request could not be read, so that the client may still
 *   be sending
 * @output: what is to be sent
 * @output_size: in bytes
 * @n_sent: of these
 *
 * A connection of a lean server without its socket: bytes in, executions, bytes out, one request
 * after the other however many of them have arrived.  What is left is what the architectures do
 * differently: receiving, sending, waiting.
 */
typedef struct
{
  SyExecution   execution;
  gboolean      is_closing;
  gboolean      is_refused;
  char         *output;
  gsize         output_size;
  gsize         n_sent;

  /* Private. */
  SyHttpRequest request;
  char         *big_output;
  gsize         n_received;
  char          input[SY_HTTP_MAX_REQUEST];
  char          small_output[SY_LEAN_SMALL_ANSWER];
} SyLeanExchange;

/* Touches neither buffer, so that an idle connection costs no memory for them. */
void        sy_lean_exchange_init     (SyLeanExchange    *self);
void        sy_lean_exchange_clear    (SyLeanExchange    *self);

/* Where the next bytes are to be received; never empty in %SY_LEAN_RECEIVES. */
char       *sy_lean_exchange_get_room (SyLeanExchange    *self,
                                       gsize             *size);
void        sy_lean_exchange_received (SyLeanExchange    *self,
                                       gsize              n_bytes);

/* Looks what has been received, once there is nothing left to send or execute. */
SyLeanState sy_lean_exchange_next     (SyLeanExchange    *self);

/* The query of the request it executes, to be read before anything is received again. */
const char *sy_lean_exchange_get_query (const SyLeanExchange *self,
                                        gsize             *length);

/* Prepares the answer to what has been executed; @state is how that ended. */
void        sy_lean_exchange_answer   (SyLeanExchange    *self,
                                       SyExecutionState   state);

G_END_DECLS
