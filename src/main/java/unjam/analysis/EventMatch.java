package unjam.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import unjam.trace.AboveFact;
import unjam.trace.ExecContext;
import unjam.trace.Fact;
import unjam.trace.FactFields;
import unjam.trace.IoFact;
import unjam.trace.KernelFunction;
import unjam.trace.MachineFact;
import unjam.trace.Trace;

/** Holds events against a filter. What many events share is held against it once. */
final class EventMatch {

  private final Trace trace;
  private final EventFilter filter;
  private final int io;
  private final List<Word> words = new ArrayList<>();
  private final Map<Class<?>, String> names = new HashMap<>();
  private final Map<Integer, String> disks = new HashMap<>();

  EventMatch(Trace trace, EventFilter filter) {
    this.trace = trace;
    this.filter = filter;
    io = filter.command() < trace.commands() ? trace.ioOf(filter.command()) : -1;
    if (filter.search().isEmpty()) {
      return;
    }
    for (String word : filter.search().toLowerCase(Locale.ROOT).split("\\s+")) {
      words.add(new Word(word));
    }
  }

  boolean holds(int seq) {
    Fact fact = trace.fact(seq);
    if (fact instanceof MachineFact.DeviceAdded added) {
      disks.put(trace.device(seq), added.disk());
    }
    return (filter.function() == null || trace.function(seq) == filter.function())
        && (filter.device() < 0 || trace.device(seq) == filter.device())
        && (filter.context() == null || trace.context(seq).kind() == filter.context())
        && (filter.command() < 0 || isOfCommand(seq, fact))
        && (filter.fact().isEmpty() || name(fact).equals(filter.fact()))
        && hasEveryWord(seq, fact);
  }

  private boolean isOfCommand(int seq, Fact fact) {
    return trace.cmd(seq) == filter.command()
        || io >= 0 && fact instanceof IoFact told && ioOf(told) == io
        || io >= 0 && fact instanceof AboveFact above && above.io() == io;
  }

  private static int ioOf(IoFact fact) {
    return switch (fact) {
      case IoFact.IoStarted started -> started.io();
      case IoFact.IoEnded ended -> ended.io();
      case IoFact.SgHeaderFilled filled -> filled.io();
      case IoFact.OpenFailed failed -> failed.io();
      case IoFact.OpenWaits waits -> waits.io();
    };
  }

  private String name(Fact fact) {
    return names.computeIfAbsent(fact.getClass(), type -> FactFields.name(fact));
  }

  private boolean hasEveryWord(int seq, Fact fact) {
    for (int i = 0; i < words.size(); i++) {
      if (!words.get(i).isIn(seq, fact)) {
        return false;
      }
    }
    return true;
  }

  /** One word, and what is known already about where it is. */
  private final class Word {
    private final String word;
    private final boolean[] functions = new boolean[KernelFunction.values().length];
    private final Map<Class<?>, Boolean> facts = new HashMap<>();
    private final Map<ExecContext, Boolean> contexts = new IdentityHashMap<>();
    private final boolean[] ios;

    Word(String word) {
      this.word = word;
      String kernel = trace.header().kernel();
      for (KernelFunction each : KernelFunction.values()) {
        functions[each.ordinal()] = has(each.nameIn(kernel));
      }
      ios = new boolean[trace.ioNames().size()];
      for (int i = 0; i < ios.length; i++) {
        ios[i] = has(trace.ioNames().get(i));
      }
    }

    private boolean has(String text) {
      return text.toLowerCase(Locale.ROOT).contains(word);
    }

    boolean isIn(int seq, Fact fact) {
      return functions[trace.function(seq).ordinal()]
          || facts.computeIfAbsent(fact.getClass(), type -> has(name(fact)))
          || contexts.computeIfAbsent(trace.context(seq), each -> has(each.text()))
          || disks.getOrDefault(trace.device(seq), "").contains(word)
          || isInIo(fact instanceof IoFact told ? ioOf(told) : trace.ioOf(trace.cmd(seq)))
          || fact instanceof MachineFact.Printed printed && has(printed.line());
    }

    private boolean isInIo(int index) {
      return index >= 0 && index < ios.length && ios[index];
    }
  }
}
