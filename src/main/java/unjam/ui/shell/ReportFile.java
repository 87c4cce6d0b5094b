package unjam.ui.shell;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.imageio.ImageIO;
import unjam.analysis.CostCard;
import unjam.analysis.CostReader;
import unjam.app.Action;
import unjam.app.Desk;
import unjam.app.Findings;
import unjam.app.Look;
import unjam.app.OpenRun;
import unjam.app.Session;
import unjam.app.tale.Report;
import unjam.app.tale.Tale;
import unjam.app.tale.TaleReader;
import unjam.app.tale.Voice;
import unjam.catalog.Catalog;
import unjam.catalog.WholeFile;
import unjam.export.HtmlPage;
import unjam.export.MarkdownPage;
import unjam.export.Page;
import unjam.ui.text.Sentences;
import unjam.ui.text.Texts;

/** Writes the report of a run, as Markdown with its pictures beside it or as one HTML file. */
public final class ReportFile {

  private static final int WIDTH = 1280;
  private static final int HEIGHT = 800;
  private static final String HTML = ".html";
  private static final String PICTURE = "picture";

  private ReportFile() {}

  /**
   * Writes it; whatever it consists of appears only when it is whole, its text last.
   *
   * @param run what it is about
   * @param language what it is written in
   * @param pictures whether it has pictures
   * @param file HTML if its name ends so, else Markdown
   */
  public static void write(OpenRun run, Locale language, boolean pictures, Path file)
      throws IOException {
    boolean html = file.toString().endsWith(HTML);
    Texts texts = Texts.in(language);
    Voice voice = Sentences.voice(texts);
    CostCard cost =
        run.found()
            .map(Findings::cost)
            .orElseGet(() -> CostReader.of(run.timeline(), run.passes()));
    Tale tale = TaleReader.of(run, cost);
    Map<String, byte[]> painted =
        pictures ? painted(run, tale, language, html ? PICTURE : stem(file)) : Map.of();
    Page page =
        Report.page(run, tale, cost, voice, title(run, texts), List.copyOf(painted.keySet()));
    StringWriter text = new StringWriter();
    if (html) {
      HtmlPage.write(page, painted, text);
    } else {
      MarkdownPage.write(page, text);
      for (Map.Entry<String, byte[]> each : painted.entrySet()) {
        WholeFile.write(file.toAbsolutePath().resolveSibling(each.getKey()), each.getValue());
      }
    }
    WholeFile.write(file, text.toString());
  }

  /** Only a scenario of the catalog has a title in every language. */
  private static String title(OpenRun run, Texts texts) {
    String name = run.scenario().name();
    Set<String> known =
        Catalog.ofClassPath().scenario(name)
            .filter(each -> each.title().equals(run.title()))
            .map(each -> Set.of(name))
            .orElse(Set.of());
    return Gallery.title(texts, known, name, run.title());
  }

  /** What pictures are named after. */
  private static String stem(Path file) {
    String name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }

  private static Map<String, byte[]> painted(
      OpenRun run, Tale tale, Locale language, String stem) throws IOException {
    Look look = new Look(Look.Theme.LIGHT, language);
    Map<String, byte[]> painted = new LinkedHashMap<>();
    List<Report.Still> stills = Report.stills(tale);
    for (Report.Still each : stills) {
      Session session =
          Session.empty(look)
              .after(
                  new Action.SetDesk(Desk.FIRST.withPresenter(true)),
                  new Action.RunFinished(0, run), new Action.Pause(),
                  new Action.GoTo(each.at()));
      BufferedImage picture = new Picture(session, WIDTH, HEIGHT, 1).paint();
      ByteArrayOutputStream png = new ByteArrayOutputStream();
      ImageIO.write(picture, "png", png);
      painted.put(stem + "-" + (painted.size() + 1) + ".png", png.toByteArray());
    }
    return painted;
  }
}
