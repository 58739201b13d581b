package dev.expertd.redact;

import dev.expertd.redact.AnchoredRule.Finder;
import dev.expertd.redact.AnchoredRule.Span;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of machines that only an inner network knows, told from dotted names and file names in code. */
final class Machines implements Finder {
    /** The same on everybody's machine: no secret. */
    private static final Set<String> EVERYWHERE = Set.of(
            "host.docker.internal",
            "gateway.docker.internal",
            "kubernetes.docker.internal",
            "host.containers.internal",
            "host.lima.internal",
            "metadata.google.internal",
            "svc.cluster.local",
            "cluster.local");

    private static final List<String> CODE = List.of(
            "com.",
            "org.",
            "net.",
            "io.",
            "dev.",
            "java.",
            "javax.",
            "jdk.",
            "sun.",
            "edu.",
            "kotlin.",
            "self.",
            "this.",
            "cls.",
            "super.",
            "threading.",
            "window.",
            "module.",
            "asyncio.",
            "werkzeug.",
            "github.",
            "crate.",
            "env.");

    /** Words after which the name of a machine stands. */
    private static final Pattern TOLD = Pattern.compile(
            "(?i)(?:host(?:name)?|server|node|machine|domain|dns|url|endpoint|proxy|reach|connect(?:ing|ed|ion)?|resolve|ping|lookup|dial|enotfound|eai_again|getaddrinfo|tcp|ssh|scp|curl|wget|on|at|to|from|via|by|for)[\"']?\\s{0,3}[:=]?\\s{0,3}[\"'`(<]?$");

    private static final Pattern ENDING = Pattern.compile("\\.(?:internal|corp|intranet|local|lan)(?![\\w-]|\\.\\w)");
    private static final int LONGEST = 200;
    private static final int BEFORE = 24;

    private Machines() {}

    static SecretRule rule() {
        return new AnchoredRule(
                SecretRule.marker("internal host"),
                new Machines(),
                ".internal",
                ".corp",
                ".intranet",
                ".local",
                ".lan");
    }

    @Override
    public Optional<Span> find(String text, int at, int from) {
        Matcher ending = ENDING.matcher(text).useTransparentBounds(true).region(at, text.length());
        int start = at;
        while (start > from && at - start < LONGEST && isName(text.charAt(start - 1))) {
            start--;
        }
        if (start == at || !isAlphanumeric(text.charAt(start)) || !ending.lookingAt()) {
            return Optional.empty();
        }
        return isMachine(text, start, ending.end()) ? Optional.of(new Span(start, ending.end())) : Optional.empty();
    }

    private static boolean isMachine(String text, int start, int end) {
        String name = text.substring(start, end);
        if (EVERYWHERE.contains(name)) {
            return false;
        }
        char before = start == 0 ? ' ' : text.charAt(start - 1);
        boolean scheme = start > 2 && text.startsWith("://", start - 3);
        boolean port = end + 1 < text.length() && text.charAt(end) == ':' && Look.isDigit(text.charAt(end + 1));
        if (scheme || before == '@' || port) {
            return true;
        }
        boolean code = CODE.stream().anyMatch(name::startsWith)
                || end < text.length() && "([=$*".indexOf(text.charAt(end)) >= 0
                || "/\\$#&:_".indexOf(before) >= 0
                || name.chars().anyMatch(c -> c >= 'A' && c <= 'Z');
        if (code) {
            return false;
        }
        boolean told =
                TOLD.matcher(text.substring(Math.max(0, start - BEFORE), start)).find();
        boolean parts = name.chars().filter(c -> c == '.').count() > 1;
        boolean numbered = name.chars().limit(name.lastIndexOf('.')).anyMatch(c -> Look.isDigit(c) || c == '-');
        return told || parts || numbered && !name.endsWith(".local");
    }

    private static boolean isName(char c) {
        return isAlphanumeric(c) || c == '-' || c == '.';
    }

    private static boolean isAlphanumeric(char c) {
        return Look.isLetter(c) || Look.isDigit(c);
    }
}
