package dev.expertd.daemon.install.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The texts that service managers read, letter by letter; and systemd's own opinion of them, where it is at hand. */
class UnitTextTest {
    private static final Launch USUAL = new Launch(
            Path.of("/home/dev/.local/bin/expertd"),
            Path.of("/home/dev/.local/state/expertd"),
            new TreeMap<>(Map.of("PATH", "/home/dev/.local/bin:/usr/local/bin:/usr/bin:/bin")),
            new TreeSet<>(),
            List.of());

    private static final String AWKWARD = "/home/a b/50% \"off\" 'now' $HOME \\x";

    private static final Launch UNUSUAL = new Launch(
            Path.of(AWKWARD + "/expertd"),
            Path.of(AWKWARD + "/state"),
            new TreeMap<>(Map.of("XDG_STATE_HOME", AWKWARD + "\u00e9\n<&>", "JAVA_HOME", "/opt/jdk")),
            new TreeSet<>(Set.of("XDG_DATA_HOME", "XDG_CONFIG_HOME")),
            List.of(Path.of("/etc/app " + "100%"), Path.of("/usr/src/app")));

    @TempDir
    Path folder;

    @Test
    void theUsualUnitIsWrittenForEachSystemdInKeysThatItKnows() throws Exception {
        assertThat(SystemdUnit.text(USUAL, 241)).isEqualTo(golden("usual-241.service"));
        assertThat(SystemdUnit.text(USUAL, 252)).isEqualTo(golden("usual-252.service"));
        assertThat(SystemdUnit.text(USUAL, 257)).isEqualTo(golden("usual-257.service"));
    }

    @Test
    void blanksQuotesPercentDollarBackslashAndLineEndsAreWrittenAsSystemdReadsThem() throws Exception {
        assertThat(SystemdUnit.text(UNUSUAL, 252)).isEqualTo(golden("unusual-252.service"));
    }

    @Test
    void aFolderThatSystemdCannotBeToldIsLeftOut() {
        Launch launch = new Launch(
                USUAL.launcher(), Path.of("/home/two\nlines"), USUAL.environment(), USUAL.unset(), List.of());
        assertThat(SystemdUnit.text(launch, 252)).doesNotContain("WorkingDirectory", "two");
    }

    @Test
    void nothingThatAJavaWithItsCompilerOrARepositorySomewhereWouldNotSurviveIsAsked() {
        assertThat(SystemdUnit.text(USUAL, 257))
                .doesNotContain(
                        "MemoryDenyWriteExecute", "ProtectHome", "PrivateTmp", "SystemCallFilter", "DynamicUser");
    }

    @Test
    void systemdFindsNothingToSayAboutAnyOfThem() throws Exception {
        Path launcher = Files.writeString(folder.resolve("expertd"), "#!/bin/sh\n");
        for (Launch each : List.of(USUAL, UNUSUAL)) {
            Launch launch = new Launch(launcher, each.folder(), each.environment(), each.unset(), each.writable());
            assertThat(verify(SystemdUnit.text(launch, version()))).isEmpty();
        }
        String wrong = SystemdUnit.text(USUAL, version()).replace("[Install]", "Nonsense=1\n[Install]");
        assertThat(verify(wrong)).contains("Nonsense");
    }

    @Test
    void theAgentIsWrittenLetterByLetter() throws Exception {
        assertThat(LaunchAgentPlist.text(USUAL, Path.of("/home/dev/.local/state/expertd/daemon.out")))
                .isEqualTo(golden("usual.plist"));
        assertThat(LaunchAgentPlist.text(UNUSUAL, Path.of(AWKWARD + "/state/daemon.out")))
                .isEqualTo(golden("unusual.plist"));
    }

