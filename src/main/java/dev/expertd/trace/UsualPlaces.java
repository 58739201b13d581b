package dev.expertd.trace;

import java.util.List;
import java.util.Set;

/** Where harnesses and test runners leave their results when nothing is configured. */
final class UsualPlaces {
    /** The many files of one of these are one run. */
    static final List<String> TOGETHER = List.of(
            "**/target/surefire-reports/TEST-*.xml",
            "**/target/failsafe-reports/TEST-*.xml",
            "**/build/test-results/**/TEST-*.xml",
            "**/{reports,test-reports,test-results}/**/TEST-*.xml");

    /** Each file of these is a run: every tool writes its own. A file that the first list means is none of these. */
    static final List<String> EACH = List.of(
            "**/trace_logs.json",
            "data/trace_logs.json",
            "data/eval/results/latest.json",
            "**/junit.xml",
            "**/target/nextest/*/junit.xml",
            "**/{reports,test-reports,test-results,playwright-report}/*.xml",
            "{reports,test-reports,test-results}/**/*.xml",
            "{junit,test}-{results,report,output}.xml",
            "junit-*.xml",
            "report.xml",
            "results.xml",
            "**/TestResults/*.trx",
            "{reports,test-reports,test-results}/*.{trx,tap,jsonl}",
            "ctrf/*.json",
            "{ctrf,ctrf-report,jest-results,vitest-report,vitest-results,rspec_results,.report,test-results}.json",
            "**/mochawesome-report/mochawesome.json",
            "{reports,test-reports,test-results,playwright-report}"
                    + "/{ctrf*,jest*,vitest*,mocha*,playwright*,cucumber*,rspec*,pytest*,go-test*,test-*,report,results}.json");

    /** Folders of tools and of other people's code, entered only where a pattern names them. */
    static final Set<String> PASSED_BY = Set.of(
            "node_modules",
            ".venv",
            "venv",
            "__pycache__",
            ".tox",
            ".nox",
            ".gradle",
            ".idea",
            ".m2",
            ".mypy_cache",
            ".pytest_cache",
            ".next",
            "vendor",
            ".cache");

    private UsualPlaces() {}
}
