/** What changes together: drafts from the commit that forgot one of two places and the one that had to add it. */
@NullMarked
package dev.expertd.draft.together;

import org.jspecify.annotations.NullMarked;
