/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "server/sy-crew.h"

/* The acceptor's, and one for a moment while a connection's thread is made. */
enum { N_OWN_DESCRIPTORS = 3 };

void
sy_crew_init (SyCrew            *self,
              const SyCrewClass *klass,
              SyServer          *server)
{
  *self = (SyCrew) { .klass = klass, .server = server };
  pthread_mutex_init (&self->mutex, NULL);
  pthread_cond_init (&self->ended_one, NULL);
}

/* As soon as it is no longer among those that serve, nobody else touches the connection. */
static void
move_to_ended (SyCrew       *self,
               SyCrewMember *member)
{
  pthread_mutex_lock (&self->mutex);
  g_queue_unlink (&self->serving, &member->link);
  g_queue_push_tail_link (&self->ended, &member->link);
  pthread_cond_signal (&self->ended_one);
  pthread_mutex_unlock (&self->mutex);
}

static void
run_member (gpointer data)
{
  SyCrewMember *member = data;
  SyCrew *self = member->crew;

  self->klass->serve (member);
  move_to_ended (self, member);
  self->klass->leave (member);
  sy_acceptor_forget (self->acceptor);
}

static SyCrewMember *
take_ended (SyCrew *self)
{
  GList *link;

  pthread_mutex_lock (&self->mutex);
  link = g_queue_pop_head_link (&self->ended);
  pthread_mutex_unlock (&self->mutex);

  return link != NULL ? link->data : NULL;
}

static void
join_ended (SyCrew *self)
{
  SyCrewMember *member;

  for (member = take_ended (self); member != NULL; member = take_ended (self))
    {
      sy_thread_join (&member->thread);
      self->klass->free (member);
    }
}

static void
add_serving (SyCrew       *self,
             SyCrewMember *member)
{
  member->crew = self;
  member->link = (GList) { .data = member };

  pthread_mutex_lock (&self->mutex);
  g_queue_push_tail_link (&self->serving, &member->link);
  pthread_mutex_unlock (&self->mutex);
}

static void
remove_serving (SyCrew       *self,
                SyCrewMember *member)
{
  pthread_mutex_lock (&self->mutex);
  g_queue_unlink (&self->serving, &member->link);
  pthread_mutex_unlock (&self->mutex);
}

/* Out of threads, or of descriptors after all, the connection is refused and the server goes on. */
static gboolean
serve_connection (int      fd,
                  gpointer data)
{
  SyCrew *self = data;
  SyCrewMember *member = self->klass->hire (self, fd);

  if (member == NULL)
    return FALSE;

  add_serving (self, member);
  if (sy_thread_start (&member->thread, self->server, "sy-connection", run_member, member, NULL))
    return TRUE;

  remove_serving (self, member);
  self->klass->leave (member);
  self->klass->free (member);

  return FALSE;
}

static void
accept_connections (gpointer data)
{
  SyCrew *self = data;

  while (sy_acceptor_wait (self->acceptor))
    {
      join_ended (self);
      sy_acceptor_drain (self->acceptor, serve_connection, self);
    }
}

gboolean
sy_crew_listen (SyCrew  *self,
                GError **error)
{
  const SyServerConfig *config = &self->server->config;

  if (!sy_server_require_descriptors (self->server, N_OWN_DESCRIPTORS, error))
    return FALSE;

  self->acceptor = sy_acceptor_new (config->port, config->n_connections, error);
  if (self->acceptor == NULL)
    return FALSE;

  self->server->port = sy_acceptor_get_port (self->acceptor);
  return TRUE;
}

gboolean
sy_crew_start (SyCrew  *self,
               GError **error)
{
  self->has_accepting = sy_thread_start (&self->accepting, self->server, "sy-accept",
                                         accept_connections, self, error);

  return self->has_accepting;
}

static void
stop_accepting (SyCrew *self)
{
  if (!self->has_accepting)
    return;

  sy_acceptor_shut_down (self->acceptor);
  sy_thread_join (&self->accepting);
}

static void
hang_up_all (SyCrew *self)
{
  pthread_mutex_lock (&self->mutex);
  for (GList *link = self->serving.head; link != NULL; link = link->next)
    self->klass->hang_up (link->data);
  while (self->serving.length > 0)
    pthread_cond_wait (&self->ended_one, &self->mutex);
  pthread_mutex_unlock (&self->mutex);
}

void
sy_crew_clear (SyCrew *self)
{
  stop_accepting (self);
  hang_up_all (self);
  join_ended (self);

  g_clear_pointer (&self->acceptor, sy_acceptor_free);
  pthread_cond_destroy (&self->ended_one);
  pthread_mutex_destroy (&self->mutex);
}

void
sy_crew_take_counts (SyCrew        *self,
                     SyServerStats *stats)
{
  sy_acceptor_take_counts (self->acceptor, &stats->n_accepted, &stats->n_refused);
}
