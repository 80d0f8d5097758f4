/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "load/sy-connection.h"

#include <arpa/inet.h>
#include <errno.h>
#include <netinet/tcp.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include "core/sy-clock.h"

/* Edge-triggered, for everything at once: epoll_ctl is called once in a connection's life, and the
 * kernel does not look again at what a short read has already emptied.
 */
static const guint32 all_events = EPOLLIN | EPOLLOUT | EPOLLRDHUP | EPOLLET;
static const guint32 end_events = EPOLLRDHUP | EPOLLHUP | EPOLLERR;

void
sy_connection_init (SyConnection *self,
                    guint         index,
                    SyKnownHead  *known_heads)
{
  self->known_heads = known_heads;
  self->fd = -1;
  self->index = index;
  self->link.data = self;
}

void
sy_connection_close (SyConnection *self)
{
  if (self->fd < 0)
    return;

  close (self->fd);
  self->fd = -1;
  self->is_open = FALSE;
  self->must_close = FALSE;
  self->n_answered = 0;
}

static SyExchange
fail (SyConnection *self,
      SyFailure     failure,
      int           error_number)
{
  self->problem = (SyProblem) {
    .request = self->request,
    .failure = failure,
    .error_number = error_number,
    .status = self->response.status,
    .malformed = self->response.problem,
    .has_check = self->response.has_check,
    .check = self->response.check,
  };

  return SY_EXCHANGE_FAILED;
}

static gboolean
begin_connecting (SyConnection *self,
                  int           epoll_fd,
                  guint16       port)
{
  struct sockaddr_in address = {
    .sin_family = AF_INET,
    .sin_port = htons (port),
    .sin_addr.s_addr = htonl (INADDR_LOOPBACK),
  };
  struct epoll_event event = { .events = all_events, .data.ptr = self };

  if (connect (self->fd, (struct sockaddr *) &address, sizeof address) == 0)
    self->is_open = TRUE;
  else if (errno != EINPROGRESS)
    return FALSE;

  return epoll_ctl (epoll_fd, EPOLL_CTL_ADD, self->fd, &event) == 0;
}

/* Requests leave when they are intended to: neither held back for more to send, nor paced by what
 * the system's congestion control (such as BBR) thinks of the loopback.  Reno is always there, has
 * nothing to do, and so costs least; without it things only take longer.
 */
static void
tune_socket (int fd)
{
  setsockopt (fd, IPPROTO_TCP, TCP_NODELAY, &(int) { 1 }, sizeof (int));
  setsockopt (fd, IPPROTO_TCP, TCP_CONGESTION, "reno", strlen ("reno"));
}

