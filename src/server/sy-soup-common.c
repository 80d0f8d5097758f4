/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "server/sy-soup-common.h"

#include "server/sy-answer.h"

/* libsoup keeps a connection that was given to it alive only if its server listens to something.
 * So it listens to @socket, in a context nobody runs, and which is gone when this returns.
 */
static gboolean
listen_in_vain (SoupServer  *server,
                GSocket     *socket,
                GError     **error)
{
  g_autoptr(GMainContext) nobodys = g_main_context_new ();
  gboolean listens;

  g_main_context_push_thread_default (nobodys);
  listens = soup_server_listen_socket (server, socket, 0, error);
  g_main_context_pop_thread_default (nobodys);

  return listens;
}

SoupServer *
sy_soup_server_new (GSocket             *socket,
                    SoupServerCallback   handler,
                    gpointer             data,
                    GError             **error)
{
  /* Raw paths: without them each message's address is taken apart and put together again. */
  g_autoptr(SoupServer) server = g_object_new (SOUP_TYPE_SERVER, "raw-paths", TRUE, NULL);

  if (!listen_in_vain (server, socket, error))
    return NULL;

  soup_server_add_handler (server, NULL, handler, data, NULL);

  return g_steal_pointer (&server);
}

void
sy_soup_server_adopt (SoupServer     *server,
                      GIOStream      *stream,
                      GSocketAddress *address)
{
  g_autoptr(GError) error = NULL;

  if (!soup_server_accept_iostream (server, stream, address, address, &error))
    g_io_stream_close (stream, NULL, NULL);
}

static void
answer (SoupServerMessage *message,
        guint              status,
        const char        *type,
        SoupMemoryUse      use,
        const char        *body,
        gsize              size)
{
  soup_server_message_set_status (message, status, NULL);
  soup_server_message_set_response (message, type, use, body, size);
}

gboolean
sy_soup_message_begin (SoupServerMessage *message,
                       SyExecution       *execution)
{
  GUri *uri = soup_server_message_get_uri (message);
  const char *query = g_uri_get_query (uri);
  g_autoptr(GError) error = NULL;
  SyProgram program;
  guint32 k;

  if (g_strcmp0 (g_uri_get_path (uri), SY_ANSWER_PATH) != 0)
    {
      answer (message, SOUP_STATUS_NOT_FOUND, SY_ANSWER_TEXT, SOUP_MEMORY_STATIC,
              SY_ANSWER_NOT_FOUND, strlen (SY_ANSWER_NOT_FOUND));
      return FALSE;
    }

  if (!sy_program_parse_query (query != NULL ? query : "", -1, &k, &program, &error))
    {
      answer (message, SOUP_STATUS_BAD_REQUEST, SY_ANSWER_TEXT, SOUP_MEMORY_COPY,
              error->message, strlen (error->message));
      return FALSE;
    }

  sy_execution_begin (execution, &program, k);
  return TRUE;
}

void
sy_soup_message_recognise (SoupServerMessage *message,
                           SyTrack           *track)
{
  const char *query = g_uri_get_query (soup_server_message_get_uri (message));

  sy_track_name (track, query != NULL ? sy_tracer_read_id (query, strlen (query)) : 0);
  sy_track_enter (track, SY_SPAN_COMPUTING);
}

static void
answer_with_body (SoupServerMessage *message,
                  gsize              size)
{
  char *body = g_malloc (size);

  sy_answer_write_body (body, size);
  answer (message, SOUP_STATUS_OK, SY_ANSWER_JSON, SOUP_MEMORY_TAKE, body, size);
}

void
sy_soup_message_answer (SoupServerMessage *message,
                        const SyExecution *execution,
                        SyExecutionState   state)
{
  char check[16];

  if (state == SY_EXECUTION_FAILS)
    {
      answer (message, SOUP_STATUS_INTERNAL_SERVER_ERROR, SY_ANSWER_TEXT, SOUP_MEMORY_STATIC,
              SY_ANSWER_FAILED, strlen (SY_ANSWER_FAILED));
      return;
    }

  g_snprintf (check, sizeof check, "%" G_GUINT32_FORMAT, execution->x);
  soup_message_headers_append (soup_server_message_get_response_headers (message),
                               SY_ANSWER_CHECK_HEADER, check);
  answer_with_body (message, sy_program_get_answer_size (&execution->program));
}
