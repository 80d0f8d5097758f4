/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The pages about using the program. */

#include "gui/sy-help-pages.h"

#include <glib/gi18n-lib.h>

const SyHelpBlock sy_help_start[] = {
  { SY_HELP_TEXT,
    N_("Whoever chooses how a back end is built has to choose between one event loop that never "
       "blocks, which is the way of Node.js, and a thread for each connection behind one lock, "
       "which is the way of Python. Published articles disagree about which is better.") },
  { SY_HELP_TEXT,
    N_("Steelyard runs both on your machine, inside itself and under the same load, and says which "
       "one did better, by how much, and how sure that is. Where the measurement does not decide, "
       "it says <i>too close to call</i>.") },
  { SY_HELP_HEADING, N_("Where to Begin") },
  { SY_HELP_ITEM,
    N_("<b>Measure Now</b> compares the two in three scenes, which takes a little more than a "
       "minute. See <a href=\"help:measuring\">Measuring</a>.") },
  { SY_HELP_ITEM,
    N_("<b>Criteria</b> shows what articles claim, and what speaks against it. See "
       "<a href=\"help:criteria\">What Articles Claim</a>.") },
  { SY_HELP_ITEM,
    N_("<b>Decisions</b> weighs both by what matters to you. See "
       "<a href=\"help:deciding\">Deciding</a>.") },
  { SY_HELP_HEADING, N_("What Stays on Your Machine") },
  { SY_HELP_TEXT,
    N_("Everything. The servers listen on the loopback address only, only that address is ever "
       "loaded, and no network is needed. What you measure is yours.") },
  { SY_HELP_TEXT,
    N_("The command <tt>steelyard-cli</tt> does the same work without a window; "
       "<tt>steelyard-cli --help</tt> tells how.") },
  { 0 },
};

const SyHelpBlock sy_help_criteria[] = {
  { SY_HELP_TEXT,
    N_("A criterion is a question that articles answer when they compare Node.js and Python, such "
       "as how fast answers are under load. Each has a card with one dot for each article, from "
       "those that favour Node.js to those that favour Python.") },
  { SY_HELP_ITEM,
    N_("A ring around a dot means that the article’s own text says otherwise than its "
       "conclusion.") },
  { SY_HELP_ITEM,
    N_("<i>Disputed</i> means that something speaks against a claim: the article itself, another "
       "article, or the documentation of what it is about.") },
  { SY_HELP_ITEM,
    N_("Where a claim can be tried, it can be tried here. What you find stands beside what was "
       "claimed.") },
  { SY_HELP_TEXT,
    N_("Articles copy each other. Those that do count together as one; see "
       "<a href=\"help:deciding\">Deciding</a>. Claims are retold in other words; the sources are "
       "named with their date and with what their publishers sell.") },
  { 0 },
};

const SyHelpBlock sy_help_measuring[] = {
  { SY_HELP_TEXT,
    N_("<b>Measure Now</b> runs the event loop and the threads with one lock in three scenes: "
       "requests that mostly wait for another service, one heavy request among light ones, and "
       "pure computing. One number would hide that the answer depends on which of these your "
       "requests are.") },
  { SY_HELP_HEADING, N_("Choosing What to Measure") },
  { SY_HELP_TEXT,
    N_("<b>Choose What to Measure…</b>, beside Measure Now, lets you choose:") },
  { SY_HELP_ITEM,
    N_("the servers: besides the two there are threads without a lock, several loops that share "
       "the work, and lean variants written by hand, which tell the cost of the architecture "
       "from the cost of the library") },
  { SY_HELP_ITEM,
    N_("what one request does: computing, waiting for another service, answering; from a list, or "
       "composed of steps") },
  { SY_HELP_ITEM,
    N_("the load: a fixed number of clients, each of which sends its next request when it has its "
       "answer, or arrivals at a rate, as people come") },
  { SY_HELP_ITEM,
    N_("how long each turn is, and how many there are. There is no verdict from fewer than 8 turns "
       "of each server; more make smaller differences visible") },
  { SY_HELP_HEADING, N_("While It Runs") },
  { SY_HELP_TEXT,
    N_("The servers take turns, so that neither steals the processor from the other. Leave the "
       "machine alone meanwhile: what else it does is measured along. <b>Stop</b> keeps the turns "
       "that are complete.") },
  { SY_HELP_TEXT,
    N_("Every run is saved with its plan, what the machine was, and all of its figures. Give it a "
       "name and a note to find it again.") },
  { 0 },
};

