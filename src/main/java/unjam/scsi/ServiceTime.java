package unjam.scsi;

/** How long a target takes to answer a command; all spans in nanoseconds, none negative. */
public sealed interface ServiceTime {

  /** Always the same. */
  record Fixed(long nanos) implements ServiceTime {
    public Fixed {
      requireSpan(nanos);
    }
  }

  /** Evenly spread over {@code [minNanos, maxNanos]}. */
  record Uniform(long minNanos, long maxNanos) implements ServiceTime {
    public Uniform {
      requireSpan(minNanos);
      if (maxNanos < minNanos) {
        throw new IllegalArgumentException(
            "the largest service time must not be below the smallest: " + maxNanos + " < "
                + minNanos);
      }
    }
  }

  /** Exponentially distributed around a mean. */
  record Exponential(long meanNanos) implements ServiceTime {
    public Exponential {
      requireSpan(meanNanos);
    }
  }

  /**
   * Grows while its fault lasts: {@code startNanos} at the fault's start, {@code perSecondNanos}
   * more for every second since.
   */
  record Growing(long startNanos, long perSecondNanos) implements ServiceTime {
    public Growing {
      requireSpan(startNanos);
      requireSpan(perSecondNanos);
    }
  }

  private static void requireSpan(long nanos) {
    if (nanos < 0) {
      throw new IllegalArgumentException(
          "a service time must not be negative, was " + nanos + " ns");
    }
  }
}
