/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "server/sy-soup-stream.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <libsoup/soup.h>

/* Before version 3.4 libsoup forgets to close a connection that its client closes between two
 * requests: it notices only that the first byte of the next one does not come.  So it is given
 * one, right before the end.  It then takes the connection for a broken request, and closes it; the
 * answer to that goes nowhere.
 *
 * The two streams hang on to the wire until the whole is closed, which takes it away from them:
 * libsoup may keep them longer.
 */

#define SY_TYPE_SOUP_INPUT (sy_soup_input_get_type ())
#define SY_TYPE_SOUP_OUTPUT (sy_soup_output_get_type ())

G_DECLARE_FINAL_TYPE (SySoupInput, sy_soup_input, SY, SOUP_INPUT, GInputStream)
G_DECLARE_FINAL_TYPE (SySoupOutput, sy_soup_output, SY, SOUP_OUTPUT, GOutputStream)

struct _SySoupInput
{
  GInputStream  parent_instance;
  SyWire       *wire;
  gboolean      is_between_requests;
  gboolean      is_last_byte_made_up;
};

struct _SySoupOutput
{
  GOutputStream  parent_instance;
  SyWire        *wire;
  SySoupInput   *input;
};

struct _SySoupStream
{
  GIOStream     parent_instance;
  SySoupInput  *input;
  SySoupOutput *output;
};

static void sy_soup_input_pollable_init (GPollableInputStreamInterface *iface);
static void sy_soup_output_pollable_init (GPollableOutputStreamInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SySoupInput, sy_soup_input, G_TYPE_INPUT_STREAM,
                               G_IMPLEMENT_INTERFACE (G_TYPE_POLLABLE_INPUT_STREAM,
                                                      sy_soup_input_pollable_init))
G_DEFINE_FINAL_TYPE_WITH_CODE (SySoupOutput, sy_soup_output, G_TYPE_OUTPUT_STREAM,
                               G_IMPLEMENT_INTERFACE (G_TYPE_POLLABLE_OUTPUT_STREAM,
                                                      sy_soup_output_pollable_init))
G_DEFINE_FINAL_TYPE (SySoupStream, sy_soup_stream, G_TYPE_IO_STREAM)

static gboolean
needs_byte_before_end (void)
{
  return !soup_check_version (3, 4, 0);
}

static gssize
fail_from_errno (GError **error)
{
  int reason = errno;

  g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (reason), g_strerror (reason));
  return -1;
}

static gssize
fail_closed (GError **error)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CLOSED, _("The connection is closed"));
  return -1;
}

static gssize
make_up_byte (SySoupInput *self,
              guint8      *buffer)
{
  self->is_last_byte_made_up = TRUE;
  self->is_between_requests = FALSE;
  buffer[0] = '?';

  return 1;
}

static gssize
sy_soup_input_read (GPollableInputStream  *stream,
                    void                  *buffer,
                    gsize                  size,
                    GError               **error)
{
  SySoupInput *self = SY_SOUP_INPUT (stream);
  gssize n_received;

  if (self->wire == NULL)
    return fail_closed (error);

  n_received = self->wire->receive (self->wire, buffer, size);
  if (n_received < 0)
    return fail_from_errno (error);
  if (n_received == 0 && self->is_between_requests && needs_byte_before_end ())
    return make_up_byte (self, buffer);

  self->is_between_requests = FALSE;
  return n_received;
}

/* A read that would block says so by itself. */
static gboolean
sy_soup_input_is_readable (GPollableInputStream *stream)
{
  return TRUE;
}

static GSource *
create_source (GObject      *stream,
               SyWire       *wire,
               GIOCondition  condition)
{
  GSource *source = g_pollable_source_new (stream);

  if (wire != NULL)
    g_source_add_unix_fd (source, wire->fd, condition);
  else
    g_source_set_ready_time (source, 0);

  return source;
}

/* libsoup gives no cancellable to any of these. */
static GSource *
sy_soup_input_create_source (GPollableInputStream *stream,
                             GCancellable         *cancellable)
{
  return create_source (G_OBJECT (stream), SY_SOUP_INPUT (stream)->wire, G_IO_IN);
}

