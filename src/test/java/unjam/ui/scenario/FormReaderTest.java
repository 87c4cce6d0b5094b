package unjam.ui.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import unjam.app.FaultDraft;
import unjam.app.FaultKind;
import unjam.app.FaultPalette;
import unjam.scenario.FaultRule.LbaRange;
import unjam.scsi.HostByte;
import unjam.scsi.SamStatus;
import unjam.scsi.Scope;
import unjam.ui.Shows;
import unjam.ui.scenario.FormReader.Fields;
import unjam.ui.scenario.FormReader.Filled;

class FormReaderTest {

  private static final FormReader READER = new FormReader(Shows.at(0).state());

  private static FaultDraft offered(FaultKind kind) {
    return FaultPalette.draft(kind, Shows.at(0), new Scope.Host(0));
  }

  private static Filled read(FaultKind kind, Fields fields) {
    return READER.read(offered(kind), fields);
  }

  private static FaultDraft good(FaultKind kind, Fields fields) {
    assertThat(read(kind, fields)).isInstanceOf(Filled.Good.class);
    return ((Filled.Good) read(kind, fields)).draft();
  }

  @Test
  void whatIsWrittenIsTaken() {
    FaultDraft draft = good(FaultKind.SLOW, new Fields("2048..2055", "3", "7", "500 ms", ""));

    assertThat(draft.lbas()).contains(new LbaRange(2048, 2055));
    assertThat(draft.skip()).isEqualTo(3);
    assertThat(draft.count()).isEqualTo(OptionalInt.of(7));
    assertThat(draft.spanNanos()).isEqualTo(500_000_000L);
  }

  @Test
  void emptyMeansAnyAndAlwaysAndABareNumberSeconds() {
    FaultDraft draft = good(FaultKind.SLOW, new Fields("", "", "", "2.5", ""));

    assertThat(draft.lbas()).isEmpty();
    assertThat(draft.skip()).isZero();
    assertThat(draft.count()).isEmpty();
    assertThat(draft.spanNanos()).isEqualTo(2_500_000_000L);
  }

  @ParameterizedTest
  @CsvSource({
    "'2048..', 0, 1, 1s, 6/29/00, form.blocks",
    "'9..3', 0, 1, 1s, 6/29/00, form.blocks",
    "'99999999999999999', 0, 1, 1s, 6/29/00, form.blocks",
    "'', -1, 1, 1s, 6/29/00, form.skip",
    "'', 0, 0, 1s, 6/29/00, form.times",
    "'', 0, often, 1s, 6/29/00, form.times",
    "'', 0, 1, soon, 6/29/00, form.span",
  })
  void aWrongFieldSaysWhatWouldBeRight(
      String blocks, String skip, String times, String span, String sense, String message) {
    FaultKind kind = message.equals("form.span") ? FaultKind.SLOW : FaultKind.UNIT_ATTENTION;

    assertThat(read(kind, new Fields(blocks, skip, times, span, sense)))
        .isEqualTo(new Filled.Bad(message));
  }

  @Test
  void senseIsReadWhereTheKindHasIt() {
    assertThat(read(FaultKind.NOT_READY, new Fields("", "0", "1", "", "ready")))
        .isEqualTo(new Filled.Bad("form.sense"));
    assertThat(good(FaultKind.NOT_READY, new Fields("", "0", "1", "", "2/3a/00")).sense())
        .hasValueSatisfying(sense -> assertThat(sense.text()).isEqualTo("2/3a/00"));
    assertThat(good(FaultKind.BUSY, new Fields("", "0", "1", "", "?")).sense()).isEmpty();
  }

  @Test
  void aMediumErrorHasItsPlaceAndAResultIsNoHealthyOne() {
    FaultDraft result = offered(FaultKind.RESULT);
    FaultDraft healthy =
        new FaultDraft(
            result.kind(), result.scope(), result.opcode(), result.lbas(), 0, result.count(), 0,
            Optional.empty(), HostByte.DID_OK, SamStatus.GOOD, result.refusal(),
            result.curedBy());
    Fields nothing = new Fields("", "", "", "", "");

    assertThat(read(FaultKind.MEDIUM_ERROR, nothing))
        .isEqualTo(new Filled.Bad("form.blocks_needed"));
    assertThat(READER.read(healthy, nothing)).isEqualTo(new Filled.Bad("form.healthy"));
  }
}
