package unjam.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PrngTest {

  private static final int DRAWS = 100_000;

  @Test
  void theSequenceIsThatOfSplitMix64() {
    // The published test vector for seed 1234567.
    Prng prng = new Prng(1_234_567);
    assertThat(LongStream.generate(prng::nextLong).limit(5))
        .containsExactly(
            6457827717110365317L,
            3203168211198807973L,
            Long.parseUnsignedLong("9817491932198370423"),
            4593380528125082431L,
            Long.parseUnsignedLong("16408922859458223821"));
  }

  @Test
  void aStreamDependsOnSeedAndNameOnly() {
    Prng fresh = new Prng(7);
    Prng used = new Prng(7);
    used.nextLong();
    used.stream("another").nextLong();
    long first = fresh.stream("0:0:0:0.service").nextLong();
    assertThat(used.stream("0:0:0:0.service").nextLong()).isEqualTo(first);
    assertThat(fresh.stream("0:0:0:1.service").nextLong()).isNotEqualTo(first);
    assertThat(new Prng(8).stream("0:0:0:0.service").nextLong()).isNotEqualTo(first);
    assertThat(fresh.nextLong()).isEqualTo(new Prng(7).nextLong());
  }

  @Test
  void aStreamStaysWhatItIs() {
    // mix(7 + mix(FNV-1a of the UTF-8 bytes)) as the seed, computed outside Java.
    assertThat(new Prng(7).stream("a").nextLong()).isEqualTo(2575642449541073994L);
    assertThat(new Prng(7).stream("磁盘.service").nextLong()).isEqualTo(-2053751403967745228L);
  }

  @Test
  void aBoundedDrawReachesEveryValueAboutEquallyOften() {
    Prng prng = new Prng(1);
    long[] counts = new long[6];
    for (int i = 0; i < DRAWS; i++) {
      counts[(int) prng.nextLong(6)]++;
    }
    // 100,000 / 6 = 16,667; the standard deviation is 118, and 5 of them are 590.
    assertThat(LongStream.of(counts)).allSatisfy(n -> assertThat(n).isBetween(16_077L, 17_257L));
  }

  @Test
  void aBoundedDrawDoesNotFavourSmallValuesOfAHugeRange() {
    // The bound is 3/4 of the 2^63 values drawn from: a bare remainder would map the last
    // quarter onto the lower third again, which would then get a half, 50,000.
    long bound = 3L << 61;
    Prng prng = new Prng(2);
    long low = LongStream.generate(() -> prng.nextLong(bound)).limit(DRAWS)
        .filter(value -> value < bound / 3)
        .count();
    assertThat(low).isBetween(32_500L, 34_200L);
  }

  @Test
  void aBoundOfOneLeavesNoChoice() {
    assertThat(new Prng(3).nextLong(1)).isZero();
    assertThatThrownBy(() -> new Prng(3).nextLong(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a bound is 1 or more, was 0");
  }

  @Test
  void aDoubleLiesInTheUnitInterval() {
    Prng prng = new Prng(4);
    assertThat(DoubleStream.generate(prng::nextDouble).limit(DRAWS).boxed())
        .allMatch(x -> x >= 0 && x < 1);
  }

  @Test
  void anExponentialHasItsMeanAndIsNeverNegative() {
    Prng prng = new Prng(5);
    double[] drawn = DoubleStream.generate(() -> prng.nextExponential(100)).limit(DRAWS).toArray();
    assertThat(DoubleStream.of(drawn).boxed()).allMatch(x -> x >= 0 && Double.isFinite(x));
    // The standard error of the mean is 100 / sqrt(100,000) = 0.32.
    assertThat(DoubleStream.of(drawn).average().orElseThrow()).isCloseTo(100, within(1.6));
  }

  @Test
  void anExponentialOfMeanZeroIsPositiveZero() {
    assertThat(1 / new Prng(5).nextExponential(0)).isEqualTo(Double.POSITIVE_INFINITY);
  }

  @Test
  void anExponentialNeedsAMean() {
    assertThatThrownBy(() -> new Prng(5).nextExponential(-1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a mean is finite and not negative, was -1.0");
    assertThatThrownBy(() -> new Prng(5).nextExponential(Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Prng(5).nextExponential(Double.POSITIVE_INFINITY))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aGaussianHasMeanZeroAndDeviationOne() {
    Prng prng = new Prng(6);
    double[] drawn = DoubleStream.generate(prng::nextGaussian).limit(DRAWS).toArray();
    double mean = DoubleStream.of(drawn).average().orElseThrow();
    double square = DoubleStream.of(drawn).map(x -> x * x).average().orElseThrow();
    assertThat(mean).isCloseTo(0, within(0.016));
    assertThat(square).isCloseTo(1, within(0.023));
  }

  @Test
  void theTransformedValuesAreTheSameOnEveryMachine() {
    Prng prng = new Prng(9);
    assertThat(Double.doubleToLongBits(prng.nextExponential(1))).isEqualTo(4607843750892964120L);
    assertThat(Double.doubleToLongBits(prng.nextGaussian())).isEqualTo(4606236452697447235L);
  }
}
