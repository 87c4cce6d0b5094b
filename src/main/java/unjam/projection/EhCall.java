package unjam.projection;

/**
 * A call of the error-handler thread that has not come back. Instants in nanoseconds.
 *
 * @param seq the event at which it began
 * @param step what it does
 * @param depth 1 a question to a device, 2 a command for it, 3 a callback of the driver, 4 the
 *     pause after one: what the callback was called by has not come back then
 * @param device index of the device it is about, or -1
 * @param command id of the command that it works with, or -1
 * @param sinceNanos when it began
 * @param untilNanos when its own timeout runs out, or -1 if nothing limits it
 */
public record EhCall(
    int seq, EhStep step, int depth, int device, int command, long sinceNanos, long untilNanos) {}
