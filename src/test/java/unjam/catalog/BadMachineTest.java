package unjam.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A machine that cannot be, and everything that is wrong in one file. */
class BadMachineTest {

  private static final ScenarioReader READER = new ScenarioReader(Catalog.ofClassPath());

  @Test
  void everyProblemOfAFileIsToldAtOnceInItsOrder() {
    assertThat(
            problems(
                """
                name: two words
                title: T
                until: 120
                machine:
                  hz: 251
                  cpus: 0
                  logging_level: {eror: 3, timeout: 9}
                  hosts:
                    - driver: mpt3sas
                      eh_deadline: 10
                      disks:
                        - {at: 0:0:0:0, size: 16GB, service: 100, state: runing}
                        - {at: 0:0:0:0, name: sda, max_retries: 6, allow_restart: yes}
                        - {at: 1:0:0:0, queue_depth: 0, timeout: 1.5s, service: {uniform: 1ms}}
                        - {at: 0:0:1, service: {growing: {per_second: 1s}}}
                        - [0:0:2:0]
                """))
        .containsExactly(
            "m.yaml:1:7: name: \"two words\" is not a name; use up to 64 letters, digits, _ . and"
                + " -",
            "m.yaml:3:8: until: \"120\" has no unit; write a number and a unit (ns, us, ms, s, min"
                + " or h), such as 30s, 1.5ms or 100us",
            "m.yaml:5:7: hz: \"251\" is none of: 100, 250, 300, 1000; did you mean 250?",
            "m.yaml:6:9: cpus: 0 is out of range; write 1 to 4096",
            "m.yaml:7:19: unknown key \"eror\" in logging_level; did you mean \"error\"?",
            "m.yaml:7:37: timeout: 9 is out of range; write 0 to 7",
            "m.yaml:10:20: eh_deadline: \"10\" has no unit; write a number and a unit (ns, us, ms,"
                + " s, min or h), such as 30s, 1.5ms or 100us",
            "m.yaml:12:31: size: \"16GB\" has the unknown unit \"GB\"; write bytes, or a number"
                + " with KiB, MiB, GiB or TiB, such as 512 or 4KiB",
            "m.yaml:12:46: service: \"100\" has no unit; write a number and a unit (ns, us, ms, s,"
                + " min or h), such as 30s, 1.5ms or 100us",
            "m.yaml:12:58: state: \"runing\" is none of: running, offline, transport-offline,"
                + " blocked, quiesce; did you mean running?",
            "m.yaml:13:16: at: there is a disk at 0:0:0:0 already, in line 12",
            "m.yaml:13:31: name: there is a disk named sda already, in line 12",
            "m.yaml:13:49: max_retries: 6 is out of range; write -1 to 5",
            "m.yaml:13:67: allow_restart: write true or false, found \"yes\"",
            "m.yaml:14:16: at: 1:0:0:0 is on host 1, but stands under host 0, counted from 0 in"
                + " the order listed",
            "m.yaml:14:38: queue_depth: the kernel refuses 0 (EINVAL); write 1 to 9576, the"
                + " can_queue of mpt3sas",
            "m.yaml:14:50: timeout: \"1.5s\" has a fraction; the kernel takes whole seconds here",
            "m.yaml:14:75: uniform is a list of the shortest and the longest time, [80us, 120us]",
            "m.yaml:15:16: at: a device is written host:channel:target:lun, for example 0:0:1:0,"
                + " found: 0:0:1",
            "m.yaml:15:33: unknown key \"growing\" in service; known keys: exponential, uniform",
            "m.yaml:16:11: disk is a mapping (keys with values), found a list");
  }

  @Test
  void whatADriverCannotBeIsSaid() {
    assertThat(
            problems(
                """
                name: t
                title: T
                until: 1s
                machine:
                  hosts:
                    - {driver: ahci, disks: [{at: 0:0:0:0}, {at: 0:0:1:0}]}
                    - driver: lpfc
                      template: {fast_io_fail_tmo: 30s}
                      disks: [{at: 1:0:0:0}]
                    - driver: mpt3sas
                      template: {eh_timed_out: fc_eh_timed_out}
                      disks: [{at: 2:0:0:0}]
                    - {driver: ahci, template: {ata: none}, disks: [{at: 3:0:0:0}]}
                """))
        .containsExactly(
            "m.yaml:6:29: disks: an ATA port has one disk; give each disk a host of its own",
            "m.yaml:8:36: fast_io_fail_tmo: the kernel answers EINVAL: it must be below"
                + " dev_loss_tmo, 30 s (drivers/scsi/scsi_transport_fc.c:"
                + " fc_rport_set_fast_io_fail_tmo)",
            "m.yaml:11:32: eh_timed_out: fc_eh_timed_out asks a remote port; it needs transport:"
                + " fc",
            "m.yaml:13:38: ata: write ata: {link_speed: 3, udma: 133}; libata's recovery is about"
                + " a port");
  }

