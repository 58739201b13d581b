package dev.expertd.draft.delta.change;

/** Lines [beforeStart, beforeEnd) became lines [afterStart, afterEnd), counted from 0; indentation does not count. */
record Hunk(int beforeStart, int beforeEnd, int afterStart, int afterEnd) {}