gboolean
sy_connection_open (SyConnection *self,
                    int           epoll_fd,
                    guint16       port)
{
  int error_number;

  self->fd = socket (AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
  if (self->fd < 0)
    return FALSE;

  tune_socket (self->fd);
  if (begin_connecting (self, epoll_fd, port))
    return TRUE;

  error_number = errno;
  sy_connection_close (self);
  errno = error_number;

  return FALSE;
}

static SyExchange
send_rest (SyConnection *self)
{
  gssize n = send (self->fd, self->request->bytes + self->n_sent,
                   self->request->length - self->n_sent, MSG_NOSIGNAL);

  if (n < 0 && errno != EAGAIN && errno != EINTR)
    return fail (self, SY_FAILURE_SEND, errno);

  self->n_sent += n > 0 ? (gsize) n : 0;

  return SY_EXCHANGE_PENDING;
}

/* The variants of a kind lie side by side, so up to so many have one each. */
static SyKnownHead *
get_known_head (const SyConnection *self)
{
  gsize place = (gsize) self->request / sizeof *self->request;

  return &self->known_heads[place % SY_CONNECTION_N_KNOWN_HEADS];
}

SyExchange
sy_connection_start (SyConnection    *self,
                     const SyRequest *request,
                     int              epoll_fd,
                     guint16          port,
                     gint64           now_ns)
{
  self->request = request;
  self->n_sent = 0;
  self->started_at_ns = self->sent_at_ns = now_ns;
  sy_response_init (&self->response, get_known_head (self));

  if (self->fd < 0 && !sy_connection_open (self, epoll_fd, port))
    return fail (self, SY_FAILURE_CONNECT, errno);

  return self->is_open ? send_rest (self) : SY_EXCHANGE_PENDING;
}

static SyExchange
finish_connecting (SyConnection *self)
{
  int error_number = 0;
  socklen_t length = sizeof error_number;

  getsockopt (self->fd, SOL_SOCKET, SO_ERROR, &error_number, &length);
  if (error_number != 0)
    return fail (self, SY_FAILURE_CONNECT, error_number);

  self->is_open = TRUE;
  if (self->request == NULL)
    return SY_EXCHANGE_PENDING;

  self->sent_at_ns = sy_clock_now_ns ();

  return send_rest (self);
}

static SyExchange
judge_answer (SyConnection *self,
              gboolean      has_surplus,
              gboolean      is_ended)
{
  const SyResponse *response = &self->response;

  self->n_answered++;
  self->must_close = response->closes || is_ended || self->n_sent < self->request->length;

  if (has_surplus)
    {
      self->response.problem = "more than one answer came";
      return fail (self, SY_FAILURE_MALFORMED, 0);
    }
  if (response->status / 100 != 2)
    return fail (self, SY_FAILURE_STATUS, 0);
  if (self->request->has_check &&
      (!response->has_check || response->check != self->request->check))
    return fail (self, SY_FAILURE_WRONG_CHECK, 0);

  return SY_EXCHANGE_ANSWERED;
}

static SyExchange
handle_received (SyConnection *self,
                 const char   *data,
                 gsize         length,
                 gboolean      is_ended)
{
  gsize n_fed = sy_response_feed (&self->response, data, length);

  switch (sy_response_get_state (&self->response))
    {
    case SY_RESPONSE_DONE:
      return judge_answer (self, n_fed < length, is_ended);

    case SY_RESPONSE_MALFORMED:
      return fail (self, SY_FAILURE_MALFORMED, 0);

    case SY_RESPONSE_MORE:
    default:
      return SY_EXCHANGE_PENDING;
    }
}

/* What comes unasked, be it the end, is not the fault of the next request: it gets a new
 * connection.
 */
static SyExchange
handle_unasked (SyConnection *self,
                char         *buffer,
                gsize         size)
{
  if (recv (self->fd, buffer, size, 0) >= 0 || errno != EAGAIN)
    sy_connection_close (self);

  return SY_EXCHANGE_PENDING;
}

/* A short read means that nothing is left, unless the end came with it: then no edge tells of it
 * again.
 */
static SyExchange
receive (SyConnection *self,
         gboolean      is_ended,
         char         *buffer,
         gsize         size)
{
  SyExchange progress = SY_EXCHANGE_PENDING;
  gssize n;

  do
    {
      n = recv (self->fd, buffer, size, 0);
      if (n < 0 && errno == EAGAIN)
        return SY_EXCHANGE_PENDING;
      if (n < 0)
        return fail (self, SY_FAILURE_RECEIVE, errno);
      if (n == 0)
        return sy_response_end (&self->response) ? judge_answer (self, FALSE, TRUE)
                                                 : fail (self, SY_FAILURE_RECEIVE, 0);

      progress = handle_received (self, buffer, (gsize) n, is_ended);
    }
  while (progress == SY_EXCHANGE_PENDING && ((gsize) n == size || is_ended));

  return progress;
}

SyExchange
sy_connection_handle (SyConnection *self,
                      guint32       events,
                      char         *buffer,
                      gsize         size)
{
  gboolean is_ended = (events & end_events) != 0;
  SyExchange progress = SY_EXCHANGE_PENDING;

  if (!self->is_open)
    progress = finish_connecting (self);
  else if (self->request != NULL && self->n_sent < self->request->length)
    progress = send_rest (self);

  if (progress != SY_EXCHANGE_PENDING || !(is_ended || (events & EPOLLIN) != 0))
    return progress;

  return self->request != NULL ? receive (self, is_ended, buffer, size)
                               : handle_unasked (self, buffer, size);
}

void
sy_connection_expire (SyConnection *self)
{
  fail (self, SY_FAILURE_TIME_OUT, 0);
}
