package dev.expertd.learn;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A source file whose lines are known by themselves, so that a test always knows where each of them went. */
final class MadeSource {
    private static final List<String> COMMON = List.of(
            "if (items.isEmpty()) {",
            "result = merge(result, items)",
            "log.info(\"done\")",
            "count += 1",
            "result.add(item)",
            "items = items[1:]");

    final Dialect dialect;
    final List<Line> header = new ArrayList<>();
    final List<Block> blocks = new ArrayList<>();
    final List<Line> footer = new ArrayList<>();
    String path;
    private int statements;

    /** One line, whatever becomes of its text. */
    static final class Line {
        String text;

        Line(String text) {
            this.text = text;
        }

        /** Written so in many places: whether one of them is this one or another, no text tells. */
        boolean isCommon() {
            return !text.matches(".*\\d{5}.*");
        }
    }

    /** Something that has a name, from its decorators to its end. */
    static final class Def {
        final String name;
        final String holder;
        final Line naming;
        Line last;
        boolean renamed;

        Def(String name, String holder, Line naming, Line last) {
            this.name = name;
            this.holder = holder;
            this.naming = naming;
            this.last = last;
        }

        boolean isOneLine() {
            return naming == last;
        }
    }

    /** Lines that move together. */
    static final class Block {
        final List<Line> lines = new ArrayList<>();
        final List<Def> defs = new ArrayList<>();

        boolean isFunction() {
            return defs.size() == 1 && !defs.get(0).isOneLine();
        }

        /** Lines that are in a body and neither name nor end anything. */
        List<Line> body() {
            return lines.stream()
                    .filter(line -> !line.text.isBlank()
                            && lines.indexOf(line) > lines.indexOf(defs.get(0).naming)
                            && defs.stream().noneMatch(def -> def.naming == line || def.last == line))
                    .toList();
        }
    }

    MadeSource(Dialect dialect, String path, String type) {
        this.dialect = dialect;
        this.path = path;
        dialect.top(type).forEach(text -> header.add(new Line(text)));
        dialect.bottom().forEach(text -> footer.add(new Line(text)));
    }

    void addFunction(String name, Random random) {
        blocks.add(function(name, random));
    }

    Block function(String name, Random random) {
        Block block = new Block();
        if (random.nextInt(3) == 0 && !dialect.decorator().isEmpty()) {
            block.lines.add(new Line(dialect.decorator()));
        }
        open(block, name, "", dialect.function(name), dialect.margin(), random);
        block.lines.add(new Line(""));
        return block;
    }

    void addConstant(String name) {
        Block block = new Block();
        Line line = new Line(dialect.constant(name));
        block.lines.add(line);
        block.lines.add(new Line(""));
        block.defs.add(new Def(name, "", line, line));
        blocks.add(block);
    }

    /** A type whose methods may be called as those of others. */
    void addType(String name, List<String> methods, Random random) {
        Block block = new Block();
        Line naming = new Line(dialect.type(name));
        block.lines.add(naming);
        Def type = new Def(name, "", naming, naming);
        block.defs.add(type);
        for (String method : methods) {
            open(block, method, name, dialect.method(name, method), dialect.margin() + dialect.typeIndent(), random);
            block.lines.add(new Line(""));
        }
        block.lines.remove(block.lines.size() - 1);
        dialect.typeEnd().forEach(text -> block.lines.add(new Line(text)));
        type.last = block.lines.get(block.lines.size() - 1);
        block.lines.add(new Line(""));
        blocks.add(block);
    }

    private void open(Block block, String name, String holder, String head, String margin, Random random) {
        Line naming = new Line(head);
        block.lines.add(naming);
        int size = 3 + random.nextInt(12);
        for (int i = 0; i < size; i++) {
            block.lines.add(statement(margin, random));
        }
        block.lines.add(new Line(dialect.end(margin)));
        block.defs.add(new Def(name, holder, naming, block.lines.get(block.lines.size() - 1)));
    }

    Line statement(String margin, Random random) {
        int number = 10_000 * ++statements + random.nextInt(10_000);
        boolean common = random.nextInt(4) == 0;
        String indent = margin + "    ";
        return new Line(
                common
                        ? indent + dialect.statement(COMMON.get(random.nextInt(COMMON.size())))
                        : indent
                                + dialect.statement(
                                        "total_" + number + " = add_" + number % 97 + "(items, " + number + ")"));
    }

