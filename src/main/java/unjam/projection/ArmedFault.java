package unjam.projection;

/** A fault that is armed: its id, where it lies, what kind it is and since when, in nanoseconds. */
public record ArmedFault(String id, String scope, String kind, long sinceNanos) {}
