package unjam.ui.shell;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javax.imageio.ImageIO;
import unjam.app.Action;
import unjam.app.Look;
import unjam.app.OpenRun;
import unjam.app.Session;
import unjam.ui.control.Zoomed;
import unjam.ui.fx.FxStore;
import unjam.ui.fx.FxThread;
import unjam.ui.theme.Fonts;
import unjam.ui.theme.Styles;

/**
 * The window's content at a moment, painted without a window.
 *
 * @param session what is shown
 * @param width in pixels of the window
 * @param height in pixels of the window
 * @param zoom pixels of the picture for one of the window
 */
public record Picture(Session session, int width, int height, double zoom) {

  /**
   * Paints into a PNG file, which appears only when it is whole. The headless platform must have
   * been chosen before.
   */
  public static void write(Session session, int width, int height, double zoom, Path file)
      throws IOException {
    new Picture(session, width, height, zoom).write(file);
  }

  /** A run at an instant, as the first start would show it. */
  static Session at(OpenRun run, long nanos, Look look) {
    return Session.empty(look)
        .after(
            new Action.RunFinished(0, run), new Action.Pause(), new Action.JumpTo(nanos));
  }

  void write(Path file) throws IOException {
    BufferedImage picture = paint();
    Path target = file.toAbsolutePath();
    Path part = target.resolveSibling("." + target.getFileName() + ".part");
    try {
      try (OutputStream out = Files.newOutputStream(part)) {
        ImageIO.write(picture, "png", out);
      }
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /** Starts the toolkit if nobody has, and waits until its thread has taken the picture. */
  BufferedImage paint() {
    CompletableFuture<BufferedImage> picture = new CompletableFuture<>();
    Runnable task = () -> picture.completeAsync(this::snapshot, Runnable::run);
    try {
      Platform.startup(task);
    } catch (IllegalStateException itRuns) {
      FxThread.EXECUTOR.execute(task);
    }
    return picture.join();
  }

  /** Paints on the toolkit's own thread. */
  BufferedImage snapshot() {
    Fonts.load();
    FxStore store = new FxStore(session, Runnable::run);
    Workbench workbench = Workbench.ofPicture(store);
    // A scene gives this name to its root, from which the style sheets go down.
    workbench.root().getStyleClass().add(Styles.ROOT);
    Zoomed content = new Zoomed(workbench.root(), width);
    Scene scene = new Scene(content, width * zoom, height * zoom);
    // The first pass finds out how large everything is; what depends on that is laid out after.
    scene.snapshot(null);
    return SwingFXUtils.fromFXImage(scene.snapshot(null), null);
  }
}
