package unjam.ui.inspector;

/**
 * One line of the list of events.
 *
 * @param seq the event
 * @param function kernel function
 * @param disk which disk it is about, empty for none
 * @param time instant with microseconds
 * @param fact name of what became true
 * @param context who runs
 * @param command id of the command it is about, or -1
 */
record EventRow(
    int seq,
    String function,
    String disk,
    String time,
    String fact,
    String context,
    int command) {}
