/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "server/sy-unlocked-wire.h"

#include <errno.h>
#include <poll.h>
#include <string.h>
#include <sys/socket.h>

#include "core/sy-clock.h"

/* libsoup tries again with the rest when this much has been sent, as with a full socket. */
enum { MAX_OUT_SIZE = 256 * 1024 };

/* Whoever sleeps for long looks up now and then whether it is hung up on. */
static const gint64 longest_sleep_ns = 200 * SY_NS_PER_MS;

/* A poll function gets no data. */
static _Thread_local SyUnlockedWire *this_wire;

static gsize
count_received (SyUnlockedWire *self)
{
  return self->in_end - self->in_begin;
}

static gssize
unlocked_wire_receive (SyWire *wire,
                       void   *buffer,
                       gsize   size)
{
  SyUnlockedWire *self = (SyUnlockedWire *) wire;
  gsize n_read = MIN (size, count_received (self));

  if (n_read > 0)
    {
      memcpy (buffer, self->in + self->in_begin, n_read);
      self->in_begin += n_read;
      return (gssize) n_read;
    }

  if (self->is_at_end)
    return 0;

  errno = EAGAIN;
  return -1;
}

static gssize
unlocked_wire_send (SyWire     *wire,
                    const void *data,
                    gsize       size)
{
  SyUnlockedWire *self = (SyUnlockedWire *) wire;
  gsize n_written = MIN (size, MAX_OUT_SIZE - self->out->len);

  if (n_written == 0)
    {
      errno = EAGAIN;
      return -1;
    }

  g_byte_array_append (self->out, data, (guint) n_written);
  if (self->n_pieces < SY_UNLOCKED_WIRE_MAX_PIECES)
    self->n_pieces++;
  self->piece_ends[self->n_pieces - 1] = self->out->len;

  return (gssize) n_written;
}

static void
release (SyUnlockedWire *self)
{
  if (self->lock != NULL)
    sy_interpreter_lock_release (self->lock);
}

static void
take (SyUnlockedWire *self,
      SySpanKind      kind)
{
  if (self->lock != NULL)
    sy_track_take_lock (&self->track, self->lock, kind);
  else if (self->track.kind != kind)
    sy_track_enter (&self->track, kind);
}

/* The answer is sent. */
static void
take_at_end (SyUnlockedWire *self)
{
  if (self->lock != NULL)
    sy_track_end_with_lock (&self->track, self->lock);
  else
    sy_track_end (&self->track);
}

static gboolean
wait_until_writable (SyUnlockedWire *self)
{
  struct pollfd socket = { .fd = self->parent.fd, .events = POLLOUT };

  return poll (&socket, 1, -1) > 0 || errno == EINTR;
}

static gboolean
send_whole (SyUnlockedWire *self,
            const guint8   *data,
            gsize           size)
{
  while (size > 0)
    {
      gssize n_sent = send (self->parent.fd, data, size, MSG_NOSIGNAL);

      if (n_sent >= 0)
        {
          data += n_sent;
          size -= (gsize) n_sent;
        }
      else if (errno != EINTR && !(errno == EAGAIN && wait_until_writable (self)))
        return FALSE;
    }

  return TRUE;
}

static gboolean
send_pieces (SyUnlockedWire *self)
{
  guint begin = 0;

  for (guint i = 0; i < self->n_pieces; i++)
    {
      guint end = self->piece_ends[i];

      if (!send_whole (self, self->out->data + begin, end - begin))
        return FALSE;
      begin = end;
    }

  return TRUE;
}

/* libsoup believes these bytes sent.  If they cannot be, it will find the connection at its end. */
static void
send_unlocked (SyUnlockedWire *self)
{
  if (self->n_pieces == 0)
    return;

  release (self);
  if (!send_pieces (self))
    shutdown (self->parent.fd, SHUT_RDWR);
  take_at_end (self);

  g_byte_array_set_size (self->out, 0);
  self->n_pieces = 0;
}

/* The last answer of a connection is written right before, and there is no next time to poll. */
static void
unlocked_wire_close (SyWire *wire)
{
  SyUnlockedWire *self = (SyUnlockedWire *) wire;

  send_unlocked (self);
  self->is_closed = TRUE;
}

