/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "server/sy-acceptor.h"
#include "server/sy-burn.h"
#include "server/sy-soup-thread.h"
#include "server/sy-thread.h"

/* One thread accepts and starts a thread for each connection. */
typedef struct
{
  SyServer         parent;
  SyAcceptor      *acceptor;
  SySoupThreads    shared;
  SyThread         accepting;
  gboolean         has_accepting;

  /* Guards the two queues: threads that serve, and those that have ended, to be joined. */
  pthread_mutex_t  mutex;
  GQueue           serving;
  GQueue           ended;
} SoupThreadedServer;

/* The acceptor's, and one for a moment while a connection's thread is made. */
enum { N_OWN_DESCRIPTORS = 3 };

static void
thread_ended (SySoupThread *thread,
              gpointer      data)
{
  SoupThreadedServer *self = data;
  GList *link = sy_soup_thread_get_link (thread);

  pthread_mutex_lock (&self->mutex);
  g_queue_unlink (&self->serving, link);
  g_queue_push_tail_link (&self->ended, link);
  pthread_mutex_unlock (&self->mutex);

  sy_acceptor_forget (self->acceptor);
}

static GList *
take_ended (SoupThreadedServer *self)
{
  GList *link;

  pthread_mutex_lock (&self->mutex);
  link = g_queue_pop_head_link (&self->ended);
  pthread_mutex_unlock (&self->mutex);

  return link;
}

static void
join_ended (SoupThreadedServer *self)
{
  for (GList *link = take_ended (self); link != NULL; link = take_ended (self))
    sy_soup_thread_free (link->data);
}

static void
add_serving (SoupThreadedServer *self,
             SySoupThread       *thread)
{
  pthread_mutex_lock (&self->mutex);
  g_queue_push_tail_link (&self->serving, sy_soup_thread_get_link (thread));
  pthread_mutex_unlock (&self->mutex);
}

static void
remove_serving (SoupThreadedServer *self,
                SySoupThread       *thread)
{
  pthread_mutex_lock (&self->mutex);
  g_queue_unlink (&self->serving, sy_soup_thread_get_link (thread));
  pthread_mutex_unlock (&self->mutex);
}

/* Out of threads, or of descriptors after all, the connection is refused and the server goes on. */
static gboolean
serve_connection (int      fd,
                  gpointer data)
{
  SoupThreadedServer *self = data;
  SySoupThread *thread = sy_soup_thread_new (&self->shared, fd, NULL);

  if (thread == NULL)
    return FALSE;

  add_serving (self, thread);
  if (sy_soup_thread_start (thread, NULL))
    return TRUE;

  remove_serving (self, thread);
  sy_soup_thread_free (thread);

  return FALSE;
}

static void
accept_connections (gpointer data)
{
  SoupThreadedServer *self = data;

  while (sy_acceptor_wait (self->acceptor))
    {
      join_ended (self);
      sy_acceptor_drain (self->acceptor, serve_connection, self);
    }
}

static void
hang_up_all (SoupThreadedServer *self)
{
  pthread_mutex_lock (&self->mutex);
  for (GList *link = self->serving.head; link != NULL; link = link->next)
    sy_soup_thread_hang_up (link->data);
  pthread_mutex_unlock (&self->mutex);
}

static SySoupThread *
get_any_serving (SoupThreadedServer *self)
{
  SySoupThread *thread;

  pthread_mutex_lock (&self->mutex);
  thread = g_queue_peek_head (&self->serving);
  pthread_mutex_unlock (&self->mutex);

  return thread;
}

static void
join_all (SoupThreadedServer *self)
{
  SySoupThread *thread;

  /* As the last thing it does, each goes over to those that have ended. */
  for (thread = get_any_serving (self); thread != NULL; thread = get_any_serving (self))
    sy_soup_thread_join (thread);

  join_ended (self);
}

static void
stop_accepting (SoupThreadedServer *self)
{
  if (!self->has_accepting)
    return;

  sy_acceptor_shut_down (self->acceptor);
  sy_thread_join (&self->accepting);
}

static void
soup_threaded_server_stop (SyServer *server)
{
  SoupThreadedServer *self = (SoupThreadedServer *) server;

  stop_accepting (self);
  hang_up_all (self);
  join_all (self);

  g_clear_pointer (&self->acceptor, sy_acceptor_free);
  g_clear_pointer (&self->shared.lock, sy_interpreter_lock_free);
  g_clear_object (&self->shared.address);
  pthread_mutex_destroy (&self->mutex);
}

static void
soup_threaded_server_take_stats (SyServer      *server,
                                 SyServerStats *stats)
{
  SoupThreadedServer *self = (SoupThreadedServer *) server;

  stats->n_requests = atomic_exchange (&self->shared.n_requests, 0);
  sy_acceptor_take_counts (self->acceptor, &stats->n_accepted, &stats->n_refused);
  if (self->shared.lock != NULL)
    sy_server_stats_take_lock (stats, self->shared.lock);
}

static void
share (SoupThreadedServer *self)
{
  const SyServerConfig *config = &self->parent.config;

  self->shared.server = &self->parent;
  self->shared.address = g_inet_socket_address_new_from_string ("127.0.0.1", self->parent.port);
  self->shared.n_burn_units = sy_burn_count_units (config->interpreter_cost_ns);
  self->shared.ended = thread_ended;
  self->shared.data = self;
  if (self->parent.arm->architecture == SY_ARCHITECTURE_LOCK_THREADED)
    self->shared.lock = sy_interpreter_lock_new (config->switch_interval_ns, &sy_clock_monotonic);
}

static gboolean
start (SoupThreadedServer  *self,
       GError             **error)
{
  const SyServerConfig *config = &self->parent.config;

  if (!sy_server_require_descriptors (&self->parent, N_OWN_DESCRIPTORS, error))
    return FALSE;

  self->acceptor = sy_acceptor_new (config->port, config->n_connections, error);
  if (self->acceptor == NULL)
    return FALSE;
  self->parent.port = sy_acceptor_get_port (self->acceptor);

  share (self);
  self->has_accepting = sy_thread_start (&self->accepting, &self->parent, "sy-accept",
                                         accept_connections, self, error);

  return self->has_accepting;
}

SyServer *
sy_soup_threaded_server_start (const SyArm           *arm,
                               const SyServerConfig  *config,
                               GError               **error)
{
  SoupThreadedServer *self = g_new0 (SoupThreadedServer, 1);

  sy_server_init (&self->parent, arm, config);
  self->parent.stop = soup_threaded_server_stop;
  self->parent.take_stats = soup_threaded_server_take_stats;
  pthread_mutex_init (&self->mutex, NULL);
  if (start (self, error))
    return &self->parent;

  soup_threaded_server_stop (&self->parent);
  sy_server_finish (&self->parent);
  g_free (self);

  return NULL;
}
