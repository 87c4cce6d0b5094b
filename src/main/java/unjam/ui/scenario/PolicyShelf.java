package unjam.ui.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Stream;
import unjam.app.Action;
import unjam.app.Effect;
import unjam.catalog.OwnPolicy;
import unjam.catalog.Problem;
import unjam.catalog.Read;
import unjam.catalog.WholeFile;
import unjam.scenario.Policy;

/**
 * The bundles of settings that a person has kept: one YAML file each, in {@code policies} below the
 * user's folder ({@link UserFolder}), so that they are there for every scenario, can be handed on,
 * and outlive the application. A file is written whole or not at all.
 */
public final class PolicyShelf {

  private static final String FOLDER = "policies";
  private static final String SUFFIX = ".yaml";

  private final Path folder;
  private final Executor worker;
  private final Consumer<Action> answer;

  /**
   * @param folder where the user's things are kept
   * @param worker does what may take long
   * @param answer takes what came of it, on the worker's thread
   */
  public PolicyShelf(Path folder, Executor worker, Consumer<Action> answer) {
    this.folder = folder.resolve(FOLDER);
    this.worker = worker;
    this.answer = answer;
  }

  /** Looks what there is, and says so; files that cannot be read are complained about. */
  public void look() {
    worker.execute(this::tell);
  }

  /** Does what a reducer wants to have done, as far as it is about bundles of settings. */
  public void perform(Effect effect) {
    if (effect instanceof Effect.KeepPolicy keep) {
      worker.execute(() -> keep(keep.policy()));
    }
  }

  private void keep(Policy policy) {
    Path file = folder.resolve(policy.name() + SUFFIX);
    try {
      WholeFile.write(file, OwnPolicy.text(policy));
      tell();
    } catch (IOException e) {
      answer.accept(
          new Action.Complain(
              List.of(new Problem(file.toString(), 0, 0, "cannot be written (" + e + ")"))));
    }
  }

  private void tell() {
    List<Policy> policies = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (Path file : files()) {
      switch (OwnPolicy.read(file)) {
        case Read.Good<Policy>(Policy policy) -> policies.add(policy);
        case Read.Bad<Policy>(List<Problem> found) -> problems.addAll(found);
      }
    }
    policies.sort(Comparator.comparing(Policy::name));
    answer.accept(new Action.PoliciesKept(policies));
    if (!problems.isEmpty()) {
      answer.accept(new Action.Complain(problems));
    }
  }

  private List<Path> files() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(each -> each.toString().endsWith(SUFFIX)).sorted().toList();
    } catch (IOException e) {
      return List.of();
    }
  }
}
