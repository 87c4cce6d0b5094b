package unjam.app;

/** What a reducer wants to have done outside. */
public sealed interface Effect {

  /** A scenario of the catalog is to be run; the answer carries the request's number. */
  record Run(int request, String scenario) implements Effect {}
}
