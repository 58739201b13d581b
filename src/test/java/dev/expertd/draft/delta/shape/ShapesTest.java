package dev.expertd.draft.delta.shape;

import static org.assertj.core.api.Assertions.assertThat;

import dev.expertd.draft.delta.change.CodeChange;
import dev.expertd.draft.delta.change.SymbolChange;
import dev.expertd.model.FileChange;
import dev.expertd.model.FileDiff;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the catalogue says of one change inside a function; a slash in a snippet begins a new line. */
class ShapesTest {
    @ParameterizedTest(name = "{2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "int n = f(a);                   | int n = f(b);                        | pass `b` instead of `a` to `f`",
                "a.run(limit);                   | a.run(Limits.MAX);                   | pass `Limits.MAX` instead of `limit` to `run`",
                "x = list.first();               | x = list.last();                     | call `list.last` instead of `list.first`",
                "x = new Fast(a);                | x = Slow.of(a);                      | call `Slow.of` instead of `new Fast`",
                "go(a);                          | go(a, b);                            | pass `b` to `go`",
                "go(a, b);                       | go(a);                               | no longer pass `b` to `go`",
                "go();                           | go(now);                             | pass `now` to `go`",
                "if (a > 0) {/go();/}            | if (a > 0 && open) {/go();/}         | also require `open`",
                "if (a > 0) {/return x;/}        | if (a > 0 OR shut) {/return x;/} | also return `x` when `shut`",
                "if (a > 0 && open) {/go();/}    | if (a > 0) {/go();/}                 | no longer require `open`",
                "if (can(a)) {/go();/}           | if (!can(a)) {/go();/}               | negate the check `can(a)`",
                "if (i <= max) {/go();/}         | if (i < max) {/go();/}               | compare `i < max` instead of `i <= max`",
                "if (a && b) {/go();/}           | if (a OR b) {/go();/}            | combine the conditions with `OR` instead of `&&`",
                "x = width + 1;                  | x = width - 1;                       | use `width - 1` instead of `width + 1`",
                "x = read();                     | x = read() & 0xff;                   | set `x` to `read() & 0xff` instead of `read()`",
                "wait(5);                        | wait(50);                            | use `50` instead of `5` for `wait`",
                "x = a;                          | x = a.trim();                        | apply `trim()` to `a`",
                "x = parse(a);                   | x = wrap(parse(a));                  | wrap `parse(a)` in `wrap()`",
                "x = name;                       | x = name == null ? y : name;         | set `x` to `name == null ? y : name` instead of `name`",
                "return false;                   | return isOpen(a);                    | use `isOpen(a)` instead of `false`",
                "go();                           | go();/stop();                        | also call `stop()`",
                "go();/stop();                   | go();                                | no longer call `stop()`",
                "go();                           | this.open = true;/go();              | set `this.open` to `true`",
                "throw new OldError(a);          | throw new NewError(a);               | throw `NewError` instead of `OldError`",
                "go();                           | if (a == null) {/return;/}/go();     | return early when `a` is null",
                "go();                           | if (a == null) {/a = none();/}/go(); | set `a` to `none()` when it is null",
                "a.go();                         | if (a != null) {/a.go();/}           | check `a != null` before calling `go`",
                "go();                           | if (a > 3) {/go();/}                 | call `go()` only when `a > 3`",
                "go();                           | if (a > 3)/throw new Bad(a);/go();   | throw `Bad` when `a > 3`",
                "if (a) {/go();/}                | go();                                | drop the check `a`",
                "int size = 3;                   | long size = 3;                       | use `long`",
                "log.warn(a);/x = f(a);          | x = g(a);                            | call `g` instead of `f`",
            })
    void aChangeInJavaIsSaidInWords(String before, String after, String expected) {
        assertThat(best("A.java", java(before), java(after))).startsWith(expected.replace("OR", "||"));
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "x = f(a)                          | x = f(a, key=1)                          | pass `key=1` to `f`",
                "if a in b:/    go()               | if a in b and c is not None:/    go()    | also require `c is not None`",
                "if a:/    go()                    | if not a:/    go()                       | negate the check `a`",
                "try:/    go()/except E:/    pass  | try:/    go()/except (E, F):/    pass    | catch `F` as well",
                "go()                              | try:/    go()/except E:/    return None  | catch `E` and return `None`",
                "go(x)                             | if x is None:/    raise Bad(1)/go(x)     | throw `Bad` when `x` is None",
                "x.go()                            | if x is not None:/    x.go()             | check `x is not None` before calling `go`",
                "return a                          | return a or default                      | return `a or default` instead of `a`",
                "if a:/    go()/    stop()         | if a:/    go()/stop()                    | move `stop()` out of the block, so that it always runs",
            })
    void aChangeInPythonIsSaidInWords(String before, String after, String expected) {
        assertThat(best("a.py", python(before), python(after))).startsWith(expected);
    }

    @Test
    void theBodyOfANewConditionIsReadFromTheFileAndNotFromTheNextAddedLine() {
        String before = java("go();/return first(a);");
        String after = java("if (a > 0) {/go();/}/return second(a);");

        assertThat(phrases("A.java", before, after))
                .extracting(Phrase::text)
                .contains("call `go()` only when `a > 0`")
                .noneMatch(text -> text.startsWith("return") && text.contains("a > 0"));
    }

    @Test
    void aConditionThatWentToAnotherLineIsNotDropped() {
        String before = java("if (a && b) {/go();/}");
        String after = java("if (a) {/if (b) {/go();/}/}");

        assertThat(phrases("A.java", before, after))
                .extracting(Phrase::text)
                .noneMatch(text -> text.startsWith("no longer require `b`"));
    }

    @Test
    void aBlockThatWasOnlyIndentedIsNoChange() {
        String before = java("go();/stop();");
        String after = "class A {\n  void m() {\n        go();\n        stop();\n  }\n}\n";

        assertThat(CodeChange.symbols(diff("A.java", before, after))).isEmpty();
    }

    @Test
    void aReworkIsCalledOne() {
        String before = java("int i = 0;/while (i < n) {/add(list[i]);/check(list[i]);/i++;/}/done(list);/return sum;");
        String after = java(
                "Book book = open();/for (Page page : book.pages()) {/page.turn();/page.mark(today);/book.note(page);/}/book.shut();/return book.weight();");

        assertThat(best("A.java", before, after)).startsWith("rework the code to use ");
    }

    @Test
    void aPatternIsToldByThePieceThatCameIntoIt() {
        assertThat(best(
                        "a.js",
                        "var re = /x/\nfunction a () {\n  return m('^a+$')\n}\n",
                        "var re = /x/\nfunction a () {\n  return m('^a+(?:b)?$')\n}\n"))
                .isEqualTo("add `(?:b)?` to the pattern of `m`");
    }

    @Test
    void commentsImportsAndDocstringsAreNoChange() {
        String before = "import a\n\ndef f(x):\n    \"\"\"Old.\"\"\"\n    return x\n";
        String after = "import b\n\ndef f(x):\n    \"\"\"New\n    text.\"\"\"\n    # why\n    return x\n";

        assertThat(CodeChange.symbols(diff("a.py", before, after))).isEmpty();
    }

    @Test
    void anEntryOfALongTableIsToldByItself() {
        StringBuilder table = new StringBuilder("TABLE = {\n");
        for (int i = 0; i < 60; i++) {
            table.append("    'key").append(i).append("': ").append(i).append(",\n");
        }
        String before = table + "}\n";
        String after = table + "    'other': 7,\n}\n";

        assertThat(best("a.py", before, after)).isEqualTo("add the entry `'other': 7`");
    }

    private static String best(String path, String before, String after) {
        List<Phrase> phrases = phrases(path, before, after);
        assertThat(phrases).isNotEmpty();
        return phrases.get(0).text();
    }

    private static List<Phrase> phrases(String path, String before, String after) {
        List<SymbolChange> symbols = CodeChange.symbols(diff(path, before, after));
        assertThat(symbols).isNotEmpty();
        return Catalogue.read(symbols.get(0));
    }

    private static FileDiff diff(String path, String before, String after) {
        FileChange change = new FileChange(FileChange.Kind.MODIFIED, path, path);
        int old = before.split("\n", -1).length;
        int now = after.split("\n", -1).length;
        return new FileDiff(change, before, after, List.of(new FileDiff.Edit(0, old, 0, now)));
    }

    private static String java(String lines) {
        return "class A {\n  void m() {\n    "
                + lines.strip().replace("OR", "||").replace("/", "\n    ") + "\n  }\n}\n";
    }

    private static String python(String lines) {
        return "def m(a):\n    " + lines.strip().replace("/", "\n    ") + "\n";
    }
}
