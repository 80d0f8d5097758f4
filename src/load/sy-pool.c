/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "load/sy-pool.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <sys/epoll.h>
#include <time.h>
#include <unistd.h>

#include "core/sy-clock.h"

#define BUFFER_SIZE 65536
#define N_EVENTS 128

struct _SyPool
{
  SyClientConfig      config;
  int                 epoll_fd;
  SyConnection       *connections;
  SyKnownHead        *known_heads;
  char               *buffer;
  struct epoll_event *events;
};

/* epoll_pwait2 and not epoll_wait, which knows whole milliseconds only. */
static int
wait_for_events (SyPool *self,
                 gint64  patience_ns)
{
  struct timespec patience = { patience_ns / SY_NS_PER_S, patience_ns % SY_NS_PER_S };

  return epoll_pwait2 (self->epoll_fd, self->events, N_EVENTS, &patience, NULL);
}

SyPool *
sy_pool_new (const SyClientConfig  *config,
             GError               **error)
{
  g_autoptr(SyPool) self = g_new0 (SyPool, 1);

  self->config = *config;
  self->connections = g_new0 (SyConnection, config->n_connections);
  self->known_heads = g_new0 (SyKnownHead, SY_CONNECTION_N_KNOWN_HEADS);
  self->buffer = g_malloc (BUFFER_SIZE);
  self->events = g_new (struct epoll_event, N_EVENTS);
  for (guint i = 0; i < config->n_connections; i++)
    sy_connection_init (&self->connections[i], i, self->known_heads);

  self->epoll_fd = epoll_create1 (EPOLL_CLOEXEC);
  if (self->epoll_fd >= 0 && wait_for_events (self, 0) == 0)
    return g_steal_pointer (&self);

  g_set_error (error, SY_CLIENT_ERROR, SY_CLIENT_ERROR_SYSTEM,
               _("This system has no epoll_pwait2 (%s): Linux 5.11 or newer is needed"),
               g_strerror (errno));

  return NULL;
}

void
sy_pool_free (SyPool *self)
{
  for (guint i = 0; i < self->config.n_connections; i++)
    sy_connection_close (&self->connections[i]);
  if (self->epoll_fd >= 0)
    close (self->epoll_fd);
  g_free (self->connections);
  g_free (self->known_heads);
  g_free (self->buffer);
  g_free (self->events);
  g_free (self);
}

SyConnection *
sy_pool_get (SyPool *self,
             guint   index)
{
  return &self->connections[index];
}

void
sy_pool_watch (SyPool       *self,
               GCancellable *cancellable)
{
  struct epoll_event event = { .events = EPOLLIN };

  if (cancellable != NULL)
    epoll_ctl (self->epoll_fd, EPOLL_CTL_ADD, g_cancellable_get_fd (cancellable), &event);
}

void
sy_pool_unwatch (SyPool       *self,
                 GCancellable *cancellable)
{
  if (cancellable == NULL)
    return;

  /* Once for the descriptor taken here, once for that of watching. */
  epoll_ctl (self->epoll_fd, EPOLL_CTL_DEL, g_cancellable_get_fd (cancellable), NULL);
  g_cancellable_release_fd (cancellable);
  g_cancellable_release_fd (cancellable);
}

SyExchange
sy_pool_start (SyPool          *self,
               SyConnection    *connection,
               const SyRequest *request,
               gint64           now_ns)
{
  return sy_connection_start (connection, request, self->epoll_fd, self->config.port, now_ns);
}

static void
handle_event (SyPool                   *self,
              const struct epoll_event *event,
              SyPoolFunc                func,
              gpointer                  data)
{
  SyConnection *connection = event->data.ptr;
  SyExchange progress;

  /* The cancellable's, which is only there to end the wait. */
  if (connection == NULL)
    return;

  progress = sy_connection_handle (connection, event->events, self->buffer, BUFFER_SIZE);
  if (progress == SY_EXCHANGE_PENDING)
    return;

  if (connection->request != NULL)
    func (connection, progress, data);
  else
    sy_connection_close (connection);
}

guint
sy_pool_wait (SyPool     *self,
              gint64      deadline_at_ns,
              gint64      now_ns,
              SyPoolFunc  func,
              gpointer    data)
{
  int n = wait_for_events (self, MAX (deadline_at_ns - now_ns, 0));

  g_assert (n >= 0 || errno == EINTR);

  for (int i = 0; i < n; i++)
    handle_event (self, &self->events[i], func, data);

  return (guint) MAX (n, 0);
}

static guint
count_connecting (const SyPool *self)
{
  guint n = 0;

  for (guint i = 0; i < self->config.n_connections; i++)
    n += self->connections[i].fd >= 0 && !self->connections[i].is_open;

  return n;
}

/* Servers close connections that were idle for some seconds, as while others had their turn. */
static void
notice_closed (SyPool *self,
               gint64  now_ns)
{
  guint n_handled = 0;

  while (n_handled < self->config.n_connections)
    {
      guint n = sy_pool_wait (self, now_ns, now_ns, NULL, NULL);

      if (n == 0)
        return;
      n_handled += n;
    }
}

void
sy_pool_open_all (SyPool       *self,
                  GCancellable *cancellable)
{
  gint64 now_ns = sy_clock_now_ns ();
  gint64 deadline_at_ns = now_ns + self->config.time_out_ns;

  notice_closed (self, now_ns);

  for (guint i = 0; i < self->config.n_connections; i++)
    if (self->connections[i].fd < 0)
      sy_connection_open (&self->connections[i], self->epoll_fd, self->config.port);

  while (count_connecting (self) > 0 && now_ns < deadline_at_ns &&
         !g_cancellable_is_cancelled (cancellable))
    {
      sy_pool_wait (self, deadline_at_ns, now_ns, NULL, NULL);
      now_ns = sy_clock_now_ns ();
    }
}
