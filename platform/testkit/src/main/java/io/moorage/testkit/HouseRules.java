package io.moorage.testkit;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateRoot;

/** The shape that every service has. */
public final class HouseRules {
    private HouseRules() {}

    /** @throws AssertionError naming what breaks which rule in the service of that package */
    public static void check(String servicePackage) {
        JavaClasses service = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(servicePackage);
        of(servicePackage).forEach(rule -> rule.check(service));
    }

    static List<ArchRule> of(String service) {
        return List.of(
                slices().matching(service + ".(*)..")
                        .should()
                        .beFreeOfCycles()
                        .because("slices depend one way: a policy lives with the command that it sends"),
                noClasses()
                        .that()
                        .areAnnotatedWith(AggregateRoot.class)
                        .should()
                        .dependOnClassesThat(resideInAnyPackage(
                                "org.springframework..",
                                "java.sql..",
                                "javax.sql..",
                                "org.apache.kafka..",
                                "io.moorage.web..",
                                "io.moorage.messaging.."))
                        .because("an aggregate decides and remembers, and knows nothing of web, SQL or Kafka"),
                methods()
                        .that()
                        .areAnnotatedWith(EventSourcingHandler.class)
                        .should()
                        .haveName("evolve")
                        .andShould()
                        .haveRawReturnType(void.class)
                        .because("what an event does to an aggregate is called evolve everywhere"),
                noClasses()
                        .that()
                        .haveSimpleNameEndingWith("Api")
                        .should()
                        .dependOnClassesThat(storedEvents())
                        .because("stored events are private to the service and never leave it over HTTP")
                        .allowEmptyShould(true),
                noClasses()
                        .that()
                        .resideOutsideOfPackage("..publishing..")
                        .should()
                        .dependOnClassesThat(resideInAPackage("org.apache.kafka.."))
                        .because("only the platform speaks to Kafka"),
                noClasses()
                        .should()
                        .dependOnClassesThat(resideInAnyPackage("io.moorage.simulators..", "io.moorage.testkit.."))
                        .because("simulators and tests are unseen by what they stand in for"),
                classes()
                        .that()
                        .resideInAPackage("..publishing..")
                        .and()
                        .haveSimpleNameEndingWith("Publisher")
                        .should()
                        .notBePublic()
                        .because("nobody calls a publisher"),
                noClasses()
                        .should()
                        .haveSimpleNameEndingWith("Impl")
                        .orShould()
                        .haveSimpleNameEndingWith("Manager")
                        .orShould()
                        .haveSimpleNameEndingWith("Helper")
                        .orShould()
                        .haveSimpleNameEndingWith("Util")
                        .orShould()
                        .haveSimpleNameEndingWith("Utils")
                        .orShould()
                        .haveSimpleNameEndingWith("DTO")
                        .because("a name says what a thing is in the field"));
    }

    private static DescribedPredicate<JavaClass> storedEvents() {
        return DescribedPredicate.describe(
                "stored events",
                type -> type.getAllRawInterfaces().stream()
                                .anyMatch(each -> each.getSimpleName().endsWith("Event")
                                        && !each.getPackageName().startsWith("io.moorage.contracts"))
                        && type.isRecord());
    }
}