    @Test
    void theAgentIsWellFormedReadsBackAsItWasAndUsesDocumentedKeysOnly() throws Exception {
        List<String> texts = texts(LaunchAgentPlist.text(UNUSUAL, Path.of("/out")));
        assertThat(texts)
                .contains(
                        UNUSUAL.launcher().toString(),
                        AWKWARD + "\u00e9\n<&>",
                        AWKWARD + "/state",
                        "dev.expertd",
                        "/bin/sh");
        assertThat(keys(LaunchAgentPlist.text(USUAL, Path.of("/out"))))
                .containsExactly( // those of launchd.plist(5)
                        "Label",
                        "ProgramArguments",
                        "EnvironmentVariables",
                        "PATH",
                        "WorkingDirectory",
                        "RunAtLoad",
                        "KeepAlive",
                        "SuccessfulExit",
                        "ThrottleInterval",
                        "ExitTimeOut",
                        "ProcessType",
                        "StandardOutPath",
                        "StandardErrorPath");
    }

    @Test
    void whatXmlCannotSayIsRefused() {
        Launch launch =
                new Launch(Path.of("/bin/\u0007"), USUAL.folder(), USUAL.environment(), USUAL.unset(), List.of());
        assertThatThrownBy(() -> LaunchAgentPlist.text(launch, Path.of("/out")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void onlyWhatTheManagerWouldNotKnowIsHandedOver() {
        WantedEnvironment wanted = new WantedEnvironment(
                Map.of("PATH", "/usr/bin", "JAVA_HOME", "/opt/jdk", "XDG_STATE_HOME", "relative", "SECRET", "x"),
                Map.of("PATH", "/usr/bin", "XDG_STATE_HOME", "/theirs", "XDG_DATA_HOME", "/theirs", "LANG", "C"));
        assertThat(wanted.set()).containsExactly(Map.entry("JAVA_HOME", "/opt/jdk"));
        assertThat(wanted.unset()).containsExactly("XDG_DATA_HOME", "XDG_STATE_HOME");
    }

    @Test
    void whatSystemctlQuotesIsReadBack() {
        assertThat(UserManager.assignments("HOME=/home/dev\nA=$'it\\'s a\\\\b\\n2'\nnonsense\nB=x=y\n"))
                .containsExactlyInAnyOrderEntriesOf(Map.of("HOME", "/home/dev", "A", "it's a\\b\n2", "B", "x=y"));
    }

    private String verify(String text) throws IOException, InterruptedException {
        Path unit = Files.createDirectories(folder.resolve("units")).resolve(SystemdUnit.NAME);
        Files.writeString(unit, text);
        List<String> said = run("systemd-analyze", "verify", "--user", "--man=no", unit.toString());
        return String.join(
                "\n", said.stream().filter(line -> line.contains("expertd")).toList());
    }

    private int version() throws IOException, InterruptedException {
        List<String> said = run("systemd-analyze", "--version");
        return Integer.parseInt(said.get(0).replaceFirst("^systemd ([0-9]+).*", "$1"));
    }

    private List<String> run(String... command) throws IOException, InterruptedException {
        Path out = folder.resolve("out.txt");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile());
        builder.environment().put("XDG_RUNTIME_DIR", folder.toString());
        try {
            Process process = builder.start();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } catch (IOException e) {
            assumeTrue(false, "systemd-analyze is not installed here");
        }
        return new ArrayList<>(Files.readAllLines(out));
    }

    private static String golden(String name) throws IOException {
        try (InputStream in = UnitTextTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<String> texts(String plist) throws XMLStreamException {
        return elements(plist, "string");
    }

    private static List<String> keys(String plist) throws XMLStreamException {
        return elements(plist, "key");
    }

    /** With a reader that loads no definition from anywhere. */
    private static List<String> elements(String plist, String name) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new IllegalStateException("asked for " + systemId);
        });
        XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(plist));
        List<String> found = new ArrayList<>();
        while (reader.hasNext()) {
            if (reader.next() == XMLStreamConstants.START_ELEMENT
                    && reader.getLocalName().equals(name)) {
                found.add(reader.getElementText());
            }
        }
        return found;
    }
}