const SyHelpBlock sy_help_comparing[] = {
  { SY_HELP_TEXT,
    N_("Within a run, servers are compared turn by turn, and that comparison has a verdict. Saved "
       "runs can be put side by side as well: select two or more in <b>Measurements</b>.") },
  { SY_HELP_TEXT,
    N_("Runs made at different times are not paired: the machine may have been another, or busier. "
       "So their figures stand side by side without a verdict, and what was different, from the "
       "processor to the seed, is listed first.") },
  { SY_HELP_TEXT,
    N_("To know whether something made a difference, measure both again in one run.") },
  { 0 },
};

const SyHelpBlock sy_help_charts[] = {
  { SY_HELP_HEADING, N_("The Two Questions") },
  { SY_HELP_ITEM,
    N_("<b>Requests per second</b>, when a fixed number of clients keeps the server busy: longer "
       "bars are better.") },
  { SY_HELP_ITEM,
    N_("<b>Response time</b>, when the same arrivals at a rate meet both: shorter bars are better. "
       "Of ten requests, nine took at most p90; of a hundred, 99 took at most p99.") },
  { SY_HELP_TEXT,
    N_("A response time counts from when a request <i>should have been sent</i>. Otherwise a "
       "server that stalls would hide all those that had to wait for it.") },
  { SY_HELP_HEADING, N_("Intervals") },
  { SY_HELP_TEXT,
    N_("The thin line at the end of a bar is an interval: measured again and again, the true value "
       "would lie inside in 95 of 100 cases. The verdict does not come from whether two of them "
       "overlap but from the ratio between neighbouring turns, which is steadier than either.") },
  { SY_HELP_TEXT,
    N_("Where a figure is missing, it could not be measured, or it would rest on too few requests. "
       "It is never guessed.") },
  { SY_HELP_HEADING, N_("Over Time and Latency") },
  { SY_HELP_TEXT,
    N_("<b>Over Time</b> lays all turns of a server over each other, from the start of a turn to "
       "its end. <b>Latency</b> shows all percentiles at once, stretched towards the right, where "
       "the slowest requests are: how does the unluckiest one in a hundred, or in a thousand, "
       "fare?") },
  { SY_HELP_TEXT,
    N_("Every chart says itself in a sentence, and as a table, for those who cannot see it; point "
       "at it, or walk through it with the arrow keys, to read single values.") },
  { 0 },
};

const SyHelpBlock sy_help_deciding[] = {
  { SY_HELP_TEXT,
    N_("“Event loop or threads?” is not “Node.js or Python?”, so there are three options: Node.js, "
       "Python with threads, and Python with asyncio, its own event loop.") },
  { SY_HELP_TEXT,
    N_("A decision asks what you are building, what a request does, how much traffic there is, "
       "what your team knows, and which five things matter most, in order. Skip what you do not "
       "know: what is uncertain is treated as uncertain.") },
  { SY_HELP_HEADING, N_("The Recommendation") },
  { SY_HELP_ITEM,
    N_("<i>Wins in 78 of 100 weightings near yours</i>: your order of priorities allows many sets "
       "of weights, so very many are tried. Below 80 there is no clear winner.") },
  { SY_HELP_ITEM,
    N_("<i>Because</i> and <i>Against</i> name what weighed most, with its sources and your own "
       "runs.") },
  { SY_HELP_ITEM,
    N_("<i>Makes no difference</i> names priorities on which the articles tell nothing apart, and "
       "what was left out because your project does without it.") },
  { SY_HELP_ITEM,
    N_("<i>Flips if</i> names the smallest change of your priorities that would change the "
       "answer. Where it is one you could well make, the answer is not firm.") },
  { SY_HELP_TEXT,
    N_("The servers inside Steelyard tell about architectures. They are no evidence about Node.js "
       "or Python as products, and are not counted as such.") },
  { 0 },
};

const SyHelpBlock sy_help_exporting[] = {
  { SY_HELP_HEADING, N_("Charts") },
  { SY_HELP_TEXT,
    N_("A chart can be saved as a drawing (SVG), a picture (PNG) or a document (PDF). Each carries "
       "along its title, what it says in one sentence, and its figures.") },
  { SY_HELP_HEADING, N_("Data") },
  { SY_HELP_ITEM,
    N_("a table with every figure of every turn, or of every tenth of a second (CSV), for "
       "spreadsheets and statistics") },
  { SY_HELP_ITEM,
    N_("the whole run, which Steelyard opens again on any machine (JSON)") },
  { SY_HELP_ITEM,
    N_("every histogram, for the tools of HdrHistogram") },
  { SY_HELP_TEXT,
    N_("Installed as a Flatpak, Steelyard sees no folder of yours: it writes only to the file that "
       "you name.") },
  { SY_HELP_TEXT,
    N_("Your reports and charts are yours, to use as you like.") },
  { 0 },
};
