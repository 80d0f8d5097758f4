/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "decision/sy-profile.h"

G_BEGIN_DECLS

/* What can be answered: @value where it is one of an enumeration. */
typedef struct
{
  const char *id;
  const char *text;
  int         value;
} SyChoice;

typedef struct _SyInquiry SyInquiry;

/* How a sort of questions is answered, and what it is to answer 0; both untranslated. */
typedef struct
{
  const char  *hint;
  const char  *zero;
  char       *(*say)  (const SyInquiry   *inquiry,
                       const GArray      *choices,
                       const SyProfile   *profile);
  gboolean    (*take) (const SyInquiry   *inquiry,
                       const GArray      *choices,
                       const char        *reply,
                       SyProfile         *profile,
                       GError           **error);
} SyInquiryKind;

/**
 * SyInquiry:
 * @step: of the wizard, from 0
 * @text: (nullable): the question, untranslated; %NULL for those the profile words
 * @kind: how it is answered
 * @offset: of what is answered in #SyProfile
 * @add_choices: (nullable): appends what can be chosen
 * @is_due: (nullable): whether the answers so far let it be asked
 * @hint: (nullable): how to answer, where the kind's own hint is too general
 * @data: what else the kind needs to know: a #SyQuantity for numbers, what stands for unsure where
 *   one is chosen
 */
struct _SyInquiry
{
  guint                 step;
  const char           *text;
  const SyInquiryKind  *kind;
  gsize                 offset;
  void                (*add_choices) (const SyRulebook *rulebook,
                                      GArray           *choices);
  gboolean            (*is_due)      (const SyProfile  *profile);
  const char           *hint;
  int                   data;
};

enum { SY_INTERVIEW_N_STEPS = 5 };

/* Titles of the steps, untranslated. */
extern const char *const sy_interview_steps[SY_INTERVIEW_N_STEPS];

const SyInquiry *sy_interview_get_inquiries (guint             *n_inquiries);

/* The question itself, untranslated. */
const char      *sy_inquiry_get_text        (const SyInquiry   *self);

/* (element-type SyChoice) */
GArray          *sy_inquiry_list_choices    (const SyInquiry   *self,
                                             const SyRulebook  *rulebook)
                                             G_GNUC_WARN_UNUSED_RESULT;

/* The answer in @profile, for people; %NULL where it is unsure. */
char            *sy_inquiry_say_answer      (const SyInquiry   *self,
                                             const GArray      *choices,
                                             const SyProfile   *profile)
                                             G_GNUC_WARN_UNUSED_RESULT;

/* @profile with the answer, or an error about it; %NULL as @reply is to be unsure. */
SyProfile       *sy_inquiry_answer          (const SyInquiry   *self,
                                             const GArray      *choices,
                                             const char        *reply,
                                             const SyProfile   *profile,
                                             const SyRulebook  *rulebook,
                                             GError           **error)
                                             G_GNUC_WARN_UNUSED_RESULT;

extern const SyInquiryKind sy_inquiry_words;   /* anything */
extern const SyInquiryKind sy_inquiry_choice;  /* one of the choices, an enumeration */
extern const SyInquiryKind sy_inquiry_ids;     /* some of the choices, in any order or in theirs */
extern const SyInquiryKind sy_inquiry_number;
extern const SyInquiryKind sy_inquiry_steps;

G_END_DECLS
