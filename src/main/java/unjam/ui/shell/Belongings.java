package unjam.ui.shell;

import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import unjam.app.Action;
import unjam.catalog.Catalog;
import unjam.lesson.LessonShelf;
import unjam.lesson.ProgressShelf;
import unjam.ui.scenario.PolicyShelf;
import unjam.ui.scenario.Recovery;
import unjam.ui.scenario.ScenarioFiles;

/**
 * What a window has beside its session.
 *
 * @param catalog scenarios and kernels to choose from
 * @param files writes scenarios
 * @param recovery keeps unsaved work
 * @param policies keeps bundles of settings
 * @param chooser asks for files
 * @param lessons lessons to choose from
 * @param progress keeps what was answered in them
 */
public record Belongings(
    Catalog catalog,
    ScenarioFiles files,
    Recovery recovery,
    PolicyShelf policies,
    Chooser chooser,
    LessonShelf lessons,
    ProgressShelf progress) {

  /**
   * Those of an application.
   *
   * @param catalog scenarios and kernels to choose from
   * @param folder where the user's things are kept
   * @param worker does what may take long
   * @param answer takes what came of it
   */
  public static Belongings in(
      Catalog catalog, Path folder, Executor worker, Consumer<Action> answer,
      Chooser chooser) {
    return new Belongings(
        catalog,
        new ScenarioFiles(catalog, folder, worker, answer),
        new Recovery(catalog, folder, worker),
        new PolicyShelf(folder, worker, answer),
        chooser,
        LessonShelf.of(catalog),
        ProgressShelf.ofUser(folder));
  }

  /** The same with lessons from elsewhere. */
  public Belongings with(LessonShelf others) {
    return new Belongings(catalog, files, recovery, policies, chooser, others, progress);
  }

  /** Those of a picture: nothing is kept. */
  static Belongings ofPicture() {
    return in(
        Catalog.ofClassPath(), Path.of(""), task -> {}, action -> {}, new Chooser.OfSystem());
  }
}
