package io.moorage.gateway;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ShapeTest {
    private final JavaClasses gateway = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.moorage.gateway");

    @Test
    void slices_depend_one_way() {
        slices().matching("io.moorage.gateway.(*)..").should().beFreeOfCycles().check(gateway);
    }

    @Test
    void only_push_and_revocation_know_kafka_and_only_those_with_tables_know_the_database() {
        noClasses()
                .that()
                .resideOutsideOfPackages("..push..", "..revocation..")
                .should()
                .dependOnClassesThat(resideInAPackage("org.apache.kafka.."))
                .check(gateway);
        noClasses()
                .that()
                .resideOutsideOfPackages("..session..", "..activity..", "..revocation..", "..problem..")
                .should()
                .dependOnClassesThat(resideInAPackage("io.r2dbc.."))
                .check(gateway);
    }
}
