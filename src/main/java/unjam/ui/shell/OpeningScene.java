package unjam.ui.shell;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javax.imageio.ImageIO;

/**
 * What Unjam does where there is no display: it paints the window's first view into a file.
 *
 * <p>Width and height are those of the window's first view, in pixels.
 */
public final class OpeningScene {

  static final int WIDTH = 1280;
  static final int HEIGHT = 800;
  private static final String FILE = "opening-scene.png";

  private OpeningScene() {}

  /**
   * Paints the opening scene into {@code opening-scene.png} and says so in one sentence.
   *
   * <p>The headless platform must have been chosen before. Returns the exit status: 1 if the file
   * cannot be written.
   */
  public static int paintInto(Path folder) {
    Path file = folder.resolve(FILE).toAbsolutePath();
    BufferedImage picture = picture();
    try {
      Files.createDirectories(file.getParent());
      ImageIO.write(picture, "png", file.toFile());
    } catch (IOException e) {
      System.err.println(Messages.text("display.headless_failed", file, e.toString()));
      return 1;
    }
    System.out.println(Messages.text("display.headless", file));
    return 0;
  }

  /** The first task of the toolkit runs on the FX thread: the only place to take a picture. */
  private static BufferedImage picture() {
    CompletableFuture<BufferedImage> picture = new CompletableFuture<>();
    Platform.startup(
        () -> {
          try {
            Scene scene = new Scene(UnjamApp.openingView(), WIDTH, HEIGHT);
            picture.complete(SwingFXUtils.fromFXImage(scene.snapshot(null), null));
          } catch (RuntimeException e) {
            picture.completeExceptionally(e);
          }
        });
    return picture.join();
  }
}
