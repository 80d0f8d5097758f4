/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "export/sy-decision-report-private.h"

/* How the decision is reached, whatever it is about. */
static const char *const deciding[] = {
  N_("Three options are weighed: Node.js with its event loop, Python with threads and Python with "
     "asyncio. Criteria are the leaves of a tree of objectives; the order of priorities gives the "
     "objectives their weights (rank-order centroid), and unsure answers leave them open. What the "
     "project does without, by its answers, weighs nothing, unless it is a priority."),
  N_("Each published article counts by its verdict on a criterion, articles that repeat each other "
     "count as one, and a verdict that its own text contradicts counts as no difference. "
     "Conditional verdicts count where the answers meet the condition."),
  N_("Weights and values are drawn many times around what was said, and every option is ranked in "
     "every draw (SMAA-2: Lahdelma and Salminen, 2001). An option that comes first in fewer than "
     "80 of 100 draws is no clear winner."),
};

static const char *const measuring[] = {
  N_("The servers take turns under the same load; they never run together. Neighbouring turns make "
     "a pair, and the interval of a ratio is Student’s t on the logarithms of the pairs. There are "
     "two questions, each at 97.5 %: requests per second under a load that saturates the server, "
     "and the time within which nine answers in ten come under an equal load for all."),
  N_("A server is ahead if the whole interval lies beyond 1.05; otherwise it is too close to call. "
     "Response times count from the moment a request was meant to be sent."),
};

static const char *const limits[] = {
  N_("The articles are opinions, mostly of publishers that sell development for both platforms; "
     "their stakes are listed under Sources."),
  N_("A recommendation says which option fits the answers given. It does not know the people, the "
     "contracts and the systems that nobody was asked about."),
};

static const char *const measured_limits[] = {
  N_("The servers inside Steelyard are models of architectures, written in C. They are no evidence "
     "about Node.js or Python as products, so they move the criterion on architecture alone; only "
     "real runtimes move performance, resources and scalability."),
  N_("Figures hold for the machine, the software and the load named here. Load and servers share "
     "the machine, over its loopback address: there is no network in between."),
};

static void
add_texts (const char *const *texts,
           guint              n_texts,
           SyDocument        *document)
{
  for (guint i = 0; i < n_texts; i++)
    sy_document_add_text (document, g_strdup (_(texts[i])));
}

/* The number is in a sentence, as each language writes it. */
G_STATIC_ASSERT (SY_DECISION_N_DRAWS == 10000);

void
sy_decision_report_add_method (const SyDecisionReport *report,
                               SyDocument             *document)
{
  sy_document_add_section (document, 1, _("Method"));
  add_texts (deciding, G_N_ELEMENTS (deciding), document);
  if (report->n_runs > 0)
    add_texts (measuring, G_N_ELEMENTS (measuring), document);
  sy_document_add_text (
    document,
    /* Translators: the number everything random comes from. */
    g_strdup_printf (_("10,000 draws, seed %" PRIu64 "."),
                     sy_decision_report_get_profile (report)->seed));
}

void
sy_decision_report_add_limits (const SyDecisionReport *report,
                               SyDocument             *document)
{
  sy_document_add_section (document, 1, _("Limits"));
  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    sy_document_add_item (document, g_strdup (_(limits[i])), NULL, NULL);
  for (guint i = 0; report->n_runs > 0 && i < G_N_ELEMENTS (measured_limits); i++)
    sy_document_add_item (document, g_strdup (_(measured_limits[i])), NULL, NULL);
}

/* Publisher, title and date, as far as the text gives them. */
static char *
cite (const SySource *source)
{
  g_autoptr(GString) text = g_string_new (source->name);

  if (source->title != NULL)
    g_string_append_printf (text, ": %s", source->title);
  if (source->published != NULL)
    g_string_append_printf (text, ", %s", source->published);
  else if (source->dating != NULL)
    g_string_append_printf (text, ". %s", source->dating);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
is_off (const SyProfile *profile,
        const SySource  *source)
{
  return g_ptr_array_find_with_equal_func (profile->sources_off, source->id, g_str_equal, NULL);
}

void
sy_decision_report_add_sources (const SyDecisionReport *report,
                                SyDocument             *document)
{
  const SyKnowledge *knowledge = sy_decision_report_get_rulebook (report)->knowledge;
  const SyProfile *profile = sy_decision_report_get_profile (report);
  guint n_sources, n_references;
  const SySource *const *sources = sy_knowledge_get_sources (knowledge, &n_sources);
  const SyReference *const *references = sy_knowledge_get_references (knowledge, &n_references);

  sy_document_add_section (document, 1, _("Sources"));
  for (guint i = 0; i < n_sources; i++)
    if (!is_off (profile, sources[i]))
      sy_document_add_item (document, cite (sources[i]), g_strdup (_(sources[i]->stake)), NULL);

  sy_document_add_section (document, 2, _("Documentation the Claims Were Held Against"));
  for (guint i = 0; i < n_references; i++)
    sy_document_add_item (document,
                          /* Translators: the title of a page, and who publishes it. */
                          g_strdup_printf (_("%s (%s)"), references[i]->title,
                                           references[i]->publisher), NULL,
                          references[i]->address);
}
