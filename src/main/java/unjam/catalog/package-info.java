/**
 * What people write in files, turned into records: scenarios, drivers, kernel versions and policies
 * as YAML, with every mistake found at once and named by file, line and column. It must not know
 * what a simulation makes of a scenario, nor how a problem is shown.
 */
@NullMarked
package unjam.catalog;

import org.jspecify.annotations.NullMarked;
