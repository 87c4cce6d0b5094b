package unjam.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The events of a trace, one array for each field: 27 bytes an event beside the fact itself. */
final class TraceColumns {

  private static final KernelFunction[] FUNCTIONS = KernelFunction.values();

  private final List<ExecContext> contexts = new ArrayList<>();
  private int size;
  private long[] nanos = new long[256];
  private int[] cause = new int[256];
  private byte[] context = new byte[256];
  private short[] function = new short[256];
  private int[] cmd = new int[256];
  private short[] device = new short[256];
  private short[] host = new short[256];
  private Fact[] fact = new Fact[256];

  int add(
      long at, int because, ExecContext who, KernelFunction in, int command, int dev, int shost,
      Fact what) {
    if (size == nanos.length) {
      grow(size * 2);
    }
    int seq = size++;
    nanos[seq] = at;
    cause[seq] = because;
    context[seq] = index(who);
    function[seq] = (short) in.ordinal();
    cmd[seq] = command;
    device[seq] = (short) dev;
    host[seq] = (short) shost;
    fact[seq] = what;
    return seq;
  }

  private byte index(ExecContext who) {
    for (int i = 0; i < contexts.size(); i++) {
      if (contexts.get(i) == who) {
        return (byte) i;
      }
    }
    int equal = contexts.indexOf(who);
    if (equal >= 0) {
      return (byte) equal;
    }
    if (contexts.size() > Byte.MAX_VALUE) {
      throw new IllegalStateException("more than 128 execution contexts in one trace");
    }
    contexts.add(who);
    return (byte) (contexts.size() - 1);
  }

  private void grow(int capacity) {
    nanos = Arrays.copyOf(nanos, capacity);
    cause = Arrays.copyOf(cause, capacity);
    context = Arrays.copyOf(context, capacity);
    function = Arrays.copyOf(function, capacity);
    cmd = Arrays.copyOf(cmd, capacity);
    device = Arrays.copyOf(device, capacity);
    host = Arrays.copyOf(host, capacity);
    fact = Arrays.copyOf(fact, capacity);
  }

  /** Gives back what growing left unused. */
  void trim() {
    grow(size);
  }

  int size() {
    return size;
  }

  long nanos(int seq) {
    return nanos[seq];
  }

  int cause(int seq) {
    return cause[seq];
  }

  ExecContext context(int seq) {
    return contexts.get(context[seq]);
  }

  KernelFunction function(int seq) {
    return FUNCTIONS[function[seq]];
  }

  int cmd(int seq) {
    return cmd[seq];
  }

  int device(int seq) {
    return device[seq];
  }

  int host(int seq) {
    return host[seq];
  }

  Fact fact(int seq) {
    return fact[seq];
  }
}
