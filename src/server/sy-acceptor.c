/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "server/sy-acceptor.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <stdatomic.h>
#include <sys/socket.h>
#include <unistd.h>

#include "server/sy-server.h"

enum
{
  /* The kernel cuts it down to net.core.somaxconn. */
  BACKLOG = 4096,

  /* Clients that open a connection for each request can keep the queue from ever being empty. */
  MAX_AT_ONCE = 32,
};

struct _SyAcceptor
{
  int             fd;
  /* Kept open so that, out of descriptors, there is one to accept and close a connection with.
   * Otherwise it would stay in the queue, and the socket readable for ever.
   */
  int             spare_fd;
  guint16         port;
  guint           n_connections;
  atomic_bool     is_shut_down;
  atomic_uint     n_open;
  _Atomic gint64  n_accepted;
  _Atomic gint64  n_refused;
};

static int
open_spare (void)
{
  return open ("/dev/null", O_RDONLY | O_CLOEXEC);
}

static gboolean
set_port_error (guint16   port,
                GError  **error)
{
  int reason = errno;

  if (port != 0)
    g_set_error (error, SY_SERVER_ERROR, SY_SERVER_ERROR_PORT,
                 /* Translators: a port number, then the system's reason. */
                 _("Cannot listen on port %u of 127.0.0.1: %s; "
                   "choose another port, or 0 for any free one"),
                 port, g_strerror (reason));
  else
    g_set_error (error, SY_SERVER_ERROR, SY_SERVER_ERROR_PORT,
                 _("Cannot listen on any port of 127.0.0.1: %s"), g_strerror (reason));
  return FALSE;
}

static gboolean
listen_on_loopback (SyAcceptor  *self,
                    guint16      port,
                    GError     **error)
{
  struct sockaddr_in address = {
    .sin_family = AF_INET,
    .sin_port = g_htons (port),
    .sin_addr.s_addr = g_htonl (INADDR_LOOPBACK),
  };
  socklen_t length = sizeof address;
  const int one = 1;

  self->fd = socket (AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
  if (self->fd < 0
      || setsockopt (self->fd, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one) != 0
      || bind (self->fd, (struct sockaddr *) &address, length) != 0
      || listen (self->fd, BACKLOG) != 0
      || getsockname (self->fd, (struct sockaddr *) &address, &length) != 0)
    return set_port_error (port, error);

  self->port = g_ntohs (address.sin_port);
  return TRUE;
}

SyAcceptor *
sy_acceptor_new (guint16   port,
                 guint     n_connections,
                 GError  **error)
{
  g_autoptr(SyAcceptor) self = g_new0 (SyAcceptor, 1);

  self->fd = -1;
  self->spare_fd = open_spare ();
  self->n_connections = n_connections;
  if (!listen_on_loopback (self, port, error))
    return NULL;

  return g_steal_pointer (&self);
}

static void
close_if_open (int fd)
{
  if (fd >= 0)
    close (fd);
}

void
sy_acceptor_free (SyAcceptor *self)
{
  close_if_open (self->fd);
  close_if_open (self->spare_fd);
  g_free (self);
}

guint16
sy_acceptor_get_port (SyAcceptor *self)
{
  return self->port;
}

int
sy_acceptor_get_fd (SyAcceptor *self)
{
  return self->fd;
}

/* Sheds the first in the queue through the spare descriptor; %FALSE if that failed too. */
static gboolean
shed (SyAcceptor *self)
{
  int fd = -1;

  if (self->spare_fd >= 0)
    {
      close (self->spare_fd);
      fd = accept4 (self->fd, NULL, NULL, SOCK_CLOEXEC);
    }
  if (fd >= 0)
    {
      atomic_fetch_add (&self->n_refused, 1);
      close (fd);
    }
  self->spare_fd = open_spare ();

  return fd >= 0;
}

/* Whether accept4() may be called again after it failed. */
static gboolean
recover (SyAcceptor *self)
{
  if (errno == EMFILE || errno == ENFILE)
    return shed (self);

  /* The client has gone again, or a signal came. */
  return errno == ECONNABORTED || errno == EINTR;
}

static void
refuse (SyAcceptor *self)
{
  atomic_fetch_add (&self->n_refused, 1);
  sy_acceptor_forget (self);
}

/* Everything is counted before the client can notice it, in case it asks for the counts next. */
static void
hand_over (SyAcceptor   *self,
           int           fd,
           SyAcceptFunc  accept,
           gpointer      data)
{
  const int one = 1;

  if (atomic_fetch_add (&self->n_open, 1) >= self->n_connections)
    {
      refuse (self);
      close (fd);
      return;
    }

  setsockopt (fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
  atomic_fetch_add (&self->n_accepted, 1);
  if (accept (fd, data))
    return;

  atomic_fetch_sub (&self->n_accepted, 1);
  refuse (self);
}

void
sy_acceptor_drain (SyAcceptor   *self,
                   SyAcceptFunc  accept,
                   gpointer      data)
{
  for (guint i = 0; i < MAX_AT_ONCE && !atomic_load (&self->is_shut_down); i++)
    {
      int fd = accept4 (self->fd, NULL, NULL, SOCK_NONBLOCK | SOCK_CLOEXEC);

      if (fd >= 0)
        hand_over (self, fd, accept, data);
      else if (!recover (self))
        return;
    }
}

typedef struct
{
  GSource     source;
  SyAcceptor *acceptor;
} AcceptSource;

static gboolean
accept_source_dispatch (GSource     *source,
                        GSourceFunc  callback,
                        gpointer     data)
{
  AcceptSource *self = (AcceptSource *) source;

  sy_acceptor_drain (self->acceptor, (SyAcceptFunc) (GCallback) callback, data);

  return G_SOURCE_CONTINUE;
}

static GSourceFuncs accept_source_funcs = { .dispatch = accept_source_dispatch };

GSource *
sy_acceptor_create_source (SyAcceptor   *self,
                           SyAcceptFunc  accept,
                           gpointer      data)
{
  GSource *source = g_source_new (&accept_source_funcs, sizeof (AcceptSource));

  ((AcceptSource *) source)->acceptor = self;
  g_source_set_static_name (source, "sy-acceptor");
  g_source_set_callback (source, (GSourceFunc) (GCallback) accept, data, NULL);
  g_source_add_unix_fd (source, self->fd, G_IO_IN);

  return source;
}

gboolean
sy_acceptor_wait (SyAcceptor *self)
{
  struct pollfd listening = { .fd = self->fd, .events = POLLIN };

  poll (&listening, 1, -1);

  return !atomic_load (&self->is_shut_down);
}

void
sy_acceptor_shut_down (SyAcceptor *self)
{
  atomic_store (&self->is_shut_down, TRUE);
  /* Makes the socket readable, which wakes who waits on it. */
  shutdown (self->fd, SHUT_RDWR);
}

void
sy_acceptor_forget (SyAcceptor *self)
{
  atomic_fetch_sub (&self->n_open, 1);
}

static guint64
take_count (_Atomic gint64 *count)
{
  gint64 n = atomic_exchange (count, 0);

  if (n >= 0)
    return (guint64) n;

  /* One that was handed out as accepted was refused after all: owed to the next time. */
  atomic_fetch_add (count, n);
  return 0;
}

void
sy_acceptor_take_counts (SyAcceptor *self,
                         guint64    *n_accepted,
                         guint64    *n_refused)
{
  *n_accepted = take_count (&self->n_accepted);
  *n_refused = take_count (&self->n_refused);
}
