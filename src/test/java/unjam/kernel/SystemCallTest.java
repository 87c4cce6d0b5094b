package unjam.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static unjam.scsi.EhHook.EH_ABORT_HANDLER;
import static unjam.scsi.EhHook.EH_BUS_RESET_HANDLER;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import unjam.scsi.HostByte;
import unjam.scsi.IoMode;
import unjam.scsi.IoOp;
import unjam.scsi.Opcode;
import unjam.scsi.SamStatus;

/** What applications call and are told: open, SG_IO, fsync, and reads through the page cache. */
class SystemCallTest {

  private static Scenarios disk(String kernel) {
    return Scenarios.on(kernel).timeout(3).ehTimeout(4);
  }

  private static Scenarios sgIo(String kernel) {
    return disk(kernel).io("sg", IoOp.READ, IoMode.SG_IO);
  }

  // SG_IO: the call succeeds, the header tells.

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"1/17/01", "3/11/00", "6/29/00", "2/04/03"})
  void senseDataComesHomeAtOnce(String sense) {
    Story story = sgIo("6.12").sense(sense).only(Opcode.READ_10).run();

    assertThat(story.order("sg_header", "io_end"))
        .isEqualTo("sg_header sg 0x00000002\nio_end sg 0\n");
    assertThat(story.dispatches("sg")).isEqualTo(1);
    assertThat(story.log("FAILED Result")).isEmpty();
  }

  @ParameterizedTest(name = "{0}: header {1}")
  @CsvSource({
    "DID_ERROR, 0x00070000", "DID_RESET, 0x00080000", "DID_NO_CONNECT, 0x00010000",
    "DID_SOFT_ERROR, 0x000b0000", "DID_TRANSPORT_FAILFAST, 0x000f0000",
  })
  void aHostByteComesHomeAtOnce(HostByte host, String header) {
    Story story = sgIo("6.12").hostByte(host).only(Opcode.READ_10).run();

    assertThat(story.order("sg_header")).isEqualTo("sg_header sg " + header + "\n");
    assertThat(story.dispatches("sg")).isEqualTo(1);
  }

  /** BUSY does not go up: it is waited for like anybody's, up to the command's own 7 s. */
  @Test
  void busyIsWaitedFor() {
    Story passing = sgIo("6.12").status(SamStatus.BUSY).times(3).run();
    Story lasting = sgIo("6.12").sgioTimeout(7_000).status(SamStatus.BUSY).run();

    assertThat(passing.order("sg_header")).isEqualTo("sg_header sg 0x00000000\n");
    assertThat(passing.dispatches("sg")).isEqualTo(4);
    assertThat(lasting.order("sg_header")).isEqualTo("sg_header sg 0x00000008\n");
    assertThat(lasting.latency("sg")).isBetween(7_000L, 7_030L);
    assertThat(lasting.log())
        .containsExactly("sd 0:0:0:0: [sda] tag#0 timing out command, waited 7s");
  }

  /**
   * The caller's timeout, at least 7 s, 60 s if he says nothing; never the disk's 3 s. 7 s: the
   * timer is set to 1250 + 256 and fires at 1536 ticks; then 1750 lies in the level of 8: 219 * 8 =
   * 1752 ticks = 7008 ms.
   */
  @ParameterizedTest(name = "{0} ms: {1} ms")
  @CsvSource({"1000, 7024", "7000, 7024", "10000, 10256", "0, 61456"})
  void aPassthroughHasItsOwnTimeout(long asked, long noticed) {
    Scenarios sg = sgIo("6.12").mute();
    Story story = (asked == 0 ? sg : sg.sgioTimeout(asked)).run();

    assertThat(story.timeline())
        .isEqualTo(
            """
            0 ms  dispatch sg READ_10
            %d ms  scsi_timeout sg BLK_EH_DONE
            %d ms  eh_abort_handler sg SUCCESS
            %d ms  sg_header sg 0x00030000
            %d ms  io_end sg 0
            """
                .formatted(noticed, noticed + 12, noticed + 12, noticed + 12));
  }

  /** A passthrough command does not count for the medium rule, and nobody retries it. */
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({"6.12, 0x00030000", "6.1, 0x00030000", "5.10, 0x06000000"})
  void aPassthroughThatNobodyCanSave(String kernel, String header) {
    Story story =
        sgIo(kernel)
            .sgioTimeout(7_000)
            .mute()
            .only(Opcode.READ_10)
            .fails(EH_ABORT_HANDLER)
            .run();

    assertThat(story.order("scsi_eh_tur", "sg_header", "state"))
        .isEqualTo("scsi_eh_tur sg READY\nsg_header sg " + header + "\n");
  }

  // Calls during recovery.

  /** The bus rung settles until 26624 ms; whoever opened or called meanwhile goes on then. */
  @ParameterizedTest
  @ValueSource(strings = {"6.12", "6.1"})
  void openAndIoctlWaitForTheRecovery(String kernel) {
    Story story =
        disk(kernel)
            .read("bad")
            .mute()
            .curedBy(EH_BUS_RESET_HANDLER)
            .io("sg", IoOp.READ, IoMode.SG_IO)
            .at(9_000)
            .read("open")
            .at(9_500)
            .run();

    assertThat(story.timeline("open_waits", "io_end"))
        .isEqualTo(
            """
            9000 ms  open_waits sg
            9500 ms  open_waits open
            26628 ms  io_end bad 4096
            26628 ms  io_end sg 0
            26628 ms  io_end open 4096
            """);
  }

  /** The recovery ends without the disk: open fails, and so does an ioctl of an open file. */
  @Test
  void afterALostRecoveryThereIsNoDevice() {
    Story story =
        disk("6.12")
            .read("bad")
            .mute()
            .onBlocks(2_048, 2_055)
            .mute()
            .only(Opcode.TEST_UNIT_READY)
            .without(EH_BUS_RESET_HANDLER)
            .io("sg", IoOp.READ, IoMode.SG_IO)
            .blocks(16, 8)
            .at(8_100)
            .repeat(2, 200)
            .read("open")
            .at(9_500)
            .run();

    assertThat(story.outcomes()).isEqualTo("bad=EIO open=ENXIO sg=0 sg#1=ENODEV");
  }

  // fsync.

  /** The emulated disk needs 50 ms for what was written since, and nothing without. */
  @Test
  void fsyncWritesTheDisksCache() {
    Story story = disk("6.12").write("w").fsync("dirty").at(100).fsync("clean").at(300).run();

    assertThat(story.latency("dirty")).isBetween(45L, 55L);
    assertThat(story.latency("clean")).isZero();
    assertThat(story.order("dispatch"))
        .isEqualTo(
            """
            dispatch w WRITE_10
            dispatch dirty SYNCHRONIZE_CACHE
            dispatch clean SYNCHRONIZE_CACHE
            """);
  }

  /** Two that come while a flush is under way share the next one. */
  @Test
  void flushesAreShared() {
    Story story =
        disk("6.12").write("w").fsync("a").at(100).fsync("b").at(110).fsync("c").at(120).run();

    assertThat(story.timeline("dispatch", "io_end"))
        .isEqualTo(
            """
            0 ms  dispatch w WRITE_10
            4 ms  io_end w 4096
            100 ms  dispatch a SYNCHRONIZE_CACHE
            148 ms  dispatch b SYNCHRONIZE_CACHE
            148 ms  io_end a 0
            148 ms  io_end b 0
            148 ms  io_end c 0
            """);
  }

  /** A flush has twice the time: 100 + 6000 ms, in a slot of 32. */
  @Test
  void aLostFlushHasTwiceTheTimeout() {
    Story story = disk("6.12").write("w").fsync("f").at(100).mute().skip(1).times(1).run();

    assertThat(story.timeline("scsi_timeout", "eh_abort_handler"))
        .isEqualTo(
            """
            6128 ms  scsi_timeout f BLK_EH_DONE
            6140 ms  eh_abort_handler f SUCCESS
            """);
    assertThat(story.outcome("f")).isEqualTo("0");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({"4/44/00, EREMOTEIO", "3/0c/00, EIO", "5/20/00, EREMOTEIO", "2/3a/00, EIO"})
  void aFailedFlushFailsTheCall(String sense, String outcome) {
    Story story =
        disk("6.12")
            .write("w")
            .fsync("f")
            .at(100)
            .sense(sense)
            .only(Opcode.SYNCHRONIZE_CACHE)
            .run();

    assertThat(story.outcome("f")).isEqualTo(outcome);
    assertThat(story.log().getLast()).contains("dev sda, sector 0 op 0x1:(WRITE)");
  }

  // The page cache.

  /** Read ahead gives up at once; then page after page, until one does not come. */
  @Test
  void pagesThatDidNotComeAreReadOneByOne() {
    Story story =
        disk("6.12")
            .io("b", IoOp.READ, IoMode.BUFFERED)
            .blocks(2_048, 32)
            .sense("3/11/00")
            .onBlocks(2_066, 2_066)
            .run();

    assertThat(story.dispatches("b")).isEqualTo(4);
    assertThat(story.outcome("b")).isEqualTo("8192");
    assertThat(story.log("Buffer I/O error"))
        .containsExactly("Buffer I/O error on dev sda, logical block 258, async page read");
    assertThat(story.log("flags 0x80700")).hasSize(1);
  }

  /** Lost read-ahead is not retried; the reader's own reads are new commands. */
  @Test
  void lostReadAheadCostsOneTimeout() {
    Story story =
        disk("6.12").io("b", IoOp.READ, IoMode.READAHEAD).blocks(2_048, 32).mute().times(1).run();

    assertThat(story.outcome("b")).isEqualTo("16384");
    assertThat(story.dispatches("b")).isEqualTo(5);
    assertThat(story.latency("b")).isEqualTo(4_124 + 4 * 4);
  }

  /** A buffered write always succeeds; fsync says what became of it. */
  @Test
  void fsyncTellsOfLostWrites() {
    Story story =
        disk("6.12")
            .io("b", IoOp.WRITE, IoMode.BUFFERED)
            .blocks(2_048, 32)
            .fsync("f")
            .at(100)
            .fsync("again")
            .at(200)
            .sense("4/44/00")
            .only(Opcode.WRITE_10)
            .run();

    assertThat(story.outcomes()).isEqualTo("again=0 b=16384 f=EIO");
    assertThat(story.log("lost async page write")).hasSize(4);
  }

  /** Half a minute later a kworker writes it, and the next fsync hears that it went wrong. */
  @Test
  void oldPagesAreWrittenBack() {
    Story story =
        disk("6.12")
            .io("b", IoOp.WRITE, IoMode.BUFFERED)
            .fsync("f")
            .at(60_000)
            .fsync("again")
            .at(61_000)
            .sense("4/44/00")
            .only(Opcode.WRITE_10)
            .run();

    assertThat(story.timeline("dispatch", "io_end"))
        .isEqualTo(
            """
            0 ms  io_end b 4096
            30000 ms  dispatch sda WRITE_10
            60000 ms  io_end f EIO
            61000 ms  dispatch again SYNCHRONIZE_CACHE
            61000 ms  io_end again 0
            """);
  }
}