static void
receive (SyUnlockedWire *self)
{
  gssize n_received;

  if (count_received (self) > 0)
    return;

  n_received = recv (self->parent.fd, self->in, sizeof self->in, 0);
  self->in_begin = 0;
  self->in_end = n_received > 0 ? (gsize) n_received : 0;
  /* A broken connection is at its end as well. */
  self->is_at_end = n_received == 0 || (n_received < 0 && errno != EAGAIN && errno != EINTR);
}

/* Without anything to poll for, this still notices a hang-up. */
static gushort
poll_and_receive_unlocked (SyUnlockedWire *self,
                           gushort         events,
                           gint            time_out_ms)
{
  struct pollfd socket = { .fd = self->parent.fd, .events = (short) events };

  release (self);
  if (poll (&socket, 1, time_out_ms) > 0)
    {
      if ((socket.revents & POLLIN) != 0)
        sy_track_touch (&self->track);
      receive (self);
    }
  take (self, SY_SPAN_RECEIVING);

  return (gushort) socket.revents;
}

static GPollFD *
find_socket (SyUnlockedWire *self,
             GPollFD        *fds,
             guint           n_fds)
{
  for (guint i = 0; i < n_fds; i++)
    if (fds[i].fd == self->parent.fd)
      return &fds[i];

  return NULL;
}

/* Whatever libsoup makes of the end of a connection, its thread ends too. */
static gboolean
has_been_told_of_end (SyUnlockedWire *self)
{
  if (self->is_at_end && count_received (self) == 0)
    self->is_closed = TRUE;

  return self->is_closed;
}

/* Polls the socket alone.  The other descriptor is the one by which threads wake the context; here
 * nobody does, but libsoup wakes itself with each source it attaches, which would be a turn for
 * nothing.
 */
static gint
poll_without_lock (GPollFD *fds,
                   guint    n_fds,
                   gint     time_out_ms)
{
  SyUnlockedWire *self = this_wire;
  GPollFD *socket = find_socket (self, fds, n_fds);
  gushort events = socket != NULL ? socket->events : 0;

  send_unlocked (self);
  for (guint i = 0; i < n_fds; i++)
    fds[i].revents = 0;

  if (has_been_told_of_end (self))
    return 0;

  if ((events & G_IO_IN) == 0 || count_received (self) == 0)
    events = poll_and_receive_unlocked (self, events, time_out_ms);
  if (socket == NULL || events == 0)
    return 0;

  socket->revents = events;
  return 1;
}

void
sy_unlocked_wire_init (SyUnlockedWire    *self,
                       int                fd,
                       SyInterpreterLock *lock,
                       SyTracer          *tracer)
{
  *self = (SyUnlockedWire) {
    .parent = {
      .fd = fd,
      .receive = unlocked_wire_receive,
      .send = unlocked_wire_send,
      .close = unlocked_wire_close,
    },
    .lock = lock,
    .out = g_byte_array_new (),
  };
  sy_track_init (&self->track, tracer, &self->lane);
}

void
sy_unlocked_wire_clear (SyUnlockedWire *self)
{
  g_byte_array_unref (self->out);
}

void
sy_unlocked_wire_install (SyUnlockedWire *self,
                          GMainContext   *context)
{
  this_wire = self;
  g_main_context_set_poll_func (context, poll_without_lock);
}

void
sy_unlocked_wire_sleep (SyUnlockedWire *self,
                        gint64          deadline_at_ns)
{
  gint64 now_ns = sy_clock_now_ns ();

  sy_track_enter (&self->track, SY_SPAN_WAITING);
  release (self);
  while (now_ns < deadline_at_ns && !atomic_load (&self->is_hung_up))
    {
      sy_clock_sleep_until (MIN (deadline_at_ns, now_ns + longest_sleep_ns));
      now_ns = sy_clock_now_ns ();
    }
  sy_track_resume (&self->track, deadline_at_ns,
                   self->lock != NULL ? SY_SPAN_LOCK : SY_SPAN_COMPUTING);
  take (self, SY_SPAN_COMPUTING);
}

void
sy_unlocked_wire_hang_up (SyUnlockedWire *self)
{
  atomic_store (&self->is_hung_up, TRUE);
  shutdown (self->parent.fd, SHUT_RDWR);
}
