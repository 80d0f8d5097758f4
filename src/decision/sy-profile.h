/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/sy-file.h"
#include "core/sy-json-writer.h"
#include "decision/sy-rulebook.h"

G_BEGIN_DECLS

#define SY_PROFILE_FORMAT "steelyard-profile"

enum
{
  SY_PROFILE_VERSION = 1,
  SY_PROFILE_MAX_PRIORITIES = 5,
  SY_PROFILE_MAX_ACTIONS = 16,
};

#define SY_PROFILE_ERROR (sy_profile_error_quark ())

/**
 * SyProfileError:
 * @SY_PROFILE_ERROR_INVALID: it is JSON, but not a profile
 * @SY_PROFILE_ERROR_TOO_NEW: written by a later schema than this program knows
 * @SY_PROFILE_ERROR_NOT_FOUND: no example of that name
 */
typedef enum
{
  SY_PROFILE_ERROR_INVALID,
  SY_PROFILE_ERROR_TOO_NEW,
  SY_PROFILE_ERROR_NOT_FOUND,
} SyProfileError;

GQuark sy_profile_error_quark (void);

/* The yes, no or unsure questions of the wizard. */
typedef enum
{
  SY_QUESTION_WEB,
  SY_QUESTION_DATA_AI,
  SY_QUESTION_REAL_TIME,
  SY_QUESTION_LARGE_PROJECT,
  SY_QUESTION_LITTLE_CODE,
  SY_QUESTION_EXISTING_SYSTEMS,
  SY_QUESTION_BEGINNERS,
  SY_N_QUESTIONS,
} SyQuestion;

typedef enum
{
  SY_STRUCTURE_UNSURE,
  SY_STRUCTURE_SINGLE,
  SY_STRUCTURE_SERVICES,
} SyStructure;

typedef enum
{
  SY_ACTION_COMPUTE,
  SY_ACTION_WAIT,
  SY_ACTION_ANSWER,
} SyActionKind;

/* One step of a request: milliseconds of computing or waiting, bytes of an answer. */
typedef struct
{
  SyActionKind kind;
  double       amount;
} SyAction;

/* The words of profiles, %NULL-terminated, by the enumeration's value. */
extern const char *const sy_answer_names[];     /* "unsure", "no", "yes" */
extern const char *const sy_question_names[];   /* "web", "data-ai", … */
extern const char *const sy_structure_names[];  /* "unsure", "single", "services" */
extern const char *const sy_action_names[];     /* "compute", "wait", "answer" */

/* The questions themselves, and the sentence on what each is about; untranslated. */
extern const char *const sy_question_texts[SY_N_QUESTIONS];

/**
 * SyProfile:
 * @name: (owned) (nullable): given by a person
 * @note: (owned) (nullable): likewise
 * @use_cases: (owned) (element-type utf8): ids of use-case facts
 * @answers: by #SyQuestion
 * @actions: (owned) (element-type SyAction): what one request does; empty for unsure
 * @computes_on: the side whose runtime the computing was timed on: Node.js or Python
 * @peak_per_s: expected peak of requests; 0 for unsure, as are the two below
 * @n_clients: connected at the same time
 * @response_ms: objective: 90 of 100 answers come within it
 * @has_languages: %FALSE for unsure of all
 * @languages: (owned) (element-type utf8): which the team knows
 * @languages_unsure: (owned) (element-type utf8): of which that was left open; it does not know the
 *   others
 * @known_languages_only: whether other languages are out of the question
 * @must_haves: (owned) (element-type utf8): ids
 * @vetoed: (owned) (element-type utf8): ids of options that are out of the question
 * @priorities: (owned) (element-type utf8): ids of objectives or weighing criteria, the first
 *   matters most; empty for unsure
 * @sources_off: (owned) (element-type utf8): ids of sources not to be counted
 * @seed: of the draws
 *
 * What a person answered in the wizard.
 */
typedef struct
{
  char        *name;
  char        *note;
  GPtrArray   *use_cases;
  SyAnswer     answers[SY_N_QUESTIONS];
  SyStructure  structure;
  GArray      *actions;
  SySide       computes_on;
  double       peak_per_s;
  double       n_clients;
  double       response_ms;
  gboolean     has_languages;
  GPtrArray   *languages;
  GPtrArray   *languages_unsure;
  gboolean     known_languages_only;
  GPtrArray   *must_haves;
  GPtrArray   *vetoed;
  GPtrArray   *priorities;
  GPtrArray   *sources_off;
  guint64      seed;
} SyProfile;

/* Unsure everywhere. */
SyProfile  *sy_profile_new          (void) G_GNUC_WARN_UNUSED_RESULT;
SyProfile  *sy_profile_copy         (const SyProfile   *self) G_GNUC_WARN_UNUSED_RESULT;
void        sy_profile_free         (SyProfile         *self);

/* The document described by data/profile.schema.json. */
char       *sy_profile_to_json      (const SyProfile   *self,
                                     gsize             *length) G_GNUC_WARN_UNUSED_RESULT;

/* The same as a part of another document; @name as in #SyJsonWriter. */
void        sy_profile_write        (const SyProfile   *self,
                                     SyJsonWriter      *writer,
                                     const char        *name);

/* Strict: a name nobody knows is an error.  @label, usually the file's name, leads the error. */
SyProfile  *sy_profile_from_json    (const char        *text,
                                     gssize             length,
                                     const char        *label,
                                     const SyRulebook  *rulebook,
                                     GError           **error) G_GNUC_WARN_UNUSED_RESULT;

gboolean    sy_profile_save         (const SyProfile   *self,
                                     const char        *path,
                                     SyFileMode         mode,
                                     GError           **error);
SyProfile  *sy_profile_load         (const char        *path,
                                     const SyRulebook  *rulebook,
                                     GError           **error) G_GNUC_WARN_UNUSED_RESULT;

/* The names of the worked examples, %NULL-terminated, and one of them. */
extern const char *const sy_profile_examples[];
SyProfile  *sy_profile_load_example (const char        *name,
                                     const SyRulebook  *rulebook,
                                     GError           **error) G_GNUC_WARN_UNUSED_RESULT;

/* What the answers say about a trait; unsure where they do not say. */
SyAnswer    sy_profile_tell_trait   (const SyProfile   *self,
                                     SyTrait            trait);

/* Whether the team knows a language. */
SyAnswer    sy_profile_tell_language (const SyProfile  *self,
                                      const char       *language);

/* The place in the document that a trait was told from: "request.steps". */
const char *sy_trait_get_path       (SyTrait            trait);

/* What people are asked to tell it, translated; two traits can hang on one question. */
const char *sy_trait_say_question   (SyTrait            trait);

/* Milliseconds of computing, on the runtime it was timed on, and of waiting. */
double      sy_profile_get_compute_ms (const SyProfile *self);
double      sy_profile_get_wait_ms    (const SyProfile *self);

/* The request in the language of steps, with computing as units of the runtime it was timed on:
 * "c187,w5,w5,b2048"; %NULL where there is none.
 */
char       *sy_profile_format_steps (const SyProfile   *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SyProfile, sy_profile_free)

G_END_DECLS
