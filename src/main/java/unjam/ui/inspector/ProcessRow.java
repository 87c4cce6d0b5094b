package unjam.ui.inspector;

import unjam.reading.ProcessLine.State;

/**
 * One line of the list of processes.
 *
 * @param key which process it is, whatever it is called at the moment
 * @param name as {@code ps} shows it
 * @param letter its state
 * @param what what it waits for or does, in our words
 * @param since since when, as an instant; empty if that is not known
 * @param command the command that it waits for or works at, or -1
 * @param chosen its stack is shown
 */
record ProcessRow(
    String key,
    String name,
    State letter,
    String what,
    String since,
    int command,
    boolean chosen) {}
