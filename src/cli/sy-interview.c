/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cli/sy-interview.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <unistd.h>

#include "cli/sy-interview-private.h"
#include "cli/sy-words.h"

/* Where an interview stands. */
typedef struct
{
  const SyRulebook *rulebook;
  SyProfile        *profile;
  const SyInquiry  *inquiries;
  guint             n_inquiries;
  guint             index;
  guint             step;
  guint             n_read;
  SyFileMode        mode;
} Interview;

typedef enum
{
  REPLY_ENDED,
  REPLY_KEEP,
  REPLY_UNSURE,
  REPLY_BACK,
  REPLY_QUIT,
  REPLY_ANSWER,
} Reply;

/* What is not an answer; the same in every language, as help says. */
static const struct
{
  const char *word;
  Reply       reply;
} commands[] = {
  { "", REPLY_KEEP },
  { "0", REPLY_UNSURE },
  { "unsure", REPLY_UNSURE },
  { "b", REPLY_BACK },
  { "back", REPLY_BACK },
  { "q", REPLY_QUIT },
  { "quit", REPLY_QUIT },
};

/* A line without its end and the spaces around it; %NULL where there is none any more. */
static char *
read_line (Interview *self)
{
  g_autoptr(GString) line = g_string_new (NULL);
  g_autofree char *text = NULL;
  int c;

  while ((c = getc (stdin)) != EOF && c != '\n')
    g_string_append_c (line, (char) c);
  if (c == EOF && line->len == 0)
    {
      /* The end on a terminal is a key, after which one can go on. */
      if (isatty (STDIN_FILENO))
        clearerr (stdin);
      return NULL;
    }

  self->n_read++;
  text = g_utf8_make_valid (line->str, (gssize) line->len);
  return g_strdup (g_strstrip (text));
}

static Reply
read_reply (Interview  *self,
            char      **text)
{
  *text = read_line (self);
  if (*text == NULL)
    return isatty (STDIN_FILENO) ? REPLY_QUIT : REPLY_ENDED;

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_ascii_strcasecmp (commands[i].word, *text) == 0)
      return commands[i].reply;

  return REPLY_ANSWER;
}

static void
show_step (Interview *self,
           guint      step)
{
  if (step == self->step)
    return;

  self->step = step;
  /* Translators: the number of a step, how many there are, its title. */
  g_printerr (_("\nStep %u of %u · %s\n"), step + 1, (guint) SY_INTERVIEW_N_STEPS,
              _(sy_interview_steps[step]));
}

static void
show_inquiry (const Interview *self,
              const GArray    *choices)
{
  const SyInquiry *inquiry = &self->inquiries[self->index];
  const char *hint = inquiry->hint != NULL ? inquiry->hint : inquiry->kind->hint;
  g_autofree char *answer = sy_inquiry_say_answer (inquiry, choices, self->profile);
  g_autofree char *text = sy_words_wrap (_(sy_inquiry_get_text (inquiry)), "", 80);

  g_printerr ("\n%s", text);
  for (guint i = 0; i < choices->len; i++)
    g_printerr ("%4u  %s\n", i + 1, g_array_index (choices, SyChoice, i).text);
  g_printerr ("%4u  %s\n", 0u, _(inquiry->kind->zero));
  if (hint != NULL)
    g_printerr ("%s\n", _(hint));
  g_printerr ("[%s] ", answer != NULL ? answer : _(inquiry->kind->zero));
}

/* To the next question that is due, or the one before. */
static void
move (Interview *self,
      gboolean   is_back)
{
  guint index = self->index;

  do
    index += is_back ? -1u : 1u;
  while (index < self->n_inquiries && self->inquiries[index].is_due != NULL
         && !self->inquiries[index].is_due (self->profile));

  /* There is nothing before the first. */
  if (index <= self->n_inquiries)
    self->index = index;
}

static void
take_answer (Interview    *self,
             const GArray *choices,
             const char   *text)
{
  g_autoptr(GError) error = NULL;
  SyProfile *answered = sy_inquiry_answer (&self->inquiries[self->index], choices, text,
                                           self->profile, self->rulebook, &error);

  if (answered == NULL)
    {
      g_printerr ("%s\n", error->message);
      return;
    }

  sy_profile_free (self->profile);
  self->profile = answered;
  move (self, FALSE);
}

/* Returns the reply where it ends the interview, and %REPLY_KEEP otherwise. */
static Reply
ask (Interview *self)
{
  const SyInquiry *inquiry = &self->inquiries[self->index];
  g_autoptr(GArray) choices = sy_inquiry_list_choices (inquiry, self->rulebook);
  g_autofree char *text = NULL;
  Reply reply;

  show_step (self, inquiry->step);
  show_inquiry (self, choices);
  reply = read_reply (self, &text);
  if (reply == REPLY_QUIT || reply == REPLY_ENDED)
    return reply;

  if (reply == REPLY_ANSWER || reply == REPLY_UNSURE)
    take_answer (self, choices, reply == REPLY_ANSWER ? text : NULL);
  else
    move (self, reply == REPLY_BACK);

  return REPLY_KEEP;
}

/* Asked until it is saved, or need not be.  Returns where; %NULL for nowhere. */
static char *
offer_to_save (Interview *self)
{
  for (;;)
    {
      g_autoptr(GError) error = NULL;
      g_autofree char *path = NULL;

      g_printerr (_("\nA file to save these answers in (nothing: they are not saved): "));
      path = read_line (self);
      if (path == NULL || *path == '\0')
        return NULL;
      if (sy_profile_save (self->profile, path, self->mode, &error))
        {
          g_printerr (_("Saved as “%s”; “--profile %s” takes it up again\n"), path, path);
          return g_steal_pointer (&path);
        }
      g_printerr ("%s\n", error->message);
    }
}

static void
fail_ended (const Interview  *self,
            GError          **error)
{
  g_printerr ("\n");
  if (self->n_read == 0)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CLOSED,
                         _("Nobody answers: standard input is no terminal, and nothing is in it. "
                           "Answer on a terminal, or send a line for each question"));
  else
    /* Translators: the number of a question, how many there are. */
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_CLOSED,
                 _("The answers ended at question %u of %u, so nothing was decided"),
                 self->index + 1, self->n_inquiries);
}

static void
fail_quit (Interview  *self,
           GError    **error)
{
  g_autofree char *path = offer_to_save (self);

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED,
                       path != NULL ? _("Nothing was decided; the answers are saved")
                                    : _("Nothing was decided, and nothing was saved"));
}

SyProfile *
sy_interview_run (const SyRulebook  *rulebook,
                  const SyProfile   *start,
                  SyFileMode         mode,
                  GError           **error)
{
  Interview self = {
    .rulebook = rulebook,
    .profile = sy_profile_copy (start),
    .step = G_MAXUINT,
    .mode = mode,
  };
  Reply reply = REPLY_KEEP;

  self.inquiries = sy_interview_get_inquiries (&self.n_inquiries);
  g_printerr (_("Enter keeps what is in brackets, 0 is “unsure”, b goes back, q stops.\n"));
  while (self.index < self.n_inquiries && reply == REPLY_KEEP)
    reply = ask (&self);

  if (reply == REPLY_KEEP)
    {
      g_free (offer_to_save (&self));
      g_printerr ("\n");
      return self.profile;
    }

  if (reply == REPLY_QUIT)
    fail_quit (&self, error);
  else
    fail_ended (&self, error);
  sy_profile_free (self.profile);
  return NULL;
}
