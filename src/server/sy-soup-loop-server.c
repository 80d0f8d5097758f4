/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "server/sy-soup-loop.h"

/* Loops that share one port: the first accepts and deals the connections out in turn, as Node's
 * cluster does.  A single one keeps them all.
 */
typedef struct
{
  SyServer    parent;
  SyAcceptor *acceptor;
  GPtrArray  *loops;
  /* Touched by the first loop's thread alone. */
  guint       next_loop;
} SoupLoopServer;

/* The acceptor's, and of each loop what it costs. */
enum
{
  N_OWN_DESCRIPTORS = 2,
  N_DESCRIPTORS_PER_LOOP = 3,
};

static gboolean
deal_out (int      fd,
          gpointer data)
{
  SoupLoopServer *self = data;
  SySoupLoop *loop = self->loops->pdata[self->next_loop];

  self->next_loop = (self->next_loop + 1) % self->loops->len;
  sy_soup_loop_adopt (loop, fd);

  return TRUE;
}

static void
soup_loop_server_stop (SyServer *server)
{
  SoupLoopServer *self = (SoupLoopServer *) server;

  /* The first loop first: it hands connections to the others. */
  for (guint i = 0; i < self->loops->len; i++)
    sy_soup_loop_stop (self->loops->pdata[i]);

  g_clear_pointer (&self->loops, g_ptr_array_unref);
  g_clear_pointer (&self->acceptor, sy_acceptor_free);
}

static void
soup_loop_server_take_stats (SyServer      *server,
                             SyServerStats *stats)
{
  SoupLoopServer *self = (SoupLoopServer *) server;

  sy_acceptor_take_counts (self->acceptor, &stats->n_accepted, &stats->n_refused);
  stats->has_loop = TRUE;
  stats->loop_lag = sy_histogram_new_for_time ();
  for (guint i = 0; i < self->loops->len; i++)
    {
      SySoupLoop *loop = self->loops->pdata[i];

      stats->n_requests += sy_soup_loop_take_n_requests (loop);
      sy_loop_probe_take (sy_soup_loop_get_probe (loop), stats->loop_lag, &stats->loop_busy_ns);
    }
}

static guint
count_loops (SoupLoopServer *self)
{
  gboolean is_multi = self->parent.arm->architecture == SY_ARCHITECTURE_MULTI_LOOP;

  return is_multi ? MAX (self->parent.config.n_loops, 1) : 1;
}

static gboolean
make_loops (SoupLoopServer  *self,
            GError         **error)
{
  for (guint i = 0; i < count_loops (self); i++)
    {
      SySoupLoop *loop = sy_soup_loop_new (&self->parent, self->acceptor, error);

      if (loop == NULL)
        return FALSE;
      g_ptr_array_add (self->loops, loop);
    }

  return TRUE;
}

static void
attach_acceptor (SoupLoopServer *self)
{
  g_autoptr(GSource) source = sy_acceptor_create_source (self->acceptor, deal_out, self);

  g_source_attach (source, sy_soup_loop_get_context (self->loops->pdata[0]));
}

/* The others first: the first begins to accept at once. */
static gboolean
start_loops (SoupLoopServer  *self,
             GError         **error)
{
  for (guint i = self->loops->len; i > 0; i--)
    if (!sy_soup_loop_start (self->loops->pdata[i - 1], error))
      return FALSE;

  return TRUE;
}

static gboolean
start (SoupLoopServer  *self,
       GError         **error)
{
  const SyServerConfig *config = &self->parent.config;
  guint n_own = N_OWN_DESCRIPTORS + N_DESCRIPTORS_PER_LOOP * count_loops (self);

  if (!sy_server_require_descriptors (&self->parent, n_own, error))
    return FALSE;

  self->acceptor = sy_acceptor_new (config->port, config->n_connections, error);
  if (self->acceptor == NULL)
    return FALSE;
  self->parent.port = sy_acceptor_get_port (self->acceptor);

  if (!make_loops (self, error))
    return FALSE;
  attach_acceptor (self);

  return start_loops (self, error);
}

SyServer *
sy_soup_loop_server_start (const SyArm           *arm,
                           const SyServerConfig  *config,
                           GError               **error)
{
  SoupLoopServer *self = g_new0 (SoupLoopServer, 1);

  sy_server_init (&self->parent, arm, config);
  self->parent.stop = soup_loop_server_stop;
  self->parent.take_stats = soup_loop_server_take_stats;
  self->loops = g_ptr_array_new_with_free_func ((GDestroyNotify) sy_soup_loop_free);
  if (start (self, error))
    return &self->parent;

  soup_loop_server_stop (&self->parent);
  sy_server_finish (&self->parent);
  g_free (self);

  return NULL;
}
