/**
 * Parts of expertise files that the code has left behind: what they say of signatures, results and lists is compared
 * with the code as it was when they said so, and as it is now. Nothing is written; a finding is gone when file or code
 * change accordingly.
 */
@NullMarked
package dev.expertd.upkeep.drift;

import org.jspecify.annotations.NullMarked;
