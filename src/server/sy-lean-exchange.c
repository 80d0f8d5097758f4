/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "server/sy-lean-exchange.h"

#include <stddef.h>
#include <string.h>

#include "server/sy-answer.h"

static const char bad_request[] = "This server answers GET and HEAD in HTTP/1.1, without bodies\n";

void
sy_lean_exchange_init (SyLeanExchange *self)
{
  memset (self, 0, offsetof (SyLeanExchange, input));
}

void
sy_lean_exchange_clear (SyLeanExchange *self)
{
  g_clear_pointer (&self->big_output, g_free);
}

char *
sy_lean_exchange_get_room (SyLeanExchange *self,
                           gsize          *size)
{
  *size = SY_HTTP_MAX_REQUEST - self->n_received;

  return self->input + self->n_received;
}

void
sy_lean_exchange_received (SyLeanExchange *self,
                           gsize           n_bytes)
{
  self->n_received += n_bytes;
}

/* Moves what came after the last request to the front. */
static void
drop_request (SyLeanExchange *self)
{
  gsize size = self->request.at;

  self->n_received -= size;
  if (self->n_received > 0)
    memmove (self->input, self->input + size, self->n_received);
  self->request = (SyHttpRequest) { 0 };
}

/* Prepares an answer but for its body, and returns where that is to be written. */
static char *
begin_answer (SyLeanExchange *self,
              SyHttpResponse *response)
{
  gsize body_size = self->request.is_head ? 0 : response->content_length;
  gsize head_size;

  g_clear_pointer (&self->big_output, g_free);
  if (body_size > SY_LEAN_SMALL_ANSWER - SY_HTTP_MAX_RESPONSE_HEAD)
    self->big_output = g_malloc (SY_HTTP_MAX_RESPONSE_HEAD + body_size);

  response->is_kept = self->request.is_kept && !self->is_refused;
  response->minor_version = self->request.minor_version;
  response->date = sy_http_get_date ();
  self->is_closing = !response->is_kept;
  self->output = self->big_output != NULL ? self->big_output : self->small_output;
  head_size = sy_http_response_write_head (response, self->output);
  self->output_size = head_size + body_size;
  self->n_sent = 0;

  return self->output + head_size;
}

static void
answer_text (SyLeanExchange *self,
             guint           status,
             const char     *text,
             gsize           length)
{
  SyHttpResponse response = {
    .status = status,
    .content_type = SY_ANSWER_TEXT,
    .content_length = length,
  };
  char *body = begin_answer (self, &response);

  if (!self->request.is_head)
    memcpy (body, text, length);
}

static void
answer_work (SyLeanExchange *self)
{
  SyHttpResponse response = {
    .status = 200,
    .content_type = SY_ANSWER_JSON,
    .content_length = sy_program_get_answer_size (&self->execution.program),
    .has_check = TRUE,
    .check = self->execution.x,
  };
  char *body = begin_answer (self, &response);

  if (!self->request.is_head)
    sy_answer_write_body (body, response.content_length);
}

const char *
sy_lean_exchange_get_query (const SyLeanExchange *self,
                            gsize                *length)
{
  const char *target = self->input + self->request.target_at;
  const char *mark = memchr (target, '?', self->request.target_length);

  *length = mark != NULL ? self->request.target_length - (gsize) (mark + 1 - target) : 0;

  return mark != NULL ? mark + 1 : target;
}

void
sy_lean_exchange_answer (SyLeanExchange   *self,
                         SyExecutionState  state)
{
  if (state == SY_EXECUTION_FAILS)
    answer_text (self, 500, SY_ANSWER_FAILED, strlen (SY_ANSWER_FAILED));
  else
    answer_work (self);
}

static SyLeanState
refuse_program (SyLeanExchange *self,
                const GError   *error)
{
  g_autofree char *text = g_strconcat (error->message, "\n", NULL);

  answer_text (self, 400, text, strlen (text));

  return SY_LEAN_SENDS;
}

static SyLeanState
begin_work (SyLeanExchange *self,
            const char     *query,
            gsize           length)
{
  g_autoptr(GError) error = NULL;
  SyProgram program;
  guint32 k;

  if (!sy_program_parse_query (query, (gssize) length, &k, &program, &error))
    return refuse_program (self, error);

  sy_execution_begin (&self->execution, &program, k);

  return SY_LEAN_EXECUTES;
}

static SyLeanState
begin_request (SyLeanExchange *self)
{
  const char *target = self->input + self->request.target_at;
  gsize length = self->request.target_length;
  const char *mark = memchr (target, '?', length);
  gsize path_length = mark != NULL ? (gsize) (mark - target) : length;

  if (path_length != strlen (SY_ANSWER_PATH)
      || memcmp (target, SY_ANSWER_PATH, path_length) != 0)
    {
      answer_text (self, 404, SY_ANSWER_NOT_FOUND, strlen (SY_ANSWER_NOT_FOUND));
      return SY_LEAN_SENDS;
    }
  if (mark == NULL)
    return begin_work (self, "", 0);

  return begin_work (self, mark + 1, length - path_length - 1);
}

SyLeanState
sy_lean_exchange_next (SyLeanExchange *self)
{
  guint status;

  if (self->output_size > 0)
    drop_request (self);
  self->output_size = 0;
  self->n_sent = 0;

  status = sy_http_request_parse (&self->request, self->input, self->n_received);
  if (status == 0)
    return SY_LEAN_RECEIVES;
  if (status == 200)
    return begin_request (self);

  self->is_refused = TRUE;
  answer_text (self, status, bad_request, strlen (bad_request));

  return SY_LEAN_SENDS;
}
