package dev.expertd.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A picture of lines in SVG: how something grows, over a scale of powers of ten. */
final class Chart {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 320;
    private static final int EDGE = 60;
    private static final List<String> COLOURS = List.of("#1f77b4", "#d62728", "#2ca02c", "#9467bd");

    private final String title;
    private final String across;
    private final String up;
    private final Map<String, List<double[]>> lines = new LinkedHashMap<>();

    Chart(String title, String across, String up) {
        this.title = title;
        this.across = across;
        this.up = up;
    }

    void point(String line, double x, double y) {
        lines.computeIfAbsent(line, key -> new ArrayList<>()).add(new double[] {x, y});
    }

    String svg() {
        double most = lines.values().stream()
                .flatMap(List::stream)
                .mapToDouble(point -> point[1])
                .max()
                .orElse(1);
        double widest = lines.values().stream()
                .flatMap(List::stream)
                .mapToDouble(point -> place(point[0]))
                .max()
                .orElse(1);
        StringBuilder svg = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" font-family=\"sans-serif\""
                        + " font-size=\"12\">%n<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>%n",
                WIDTH,
                HEIGHT));
        text(svg, WIDTH / 2.0, 20, "middle", title);
        text(svg, WIDTH / 2.0, HEIGHT - 8.0, "middle", across);
        text(svg, EDGE - 8.0, EDGE - 12.0, "end", up);
        for (int step = 0; step <= 4; step++) {
            double y = HEIGHT - EDGE - step * (HEIGHT - 2.0 * EDGE) / 4;
            svg.append(
                    String.format(Locale.ROOT, "<path d=\"M%d %.1fH%d\" stroke=\"#ddd\"/>%n", EDGE, y, WIDTH - EDGE));
            text(svg, EDGE - 8.0, y + 4, "end", String.format(Locale.ROOT, "%.3g", most * step / 4));
        }
        int number = 0;
        for (Map.Entry<String, List<double[]>> line : lines.entrySet()) {
            String colour = COLOURS.get(number % COLOURS.size());
            StringBuilder path = new StringBuilder();
            for (double[] point : line.getValue()) {
                double x = EDGE + place(point[0]) / widest * (WIDTH - 2.0 * EDGE);
                double y = HEIGHT - EDGE - point[1] / most * (HEIGHT - 2.0 * EDGE);
                path.append(String.format(Locale.ROOT, "%s%.1f %.1f", path.isEmpty() ? "M" : "L", x, y));
                if (number == 0) {
                    text(svg, x, HEIGHT - EDGE + 16.0, "middle", String.format(Locale.ROOT, "%,.0f", point[0]));
                }
            }
            svg.append(String.format(
                    Locale.ROOT, "<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>%n", path, colour));
            svg.append(String.format(
                    Locale.ROOT,
                    "<text x=\"%d\" y=\"%d\" fill=\"%s\">%s</text>%n",
                    EDGE + 10,
                    EDGE + 16 * number,
                    colour,
                    line.getKey()));
            number++;
        }
        return svg.append("</svg>\n").toString();
    }

    private static double place(double value) {
        return Math.log10(Math.max(1, value));
    }

    private static void text(StringBuilder svg, double x, double y, String anchor, String words) {
        svg.append(String.format(
                Locale.ROOT, "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>%n", x, y, anchor, words));
    }
}
