package unjam.catalog;

import java.util.List;
import java.util.Optional;
import unjam.scenario.LldProfile;

/**
 * The driver that a host names, as the scenario's kernel has it, with the host's own {@code
 * template} laid over it. A name that the catalog does not know is a driver of the author's own and
 * needs a complete template.
 */
final class DriverOfHost {

  private final Catalog catalog;
  private final String kernel;

  DriverOfHost(Catalog catalog, String kernel) {
    this.catalog = catalog;
    this.kernel = kernel;
  }

  LldProfile read(Fields host) {
    Problems problems = host.problems();
    String name = host.required("driver", Values::identifier, "driver: scsi_debug", "?");
    Tree.Mapping template =
        host.tree("template").map(tree -> mapping(tree, problems))
            .orElse(new Tree.Mapping(List.of(), host.at("driver")));
    if (catalog.drivers().contains(name)) {
      Tree file = catalog.tree(Catalog.LLD, name);
      return LldProfileReader.read(file, kernel, template, problems);
    }
    Optional<Tree> own = host.tree("template");
    if (own.isEmpty() && !name.equals("?")) {
      host.wrong(
          "driver",
          "there is no driver " + Text.quoted(name) + "; "
              + sentence(Text.suggestion(name, catalog.drivers(), "drivers"))
              + " A driver of your own needs a template with all its keys");
    }
    return own.isEmpty()
        ? standIn()
        : LldProfileReader.profile(name, Fields.of(template, "template", problems));
  }

  private static Tree.Mapping mapping(Tree tree, Problems problems) {
    return new Tree.Mapping(Fields.of(tree, "template", problems).entries(), tree.at());
  }

  /** Something to go on with; the scenario has a problem by now and will not be run. */
  private LldProfile standIn() {
    return catalog.driver("scsi_debug", kernel).orElseThrow();
  }

  /** A list has no mark at its end, a question has one. */
  private static String sentence(String text) {
    return text.endsWith("?") ? text : text + ".";
  }
}