  @Test
  void aCallbackOfSomebodyElsesWayOfRecoveryIsRefused() {
    assertThat(
            problems(
                """
                name: t
                title: T
                until: 1s
                machine:
                  hosts:
                    - driver: iscsi_tcp
                      template: {eh_host_reset_handler: {takes: 1s}}
                      disks: [{at: 0:0:0:0}]
                    - driver: mpt3sas
                      template: {eh_timed_out: iscsi_eh_cmd_timed_out}
                      disks: [{at: 1:0:0:0}]
                    - driver: ufs
                      template: {eh_timed_out: ata_scsi_eh_timed_out}
                      disks: [{at: 2:0:0:0}]
                """))
        .containsExactly(
            "m.yaml:7:41: eh_host_reset_handler: a session has neither bus nor adapter to reset;"
                + " write none (its last resort is eh_target_reset_handler,"
                + " drivers/scsi/libiscsi.c: iscsi_eh_recover_target)",
            "m.yaml:10:32: eh_timed_out: iscsi_eh_cmd_timed_out asks a session; it needs"
                + " transport: iscsi",
            "m.yaml:13:32: eh_timed_out: libata's answer needs eh_strategy: ata_scsi_error");
  }

  @Test
  void aLinkIsCutOnlyWhereThereIsOne() {
    assertThat(
            problems(
                """
                name: t
                title: T
                until: 1s
                machine:
                  hosts:
                    - {driver: scsi_debug, disks: [{at: 0:0:0:0}]}
                faults:
                  - {id: cut, on: 0:0:0:0, link_down: {}}
                """))
        .containsExactly(
            "m.yaml:8:39: link_down: nobody there has a link that could be cut; drivers with"
                + " transport: ata, fc or iscsi have one, such as ahci, lpfc and iscsi_tcp");
  }

  @Test
  void whatTheKernelWouldRefuseIsRefusedAtTimeZero() {
    assertThat(
            problems(
                """
                name: t
                title: T
                until: 10s
                machine:
                  hosts:
                    - driver: scsi_debug
                      template: {eh_host_reset_handler: none}
                      eh_deadline: 10s
                      disks: [{at: 0:0:0:0, queue_depth: 193}]
                """))
        .containsExactly(
            "m.yaml:8:20: eh_deadline: the kernel refuses it (EINVAL) for scsi_debug, which has no"
                + " eh_host_reset_handler; write off, or leave it out",
            "m.yaml:9:42: queue_depth: the kernel refuses 193 (EINVAL); write 1 to 192, the"
                + " can_queue of scsi_debug");
  }

  @Test
  void aDriverThatNobodyKnowsNeedsACompleteTemplate() {
    assertThat(
            problems(
                """
                name: t
                title: T
                until: 10s
                machine:
                  hosts:
                    - driver: scsi_debg
                      disks: []
                    - driver: my_adapter
                      template: {can_queue: 64, eh_abort_handle: {takes: 1s}}
                      disks: []
                """))
        .containsExactly(
            "m.yaml:6:15: driver: there is no driver \"scsi_debg\"; did you mean \"scsi_debug\"? A"
                + " driver of your own needs a template with all its keys",
            "m.yaml:9:17: template lacks the key \"cmd_per_lun\", for example cmd_per_lun: 32",
            "m.yaml:9:17: template lacks the key \"irq_path\", for example irq_path:"
                + " [_base_interrupt, _scsih_io_done]",
            "m.yaml:9:33: unknown key \"eh_abort_handle\" in template; did you mean"
                + " \"eh_abort_handler\"?");
  }