    List<Line> lines() {
        List<Line> lines = new ArrayList<>(header);
        blocks.forEach(block -> lines.addAll(block.lines));
        lines.addAll(footer);
        return lines;
    }

    String text(int number) {
        List<Line> lines = lines();
        return number <= lines.size() ? lines.get(number - 1).text : "";
    }

    /** The number of a line, from 1; 0 if it is not here. */
    int numberOf(Line line) {
        return lines().indexOf(line) + 1;
    }

    String text() {
        StringBuilder text = new StringBuilder();
        lines().forEach(line -> text.append(line.text).append('\n'));
        return text.toString();
    }

    /** How a language writes it. */
    enum Dialect {
        PYTHON("py"),
        JAVA("java"),
        TYPESCRIPT("ts"),
        GO("go"),
        YAML("yml");

        final String ending;

        Dialect(String ending) {
            this.ending = ending;
        }

        List<String> top(String type) {
            return switch (this) {
                case PYTHON -> List.of("\"\"\"What " + type + " needs.\"\"\"", "import os", "", "");
                case JAVA -> List.of("package shop;", "", "import java.util.List;", "", "public class " + type + " {");
                case TYPESCRIPT -> List.of("import { add } from \"./add\";", "");
                case GO -> List.of("package shop", "", "import \"fmt\"", "");
                case YAML -> List.of("# what runs when", "");
            };
        }

        List<String> bottom() {
            return this == JAVA ? List.of("}") : List.of();
        }

        String margin() {
            return this == JAVA ? "    " : "";
        }

        String typeIndent() {
            return this == GO ? "" : "    ";
        }

        String decorator() {
            return switch (this) {
                case PYTHON -> "@traced";
                case JAVA -> "    @Deprecated";
                default -> "";
            };
        }

        String function(String name) {
            return switch (this) {
                case PYTHON -> "def " + name + "(items, tenant):";
                case JAVA -> "    List<String> " + name + "(List<String> items, String tenant) {";
                case TYPESCRIPT -> "export function " + name + "(items: string[], tenant: string): string[] {";
                case GO -> "func " + name + "(items []string, tenant string) []string {";
                case YAML -> name + ":";
            };
        }

        String constant(String name) {
            return switch (this) {
                case PYTHON -> name + " = 40";
                case JAVA -> "    static final int " + name + " = 40;";
                case TYPESCRIPT -> "export const " + name + " = 40;";
                case GO -> "const " + name + " = 40";
                case YAML -> name + ": 40";
            };
        }

        String type(String name) {
            return switch (this) {
                case PYTHON -> "class " + name + ":";
                case JAVA -> "    static class " + name + " {";
                case TYPESCRIPT -> "export class " + name + " {";
                case GO -> "type " + name + " struct{ id int }";
                case YAML -> name + ":";
            };
        }

        List<String> typeEnd() {
            return switch (this) {
                case JAVA -> List.of("    }");
                case TYPESCRIPT -> List.of("}");
                default -> List.of();
            };
        }

        String method(String type, String name) {
            return switch (this) {
                case PYTHON -> "    def " + name + "(self, items):";
                case JAVA -> "        List<String> " + name + "(List<String> items) {";
                case TYPESCRIPT -> "    " + name + "(items: string[]): string[] {";
                case GO -> "func (it *" + type + ") " + name + "(items []string) []string {";
                case YAML -> "    " + name + ":";
            };
        }

        String statement(String text) {
            return switch (this) {
                case PYTHON, GO -> text.replace("if (items.isEmpty()) {", "check(items)");
                case JAVA, TYPESCRIPT -> text.replace("if (items.isEmpty()) {", "check(items)") + ";";
                case YAML -> text.replaceAll("\\W+", "_").replaceFirst("_", ": ");
            };
        }

        String end(String margin) {
            return switch (this) {
                case PYTHON -> margin + "    return items";
                case YAML -> margin + "    done: true";
                default -> margin + "}";
            };
        }
    }
}
