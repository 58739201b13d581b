/**
 * Takes secrets and private places out of text, and makes {@link dev.expertd.redact.Redacted}, the
 * only kind of text from a repository that the journal, the expertise file, the log and the report accept.
 * Floor 0. Knows no other room.
 */
@NullMarked
package dev.expertd.redact;

import org.jspecify.annotations.NullMarked;
