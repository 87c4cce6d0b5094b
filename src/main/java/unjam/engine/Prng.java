package unjam.engine;

import java.nio.charset.StandardCharsets;

/**
 * Reproducible chance: SplitMix64, with named streams that do not disturb one another.
 *
 * <p>The sequence of a seed is the same on every machine and for ever: only integer arithmetic,
 * IEEE operations and {@link StrictMath} take part.
 */
public final class Prng {

  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
  private static final long FNV_OFFSET_BASIS = 0xCBF29CE484222325L;
  private static final long FNV_PRIME = 0x100000001B3L;
  private static final double ULP_OF_HALF = 0x1.0p-53;

  private final long seed;
  private long state;

  public Prng(long seed) {
    this.seed = seed;
    this.state = seed;
  }

  /**
   * A generator of its own for one purpose. It depends on this one's seed and on the name alone,
   * not on what either has drawn, so a draw added in one place shifts nothing elsewhere.
   */
  public Prng stream(String name) {
    return new Prng(mix(seed + mix(fnv1a(name))));
  }

  /** Any of the 2^64 values, all equally likely. */
  public long nextLong() {
    state += GOLDEN_GAMMA;
    return mix(state);
  }

  /**
   * A value from 0 to {@code boundExclusive - 1}, all equally likely.
   *
   * @throws IllegalArgumentException if the bound is not positive
   */
  public long nextLong(long boundExclusive) {
    if (boundExclusive < 1) {
      throw new IllegalArgumentException("a bound is 1 or more, was " + boundExclusive);
    }
    long drawn = nextLong() >>> 1;
    long value = drawn % boundExclusive;
    // Overflow: it lies in the incomplete last group of the range, which favours small values.
    while (drawn - value + (boundExclusive - 1) < 0) {
      drawn = nextLong() >>> 1;
      value = drawn % boundExclusive;
    }
    return value;
  }

  /** A multiple of 2^-53 from 0 inclusive to 1 exclusive. */
  public double nextDouble() {
    return (nextLong() >>> 11) * ULP_OF_HALF;
  }

  /**
   * An exponentially distributed value, 0 or more, in the unit of its mean.
   *
   * @throws IllegalArgumentException if the mean is not a finite number of at least 0
   */
  public double nextExponential(double mean) {
    if (!(mean >= 0) || Double.isInfinite(mean)) {
      throw new IllegalArgumentException("a mean is finite and not negative, was " + mean);
    }
    // Subtracted from 0, not negated: the result must not be the negative zero.
    return 0 - mean * StrictMath.log(1 - nextDouble());
  }

  /**
   * A normally distributed value of mean 0 and standard deviation 1; the polar method, keeping no
   * spare value.
   */
  public double nextGaussian() {
    while (true) {
      double x = 2 * nextDouble() - 1;
      double y = 2 * nextDouble() - 1;
      double square = x * x + y * y;
      if (square > 0 && square < 1) {
        return x * StrictMath.sqrt(-2 * StrictMath.log(square) / square);
      }
    }
  }

  private static long mix(long value) {
    long z = value;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** The 64-bit FNV-1a hash of the UTF-8 form. */
  private static long fnv1a(String text) {
    long hash = FNV_OFFSET_BASIS;
    for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (octet & 0xFF)) * FNV_PRIME;
    }
    return hash;
  }
}
