package unjam.app;

/** The two markers that a person sets to measure a time. */
public enum Marker {
  A,
  B
}
