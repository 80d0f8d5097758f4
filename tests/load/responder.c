/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "responder.h"

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <pthread.h>
#include <stdatomic.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

typedef struct
{
  Responder *responder;
  int        fd;
  pthread_t  thread;
} Peer;

struct _Responder
{
  ResponderFunc  func;
  gpointer       data;
  atomic_int     n_good_left;
  atomic_uint    n_accepted;
  int            fd;
  guint16        port;
  pthread_t      acceptor;
  gboolean       is_stopped;
  /* The acceptor's, and after it was joined ours. */
  GPtrArray     *peers;
};

void
responder_send (int         fd,
                const char *text)
{
  gsize length = strlen (text);
  gssize n;

  for (; length > 0 && (n = send (fd, text, length, MSG_NOSIGNAL)) > 0; length -= (gsize) n)
    text += n;
}

gboolean
responder_answer_well (int         fd,
                       const char *target,
                       guint       n_before,
                       gpointer    data)
{
  responder_send (fd, "HTTP/1.1 200 OK\r\nSteelyard-Check: 7\r\nContent-Length: 2\r\n\r\nhi");

  return TRUE;
}

gboolean
responder_answer_and_stay (int         fd,
                           const char *target,
                           guint       n_before,
                           gpointer    data)
{
  responder_send (fd, data);

  return TRUE;
}

gboolean
responder_answer_and_close (int         fd,
                            const char *target,
                            guint       n_before,
                            gpointer    data)
{
  responder_send (fd, data);

  return FALSE;
}

/* Requests come one at a time and without a body, so a request ends what was received. */
static gboolean
receive_request (Peer *peer,
                 char *target,
                 gsize size)
{
  char text[1024];
  gsize n_received = 0;
  gssize n;

  do
    {
      n = recv (peer->fd, text + n_received, sizeof text - 1 - n_received, 0);
      if (n <= 0)
        return FALSE;
      n_received += (gsize) n;
      text[n_received] = '\0';
    }
  while (!g_str_has_suffix (text, "\r\n\r\n"));

  *strchr (text + strlen ("GET "), ' ') = '\0';
  g_strlcpy (target, text + strlen ("GET "), size);

  return TRUE;
}

static void *
serve (void *data)
{
  Peer *peer = data;
  Responder *self = peer->responder;
  char target[1024];
  gboolean stays_open = TRUE;

  for (guint n_before = 0; stays_open && receive_request (peer, target, sizeof target); n_before++)
    if (atomic_fetch_sub (&self->n_good_left, 1) > 0)
      stays_open = responder_answer_well (peer->fd, target, n_before, NULL);
    else
      stays_open = self->func (peer->fd, target, n_before, self->data);

  shutdown (peer->fd, SHUT_RDWR);

  return NULL;
}

static void *
accept_all (void *data)
{
  Responder *self = data;
  int fd;

  while ((fd = accept (self->fd, NULL, NULL)) >= 0)
    {
      Peer *peer = g_new0 (Peer, 1);

      atomic_fetch_add (&self->n_accepted, 1);
      setsockopt (fd, IPPROTO_TCP, TCP_NODELAY, &(int) { 1 }, sizeof (int));
      peer->responder = self;
      peer->fd = fd;
      g_ptr_array_add (self->peers, peer);
      g_assert_cmpint (pthread_create (&peer->thread, NULL, serve, peer), ==, 0);
    }

  return NULL;
}

Responder *
responder_new (guint         n_good,
               ResponderFunc func,
               gpointer      data)
{
  struct sockaddr_in address = { .sin_family = AF_INET,
                                 .sin_addr.s_addr = htonl (INADDR_LOOPBACK) };
  socklen_t length = sizeof address;
  Responder *self = g_new0 (Responder, 1);

  self->func = func;
  self->data = data;
  atomic_init (&self->n_good_left, (int) n_good);
  atomic_init (&self->n_accepted, 0);
  self->peers = g_ptr_array_new_with_free_func (g_free);
  self->fd = socket (AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  g_assert_cmpint (bind (self->fd, (struct sockaddr *) &address, length), ==, 0);
  g_assert_cmpint (listen (self->fd, 512), ==, 0);
  getsockname (self->fd, (struct sockaddr *) &address, &length);
  self->port = ntohs (address.sin_port);
  g_assert_cmpint (pthread_create (&self->acceptor, NULL, accept_all, self), ==, 0);

  return self;
}

void
responder_stop (Responder *self)
{
  if (self->is_stopped)
    return;

  self->is_stopped = TRUE;
  shutdown (self->fd, SHUT_RDWR);
  pthread_join (self->acceptor, NULL);
  close (self->fd);

  for (guint i = 0; i < self->peers->len; i++)
    {
      Peer *peer = self->peers->pdata[i];

      shutdown (peer->fd, SHUT_RDWR);
      pthread_join (peer->thread, NULL);
      close (peer->fd);
    }
}

void
responder_free (Responder *self)
{
  responder_stop (self);
  g_ptr_array_unref (self->peers);
  g_free (self);
}

guint16
responder_get_port (Responder *self)
{
  return self->port;
}

guint
responder_get_accepted (Responder *self)
{
  return atomic_load (&self->n_accepted);
}
