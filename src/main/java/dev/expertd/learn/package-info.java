/**
 * The one pass: observe, judge, draft, curate, write, report.
 * Floor 3. Ties the rooms of floors 0 to 2 together; knows neither the daemon nor the command line.
 */
@NullMarked
package dev.expertd.learn;

import org.jspecify.annotations.NullMarked;
