package unjam.trace;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The events of a trace, one array for each field: 27 bytes an event beside the fact itself. They
 * grow by chunks, so that nothing is copied; facts that say the same are kept once.
 */
final class TraceColumns {

  private static final int CHUNK_SHIFT = 13;
  private static final int CHUNK = 1 << CHUNK_SHIFT;
  private static final int MASK = CHUNK - 1;
  private static final int KNOWN_FACTS = 1 << 10;
  private static final KernelFunction[] FUNCTIONS = KernelFunction.values();

  private final List<ExecContext> contexts = new ArrayList<>();
  private final @Nullable Fact[] known = new Fact[KNOWN_FACTS];
  private final List<Chunk> chunks = new ArrayList<>();
  private Chunk last;
  private int size;

  /** So many events. */
  private static final class Chunk {
    private final long[] nanos = new long[CHUNK];
    private final int[] cause = new int[CHUNK];
    private final byte[] context = new byte[CHUNK];
    private final short[] function = new short[CHUNK];
    private final int[] cmd = new int[CHUNK];
    private final short[] device = new short[CHUNK];
    private final short[] host = new short[CHUNK];
    private final Fact[] fact = new Fact[CHUNK];
  }

  TraceColumns() {
    last = new Chunk();
    chunks.add(last);
  }

  int add(
      long at, int because, ExecContext who, KernelFunction in, int command, int dev, int shost,
      Fact what) {
    int seq = size++;
    int i = seq & MASK;
    if (i == 0 && seq > 0) {
      last = new Chunk();
      chunks.add(last);
    }
    last.nanos[i] = at;
    last.cause[i] = because;
    last.context[i] = index(who);
    last.function[i] = (short) in.ordinal();
    last.cmd[i] = command;
    last.device[i] = (short) dev;
    last.host[i] = (short) shost;
    last.fact[i] = once(what);
    return seq;
  }

  /** An equal fact that was seen lately, or this one. */
  private Fact once(Fact fact) {
    int hash = fact.hashCode();
    int slot = (hash ^ hash >>> 10 ^ hash >>> 20) & KNOWN_FACTS - 1;
    Fact seen = known[slot];
    if (seen != null && fact.equals(seen)) {
      return seen;
    }
    known[slot] = fact;
    return fact;
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

  int size() {
    return size;
  }

  private Chunk chunk(int seq) {
    if (seq < 0 || seq >= size) {
      throw new IndexOutOfBoundsException("event " + seq + " of " + size);
    }
    return chunks.get(seq >>> CHUNK_SHIFT);
  }

  long nanos(int seq) {
    return chunk(seq).nanos[seq & MASK];
  }

  int cause(int seq) {
    return chunk(seq).cause[seq & MASK];
  }

  ExecContext context(int seq) {
    return contexts.get(chunk(seq).context[seq & MASK]);
  }

  KernelFunction function(int seq) {
    return FUNCTIONS[chunk(seq).function[seq & MASK]];
  }

  int cmd(int seq) {
    return chunk(seq).cmd[seq & MASK];
  }

  int device(int seq) {
    return chunk(seq).device[seq & MASK];
  }

  int host(int seq) {
    return chunk(seq).host[seq & MASK];
  }

  Fact fact(int seq) {
    return chunk(seq).fact[seq & MASK];
  }
}
