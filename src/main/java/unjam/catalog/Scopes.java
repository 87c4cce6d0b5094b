package unjam.catalog;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import unjam.scsi.Hctl;
import unjam.scsi.Scope;

/** How files spell a part of the machine. */
final class Scopes {

  private static final Pattern WIDER = Pattern.compile("(target|bus|host) ?([0-9:]+)");
  private static final String RIGHT =
      "write a device 0:0:0:0, target 0:0:0, bus 0:0, host 0 or machine";

  private Scopes() {}

  /** Throws {@link IllegalArgumentException} with words for the author. */
  static Scope parse(String text) {
    if (text.equals("machine")) {
      return new Scope.Machine();
    }
    Matcher wider = WIDER.matcher(text);
    if (!wider.matches()) {
      if (!text.contains(":")) {
        throw new IllegalArgumentException(
            Text.quoted(text) + " is no part of a machine; " + RIGHT);
      }
      return new Scope.Lun(Hctl.parse(text));
    }
    return wider(wider.group(1), wider.group(2), text);
  }

  private static Scope wider(String level, String numbers, String text) {
    int needed = level.equals("host") ? 1 : level.equals("bus") ? 2 : 3;
    String all = numbers + ":0".repeat(4 - needed);
    if (numbers.split(":", -1).length != needed) {
      throw new IllegalArgumentException(
          Text.quoted(text) + " is incomplete or too long; " + RIGHT);
    }
    Hctl at = Hctl.parse(all);
    return switch (needed) {
      case 1 -> new Scope.Host(at.host());
      case 2 -> new Scope.Bus(at.host(), at.channel());
      default -> new Scope.Target(at.host(), at.channel(), at.target());
    };
  }

  static String text(Scope scope) {
    return switch (scope) {
      case Scope.Machine _ -> "machine";
      case Scope.Host(int host) -> "host " + host;
      case Scope.Bus(int host, int channel) -> "bus " + host + ":" + channel;
      case Scope.Target(int host, int channel, int target) ->
          "target " + host + ":" + channel + ":" + target;
      case Scope.Lun(Hctl device) -> device.toString();
    };
  }
}
