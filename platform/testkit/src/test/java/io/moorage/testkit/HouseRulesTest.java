package io.moorage.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A rule that nothing can break checks nothing: each is broken here, in a package made for it. */
class HouseRulesTest {
    private static final String BROKEN = "io.moorage.testkit.broken";
    private static final JavaClasses CLASSES = new ClassFileImporter().importPackages(BROKEN);

    static List<ArchRule> rules() {
        return HouseRules.of(BROKEN);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void every_rule_can_be_broken(ArchRule rule) {
        assertThat(CLASSES).isNotEmpty();
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> rule.check(CLASSES))
                .withMessageContaining(BROKEN);
    }
}
