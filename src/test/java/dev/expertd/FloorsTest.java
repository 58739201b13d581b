package dev.expertd;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** The floors of ARCHITECTURE.md: a room may use the floors below it, and rooms of one floor do not know each other. */
class FloorsTest {
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.expertd");

    private static final String[] WORLD = {"git", "trace", "expertise", "journal"};
    private static final String[] CORE = {"judge", "draft", "curate"};

    @Test
    void everyRoomUsesOnlyTheFloorsBelowIt() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .withOptionalLayers(true)
                .layer("commands")
                .definedBy("dev.expertd.cli..")
                .layer("service")
                .definedBy("dev.expertd.daemon..")
                .layer("pass")
                .definedBy("dev.expertd.learn..")
                .layer("upkeep")
                .definedBy("dev.expertd.upkeep..")
                .layer("rooms")
                .definedBy(rooms())
                .layer("model")
                .definedBy("dev.expertd.model..")
                .layer("ground")
                .definedBy("dev.expertd.symbols..", "dev.expertd.redact..", "dev.expertd.config..", "dev.expertd.io..")
                .ensureAllClassesAreContainedInArchitecture()
                .whereLayer("commands")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("service")
                .mayOnlyBeAccessedByLayers("commands")
                .whereLayer("pass")
                .mayOnlyBeAccessedByLayers("commands", "service")
                .whereLayer("upkeep")
                .mayOnlyBeAccessedByLayers("commands", "service", "pass")
                .whereLayer("rooms")
                .mayOnlyBeAccessedByLayers("commands", "service", "pass", "upkeep")
                .whereLayer("model")
                .mayOnlyBeAccessedByLayers("commands", "service", "pass", "upkeep", "rooms")
                .check(HOUSE);
    }

    @Test
    void roomsOfOneFloorDoNotKnowEachOther() {
        slices().matching("dev.expertd.(git|trace|expertise|journal|judge|draft|curate)..")
                .should()
                .notDependOnEachOther()
                .allowEmptyShould(true)
                .check(HOUSE);
        slices().matching("dev.expertd.(symbols|redact|config|io)..")
                .should()
                .notDependOnEachOther()
                .allowEmptyShould(true)
                .check(HOUSE);
    }

    @Test
    void theRoomsOfTheCommandsStandOnEachOther() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("commands")
                .definedBy("dev.expertd.cli")
                .layer("text")
                .definedBy("dev.expertd.cli.text")
                .layer("findings")
                .definedBy("dev.expertd.cli.finding")
                .layer("house")
                .definedBy("dev.expertd.cli.house")
                .whereLayer("commands")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("text")
                .mayOnlyBeAccessedByLayers("commands")
                .whereLayer("findings")
                .mayOnlyBeAccessedByLayers("commands", "text")
                .check(HOUSE);
    }

    @Test
    void jgitIsKnownInGitAlone() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.expertd.git..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.eclipse.jgit..")
                .check(HOUSE);
    }

    @Test
    void onlyTheCommandLineTouchesTheStandardStreams() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.expertd.cli..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .accessField(System.class, "in")
                .check(HOUSE);
    }

    @Test
    void theCoreReadsNoClockAndTouchesNoFile() {
        noClasses()
                .that(resideInAnyPackage(packages(CORE)))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.nio.file..", "java.sql..", "java.net..")
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .allowEmptyShould(true)
                .check(HOUSE);
    }

    @Test
    void onlyTheWiringReadsTheWallClock() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.expertd.cli..")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .allowEmptyShould(true)
                .check(HOUSE);
    }

    private static String[] rooms() {
        String[] all = new String[WORLD.length + CORE.length];
        System.arraycopy(WORLD, 0, all, 0, WORLD.length);
        System.arraycopy(CORE, 0, all, WORLD.length, CORE.length);
        return packages(all);
    }

    private static String[] packages(String[] rooms) {
        String[] result = new String[rooms.length];
        for (int i = 0; i < rooms.length; i++) {
            result[i] = "dev.expertd." + rooms[i] + "..";
        }
        return result;
    }
}
