package dev.expertd.symbols;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutlineTest {
    @Test
    void aJavaMethodIsNamedByItsClassAndHoldsItsAnnotations() {
        assertThat(names("Shop.java", """
                class Shop {
                    @Deprecated
                    int price(int a,
                              int b) {
                        return a + b;
                    }
                }
                """)).containsExactly("TYPE Shop 0-6", "METHOD Shop.price 1-5");
    }

    @Test
    void annotationsWithBracketsDoNotHideTheName() {
        assertThat(names("A.java", """
                class A {
                    @Listens(value = {1, 2}, to = @Other("x(y"))
                    public void heard() {}
                }
                """)).contains("METHOD A.heard 1-2");
    }

    @Test
    void synchronizedIsAModifierOfAMethodAndABlockInsideOfIt() {
        assertThat(names("A.java", """
                class A {
                    synchronized void both() {
                        synchronized (this) {
                            run();
                        }
                    }
                }
                """)).containsExactly("TYPE A 0-6", "METHOD A.both 1-5");
    }

    @Test
    void bodiesOfEnumConstantsHoldMethods() {
        assertThat(names("Op.java", """
                enum Op {
                    PLUS("+") {
                        int on(int a) { return a; }
                    },
                    MINUS {
                        int on(int a) { return -a; }
                    };
                    abstract int on(int a);
                    Op(String sign) { this.sign = sign; }
                }
                """))
                .contains("METHOD Op.on 2-2", "METHOD Op.on 5-5", "METHOD Op.on 7-7", "METHOD Op.Op 8-8");
    }

    @Test
    void aRecordHasACompactConstructor() {
        assertThat(names("P.java", """
                record P(int x) {
                    P {
                        check(x);
                    }
                }
                """)).containsExactly("TYPE P 0-4", "METHOD P.P 1-3");
    }

    @Test
    void interfaceMethodsEndInASemicolon() {
        assertThat(names("I.java", "interface I {\n  <T> List<T> all(Class<T> of) throws E;\n  int X = 3;\n}\n"))
                .containsExactly("TYPE I 0-3", "METHOD I.all 1-1", "FIELD I.X 2-2");
    }

    @Test
    void methodsOfAnAnonymousClassAndLambdasBelongToWhatIsAroundThem() {
        Outline outline = Outline.of("A.java", """
                class A {
                    Runnable make() {
                        list.forEach(x -> {
                            use(x);
                        });
                        return new Runnable() {
                            public void run() {
                                go();
                            }
                        };
                    }
                }
                """);
        assertThat(outline.at(3)).map(Definition::qualifiedName).contains("A.make");
        assertThat(outline.at(5)).map(Definition::qualifiedName).contains("A.make");
        assertThat(outline.at(7)).map(Definition::qualifiedName).contains("A.run");
    }

    @Test
    void aFieldHoldsItsWholeValue() {
        Outline outline = Outline.of("A.java", """
                class A {
                    static final int[] SIZES = {
                        1,
                        2,
                    };
                    private Map<String, List<X>> byName = new HashMap<>();
                }
                """);
        assertThat(outline.at(2)).map(Definition::qualifiedName).contains("A.SIZES");
        assertThat(outline.at(5)).map(Definition::qualifiedName).contains("A.byName");
    }

    @Test
    void bracesInTextCommentsAndCharactersOpenNothing() {
        assertThat(names("A.java", """
                class A {
                    // }
                    String a = "}" + '}' + '\\'' /* } */;
                    String b = ""\"
                        } class B {
                        ""\";
                    void m() {}
                }
                """)).contains("TYPE A 0-7", "METHOD A.m 6-6");
    }

    @Test
    void functionsOfJavaScriptHaveManyForms() {
        assertThat(names("a.js", """
                exports.one = function two(a) {
                };
                var three = (a) => {
                };
                App.prototype.four = function () {
                };
                class Five extends Six {
                    async seven({a, b}, c = {}) {
                    }
                    static get eight() { return 1 }
                }
                module.exports = {
                    nine: function () {
                    },
                    ten() {
                    }
                };
                function* eleven() {}
                """))
                .contains(
                        "FUNCTION two 0-1",
                        "FUNCTION three 2-3",
                        "METHOD App.four 4-5",
                        "TYPE Five 6-10",
                        "METHOD Five.seven 7-8",
                        "METHOD Five.eight 9-9",
                        "FUNCTION nine 12-13",
                        "FUNCTION ten 14-15",
                        "FUNCTION eleven 17-17");
    }

    @Test
    void regularExpressionsAndTemplatesOfJavaScriptAreNoCode() {
        assertThat(names("a.js", """
                function a(s) {
                    return s.replace(/[/{'"]+/g, `${ s ? `{${s}` : '}' }{`) / 2 / 3;
                }
                function b() {}
                """)).containsExactly("FUNCTION a 0-2", "FUNCTION b 3-3");
    }

    @Test
    void typesOfTypeScriptAreNoBodies() {
        assertThat(names("a.ts", """
                export class Box<T> {
                    private size: number = 0;
                    async open(key: {a: string}): Promise<Map<string, T>> {
                    }
                }
                export const close = async (box: Box<string>): Promise<void> => {
                };
                interface Lid { top: string }
                """))
                .contains("METHOD Box.open 2-3", "FUNCTION close 5-6", "TYPE Lid 7-7", "FIELD Box.size 1-1");
    }

    @Test
    void pythonIsReadByIndentation() {
        assertThat(names("a.py", """
                LIMIT = 3

                class Shop(Base):
                    size: int = 4

                    @property
                    @cached(
                        key=1,
                    )
                    async def price(self, a,
                b=(1,
                2)):
                        text = \"""
                def not_this():
                \"""
                        return text

                    def other(self):
                        def inner():
                            pass
                        return inner
                """))
                .containsExactly(
                        "FIELD LIMIT 0-0",
                        "TYPE Shop 2-20",
                        "FIELD Shop.size 3-3",
                        "METHOD Shop.price 5-15",
                        "METHOD Shop.other 17-20",
                        "METHOD Shop.inner 18-19");
    }

    @Test
    void anUnclosedBracketDoesNotSwallowTheNextFunction() {
        assertThat(names("a.py", "def a():\n    x = f(1,\n\ndef b():\n    pass\n"))
                .contains("FUNCTION b 3-4");
    }

    @Test
    void aCutFileKnowsTheFunctionsWhoseHeadIsThere() {
        Outline outline = Outline.of("A.java", """
                        x = 1;
                    }

                    int second(int a)
                    {
                        if (a > 1) {
                            return a;
                """);
        assertThat(outline.isWhole()).isFalse();
        assertThat(outline.at(6)).map(Definition::name).contains("second");
        assertThat(outline.at(0)).isEmpty();
    }

    @Test
    void aCommentThatIsNeverClosedEndsWithItsLine() {
        assertThat(names("A.java", "/**\n\n\nclass A {\n void m() {}\n}\n")).contains("METHOD A.m 4-4");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a.go|func (s *Server) Serve(w http.Writer) error {\\n}|METHOD Server.Serve 0-1",
                "a.go|type Box struct {\\n}|TYPE Box 0-1",
                "a.kt|fun String.twice(n: Int): String {\\n}|METHOD String.twice 0-1",
                "a.kt|val x = 1\\nclass A {\\nfun b() {\\n}\\n}|METHOD A.b 2-3",
                "a.rs|impl<'a> Iterator for Lines<'a> {\\nfn next(&mut self) -> Option<char> {\\n}\\n}|METHOD Lines.next 1-2",
                "a.kt|class A {\\nfun b(): Int = 1\\nfun c() {\\n}\\n}|METHOD A.b 1-1",
                "a.kt|fun List<String>.joined(): String {\\n}|METHOD List.joined 0-1",
                "a.rs|fn f() {\\n  let a = r#\"}'{\"#;\\n}\\nfn g() {\\n}|FUNCTION g 3-4",
                "a.rs|impl<'a, T: Read<'a>> Build<'a>\\n    for &'a mut Lines\\n{\\nfn next() {\\n}\\n}|METHOD Lines.next 3-4",
                "a.cs|class A {\\npublic string? Name() =>\\n  name;\\n}|METHOD A.Name 1-2",
                "a.cs|class A {\\npublic string? Name { get; set; }\\n}|FIELD A.Name 1-1",
                "a.cs|class A {\\nvoid Read<T>(T x)\\n{\\n}\\n}|METHOD A.Read 1-3",
                "a.cs|class A {\\nstring x = @\"a\"\"{ \\\\\";\\nvoid B() {\\n}\\n}|METHOD A.B 2-3",
                "a.cpp|class EXPORTED Box : public Base {\\nBox(int a) : size_(a), name_() {}\\n};|METHOD Box.Box 1-1",
                "a.cpp|bool Box::operator==(const Box& o) {\\n}|METHOD Box.operator== 0-1",
                "a.cpp|void f() {\\nputs(R\"x(}\" {)x\");\\n}\\nvoid g() {\\n}|FUNCTION g 3-4",
                "a.c|struct __attribute__ ((packed)) head {\\nint a;\\n};|TYPE head 0-2",
                "a.php|interface A {\\npublic function run(int $x): void;\\n}|METHOD A.run 1-1",
                "a.php|class A {\\nfunction run() {\\n$f = function ($y) use ($x): int {\\n};\\n}\\n}|METHOD A.run 1-4",
                "a.rb|class A::B\\n  def ready?(x)\\n    1\\n  end\\nend|METHOD B.ready? 1-3",
                "a.rb|class A\\n  def size=(x)\\n    1\\n  end\\nend|METHOD A.size= 1-3",
                "a.cs|namespace N {\\nclass A {\\npublic int Size { get; set; }\\n}\\n}|FIELD A.Size 2-2",
                "a.cs|class A {\\npublic A(int x) : base(x) {\\n}\\n}|METHOD A.A 1-2",
                "a.cpp|int Box::size(int a) const {\\n}|METHOD Box.size 0-1",
                "a.c|#define X {\\nstatic int f(void)\\n{\\n}|FUNCTION f 1-3",
                "a.php|class A {\\npublic function run($x) {\\n}\\n}|METHOD A.run 1-2",
                "a.rb|class A\\n  def run(x)\\n    1\\n  end\\nend|METHOD A.run 1-3",
                "a.sh|deploy() {\\n  echo ${#x} # }\\n}|FUNCTION deploy 0-2",
                "a.yml|jobs:\\n  build:\\n    steps:\\n      - run: x|KEY jobs.build.steps.run 3-3",
                "a.json|{'a': {'b': [1,\\n2]}, 'c': 3}|KEY a.b 0-1",
                "a.toml|[tool.black]\\nline = 1|KEY tool.black.line 1-1",
            })
    void otherLanguagesAreReadInTheSameTwoWays(String file, String text, String expected) {
        String quote = file.endsWith(".json") ? "\"" : "'";
        assertThat(names(file, text.replace("\\n", "\n").replace("'", quote))).contains(expected);
    }

    @Test
    void aFileOfAnUnknownKindDefinesNothing() {
        assertThat(names("notes.xyz", "def a():\n    pass\n")).isEmpty();
    }

    private static List<String> names(String file, String text) {
        return Outline.of(file, text).definitions().stream()
                .map(d -> d.kind() + " " + d.qualifiedName() + " " + d.first() + "-" + d.last())
                .toList();
    }
}