static void
sy_soup_input_pollable_init (GPollableInputStreamInterface *iface)
{
  iface->is_readable = sy_soup_input_is_readable;
  iface->read_nonblocking = sy_soup_input_read;
  iface->create_source = sy_soup_input_create_source;
}

static void
sy_soup_input_class_init (SySoupInputClass *klass)
{
}

static void
sy_soup_input_init (SySoupInput *self)
{
}

static gssize
sy_soup_output_write (GPollableOutputStream  *stream,
                      const void             *data,
                      gsize                   size,
                      GError                **error)
{
  SySoupOutput *self = SY_SOUP_OUTPUT (stream);
  gssize n_sent;

  if (self->wire == NULL)
    return fail_closed (error);
  if (self->input->is_last_byte_made_up)
    return (gssize) size;

  self->input->is_between_requests = TRUE;
  n_sent = self->wire->send (self->wire, data, size);

  return n_sent >= 0 ? n_sent : fail_from_errno (error);
}

static gboolean
sy_soup_output_is_writable (GPollableOutputStream *stream)
{
  return TRUE;
}

static GSource *
sy_soup_output_create_source (GPollableOutputStream *stream,
                              GCancellable          *cancellable)
{
  return create_source (G_OBJECT (stream), SY_SOUP_OUTPUT (stream)->wire, G_IO_OUT);
}

static void
sy_soup_output_pollable_init (GPollableOutputStreamInterface *iface)
{
  iface->is_writable = sy_soup_output_is_writable;
  iface->write_nonblocking = sy_soup_output_write;
  iface->create_source = sy_soup_output_create_source;
}

static void
sy_soup_output_finalize (GObject *object)
{
  g_object_unref (SY_SOUP_OUTPUT (object)->input);

  G_OBJECT_CLASS (sy_soup_output_parent_class)->finalize (object);
}

static void
sy_soup_output_class_init (SySoupOutputClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sy_soup_output_finalize;
}

static void
sy_soup_output_init (SySoupOutput *self)
{
}

static GInputStream *
sy_soup_stream_get_input_stream (GIOStream *stream)
{
  return G_INPUT_STREAM (SY_SOUP_STREAM (stream)->input);
}

static GOutputStream *
sy_soup_stream_get_output_stream (GIOStream *stream)
{
  return G_OUTPUT_STREAM (SY_SOUP_STREAM (stream)->output);
}

static gboolean
sy_soup_stream_close (GIOStream     *stream,
                      GCancellable  *cancellable,
                      GError       **error)
{
  SySoupStream *self = SY_SOUP_STREAM (stream);
  SyWire *wire = g_steal_pointer (&self->input->wire);

  self->output->wire = NULL;
  wire->close (wire);

  return TRUE;
}

static void
sy_soup_stream_finalize (GObject *object)
{
  SySoupStream *self = SY_SOUP_STREAM (object);

  g_object_unref (self->input);
  g_object_unref (self->output);

  G_OBJECT_CLASS (sy_soup_stream_parent_class)->finalize (object);
}

static void
sy_soup_stream_class_init (SySoupStreamClass *klass)
{
  GIOStreamClass *stream_class = G_IO_STREAM_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sy_soup_stream_finalize;
  stream_class->get_input_stream = sy_soup_stream_get_input_stream;
  stream_class->get_output_stream = sy_soup_stream_get_output_stream;
  stream_class->close_fn = sy_soup_stream_close;
}

static void
sy_soup_stream_init (SySoupStream *self)
{
  self->input = g_object_new (SY_TYPE_SOUP_INPUT, NULL);
  self->output = g_object_new (SY_TYPE_SOUP_OUTPUT, NULL);
  self->output->input = g_object_ref (self->input);
}

GIOStream *
sy_soup_stream_new (SyWire *wire)
{
  SySoupStream *self = g_object_new (SY_TYPE_SOUP_STREAM, NULL);

  self->input->wire = wire;
  self->output->wire = wire;

  return G_IO_STREAM (self);
}
