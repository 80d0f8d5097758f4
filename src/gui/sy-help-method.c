/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The pages about how much a result is worth. */

#include "gui/sy-help-pages.h"

#include <glib/gi18n-lib.h>

const SyHelpBlock sy_help_not_valid[] = {
  { SY_HELP_TEXT,
    N_("Such a run is called <i>not a sound measurement</i>. It was carried out, and its figures "
       "are shown, but no conclusion should rest on them. The reasons stand above the figures. "
       "These are the usual ones:") },
  { SY_HELP_HEADING, N_("The Machine Was Busy") },
  { SY_HELP_TEXT,
    N_("Something else used the processors during more than a quarter of the turns; on a rented "
       "machine that may be a neighbour whom you cannot see. Close what you do not need and "
       "measure again.") },
  { SY_HELP_HEADING, N_("The Load Generator Was the Limit") },
  { SY_HELP_TEXT,
    N_("The part of Steelyard that sends requests used up nearly a whole processor, so the figures "
       "tell about it and not about the server. Choose requests that do more, or fewer "
       "clients.") },
  { SY_HELP_HEADING, N_("Requests Failed") },
  { SY_HELP_TEXT,
    N_("More than one request in a hundred was refused, timed out, or was answered wrongly. A "
       "server that does not do the work can be very fast. Below that, failures are counted and "
       "shown with the figures.") },
  { SY_HELP_HEADING, N_("A Part Could Not Be Measured") },
  { SY_HELP_TEXT,
    N_("For example because the system has no more threads or file descriptors to give, or a "
       "server stopped answering. The message says what was missing.") },
  { SY_HELP_HEADING, N_("What Does Not Make a Run Invalid") },
  { SY_HELP_ITEM,
    N_("<i>Shared cores</i>: with fewer than four processors, server and load generator share "
       "them. Then part of the comparison is repeated with the two kept apart; if that changes the "
       "answer, the sentence says <i>it depends on placement</i>.") },
  { SY_HELP_ITEM,
    N_("<i>Stopped early</i>: the figures rest on the turns that were complete.") },
  { SY_HELP_ITEM,
    N_("<i>One turn was set aside</i>: it was repeated because the machine was disturbed, never "
       "because of its result.") },
  { SY_HELP_ITEM,
    N_("<i>Too close to call</i>: that is a result.") },
  { 0 },
};

const SyHelpBlock sy_help_method[] = {
  { SY_HELP_TEXT,
    N_("In short: the servers take turns under the same load, neighbouring turns are compared with "
       "each other, and a winner is named only if the whole interval of the ratio lies beyond "
       "5 %.") },
  { SY_HELP_HEADING, N_("Turns and Pairs") },
  { SY_HELP_TEXT,
    N_("A machine changes its pace from minute to minute, but little from one second to the next. "
       "So two neighbouring turns make a pair, the order within pairs alternates, and a seed picks "
       "who starts. What counts is the ratio within each pair. The interval over the pairs is "
       "Student’s, on the logarithms of the ratios.") },
  { SY_HELP_TEXT,
    N_("The alternation also puts turns of one server next to each other. How much those differ is "
       "the noise that every other difference has to be larger than.") },
  { SY_HELP_HEADING, N_("What Is Judged") },
  { SY_HELP_TEXT,
    N_("Two things have verdicts, each at a confidence of 97.5 %, so that both together are right "
       "in 95 of 100 cases: how many requests a server completes when it is kept busy, and the "
       "response time of nine in ten requests when both get the same arrivals, at half of what the "
       "slower one can bear. Everything else is shown with its interval and without a verdict.") },
  { SY_HELP_HEADING, N_("What Both Have in Common") },
  { SY_HELP_ITEM,
    N_("They execute the same requests. Every answer carries a result that is checked, so work "
       "that was skipped is noticed.") },
  { SY_HELP_ITEM,
    N_("Arrivals and pauses are drawn before a turn begins, from the seed of the run, and are the "
       "same for each server.") },
  { SY_HELP_ITEM,
    N_("Between the servers inside Steelyard only the architecture differs. Where the library they "
       "are built on could be the reason, the sentence names it.") },
  { SY_HELP_HEADING, N_("The Lock") },
  { SY_HELP_TEXT,
    N_("The threads run behind one lock as Python’s threads do behind its interpreter lock: only "
       "the one that holds it computes, it is given up around every wait, and after 5 ms one that "
       "waits may ask for it.") },
  { SY_HELP_HEADING, N_("What Is Left Out") },
  { SY_HELP_TEXT,
    N_("Load before a turn’s window is not measured. A percentile is shown only if at least twenty "
       "requests lie beyond it in every turn. Where requests arrive faster than a server can "
       "answer, it is called overloaded and has no percentiles, which would only tell how long the "
       "turn was.") },
  { SY_HELP_TEXT,
    N_("At most one turn in each part is set aside and repeated, if the machine was disturbed, and "
       "the run says so. See <a href=\"help:not-valid\">Why Is This Run Not Valid?</a>.") },
  { SY_HELP_HEADING, N_("Doing It Again") },
  { SY_HELP_TEXT,
    N_("A saved run has its plan, its seed, what the machine was, and full histograms of every "
       "turn, so that every figure can be derived again from the file.") },
  { 0 },
};
