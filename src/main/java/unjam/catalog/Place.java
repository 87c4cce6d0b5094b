package unjam.catalog;

/** Where something was written; line and column count from 1, 0 stands for the whole text. */
public record Place(String file, int line, int column) {

  public static Place whole(String file) {
    return new Place(file, 0, 0);
  }
}
