package unjam.trace;

/**
 * One thing that became true. Past tense and self-sufficient: a reader never decides again what the
 * kernel decided. Which command, device and host it is about stands in the {@link TraceEvent}
 * around it.
 */
public sealed interface Fact
    permits AboveFact, BlockFact, CallFact, EhFact, IoFact, IscsiFact, MachineFact, MidLayerFact,
        TargetFact, TimeoutFact {}
