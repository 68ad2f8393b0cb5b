package io.moorage.cli;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.net.URLConnection;
import org.junit.jupiter.api.Test;

class ShapeTest {
    private final JavaClasses cli = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.moorage.cli");

    @Test
    void packages_depend_one_way() {
        slices().matching("io.moorage.cli.(*)..").should().beFreeOfCycles().check(cli);
    }

    /** So that nothing a server sent reaches a terminal on a way around {@code Terminal}. */
    @Test
    void only_the_terminal_and_the_start_write_to_streams() {
        noClasses()
                .that()
                .resideInAPackage("io.moorage.cli.*..")
                .and()
                .resideOutsideOfPackages("..terminal..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(cli);
    }

    /** So that no request goes out without the rules of what tokens may be sent where. */
    @Test
    void only_the_session_opens_connections() {
        noClasses()
                .that()
                .resideInAPackage("io.moorage.cli.*..")
                .and()
                .resideOutsideOfPackages("..session..")
                .should()
                .dependOnClassesThat(resideInAPackage("java.net.http.."))
                .orShould()
                .dependOnClassesThat(assignableTo(URLConnection.class))
                .check(cli);
    }
}
