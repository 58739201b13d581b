package dev.expertd.model;

/** One of the four lists of an expertise file. */
public enum Section {
    PATTERNS_THAT_WORK("patterns_that_work", "Patterns that work"),
    PATTERNS_TO_AVOID("patterns_to_avoid", "Patterns to avoid"),
    COMMON_ISSUES("common_issues", "Issues documented"),
    TIPS("tips", "Tips added");

    private final String heading;
    private final String reportTitle;

    Section(String heading, String reportTitle) {
        this.heading = heading;
        this.reportTitle = reportTitle;
    }

    /** The heading as it stands in an expertise file, exactly and in lower case. */
    public String heading() {
        return heading;
    }

    /** The title of this section's part of the self-improve report. */
    public String reportTitle() {
        return reportTitle;
    }
}