  @Test
  void aCircleOfStreamsIsNamed() {
    assertThat(
            problems(
                """
                name: t
                title: T
                until: 10s
                machine: {hosts: [{driver: scsi_debug, disks: [{at: 0:0:0:0}]}]}
                workload:
                  - {label: before, device: 0:0:0:0, start: {after: a}}
                  - {label: a, device: 0:0:0:0, start: {after: c, plus: 1s}}
                  - {label: b, device: 0:0:0:0, start: {after: a}}
                interventions:
                  - {at: {after: b}, start_workload: {label: c, device: 0:0:0:0}}
                """))
        .containsExactly(
            "m.yaml:7:13: stream a can never start, it waits for itself: a after c after b after"
                + " a");
  }

  @Test
  void namesAreGivenOnce() {
    assertThat(
            problems(
                """
                name: t
                title: T
                until: 10s
                machine: {hosts: [{driver: scsi_debug, disks: [{at: 0:0:0:0}]}]}
                workload:
                  - {label: r, device: 0:0:0:0}
                  - {label: r, device: 0:0:0:0}
                faults:
                  - {id: f, on: host 0, mute: {}}
                interventions:
                  - {at: 1s, start_fault: {id: f, on: machine, mute: {}}}
                  - {at: 1s, start_workload: {label: r, device: 0:0:0:0}}
                """))
        .containsExactly(
            "m.yaml:7:13: there is a stream labelled r already, in line 6; give this another name",
            "m.yaml:11:32: there is a fault with the id f already, in line 9; give this another"
                + " name",
            "m.yaml:12:38: there is a stream labelled r already, in line 6; give this another"
                + " name");
  }

  @Test
  void aFaultInTheShadowOfAnotherCanNeverHit() {
    String text =
        """
        name: t
        title: T
        until: 10s
        machine: {hosts: [{driver: scsi_debug, disks: [{at: 0:0:0:0}, {at: 0:0:1:0}]}]}
        faults:
          - {id: used-up, on: host 0, mute: {}, opcode: READ_10, count: 1}
          - {id: same, on: 0:0:0:0, mute: {}, opcode: READ_10, from: 5s}
          - {id: other-command, on: 0:0:0:0, mute: {}, opcode: WRITE_10}
          - {id: other-kind, on: 0:0:0:0, answers_after: 1s, opcode: READ_10}
          - {id: wider, on: machine, mute: {}, from: 5s}
          - {id: abort, on: 0:0:0:0, fail: {hook: eh_abort_handler}}
          - {id: reset, on: 0:0:0:0, fail: {hook: eh_host_reset_handler}}
        """;
    String broken = "  - {id: broken, on: 0:0:0:0, opcode: READ_10}\n";
    String problem =
        "m.yaml:7:10: fault same can never hit: used-up is of the same kind, starts before it,"
            + " matches the same commands and, even used up, never ends; give used-up an until";
    assertThat(problems(text)).containsExactly(problem);
    assertThat(problems(text + broken))
        .as("what is wrong anyway is not called hidden, too")
        .hasSize(2)
        .startsWith(problem)
        .last()
        .asString()
        .startsWith("m.yaml:13:5: a fault has one key that says what goes wrong");
    assertThat(problems(text.replace("count: 1}", "until: 4s}"))).isEmpty();
    assertThat(problems(text.replace("count: 1}", "cured_by: eh_abort_handler}"))).isEmpty();
    assertThat(problems(text + "interventions: [{at: 4s, end_fault: used-up}]\n")).isEmpty();
  }

  @Test
  void aHostByteMayBeYoungerThanTheKernel() {
    String scenario =
        """
        name: t
        title: T
        until: 10s
        kernel: "5.10"
        machine: {hosts: [{driver: scsi_debug, disks: [{at: 0:0:0:0}]}]}
        faults:
          - {id: f, on: 0:0:0:0, result: {host_byte: DID_TRANSPORT_MARGINAL}}
        """;
    assertThat(problems(scenario))
        .containsExactly(
            "m.yaml:7:46: host_byte: DID_TRANSPORT_MARGINAL does not exist in Linux 5.10");
    assertThat(problems(scenario.replace("5.10", "6.1"))).isEmpty();
  }

  private static List<String> problems(String text) {
    return READER.readText("m.yaml", text, List.of()).problems().stream()
        .map(Problem::text)
        .toList();
  }
}
